"""Parts of spans that findings point to."""

from __future__ import annotations

from generator.text import Span


def first_line(span: Span) -> Span:
    """The first line of a block: its request or status line."""
    return Span.at(span.path, span.line, span.column, span.end_column if span.end_line == span.line else None)
