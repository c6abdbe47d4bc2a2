"""The longest piece of prose that is read: what later stages do with words costs more than their number."""

from __future__ import annotations

from generator.diagnostics import Report
from generator.markdown import codes
from generator.text import Span

LONGEST = 10_000
"""In characters. The longest cell or paragraph that people have written in a reference has some 1,400."""


def bounded(text: str, span: Span, report: Report) -> str:
    """The text of a cell, heading, paragraph or front matter value, cut where it is no prose any more."""
    if len(text) <= LONGEST:
        return text
    message = f"this text has {len(text):,} characters; it is read up to the first {LONGEST:,}"
    report(codes.TEXT_TOO_LONG.at(span, message, hint="move what is no prose out of the page"))
    return text[:LONGEST]
