"""For people: each finding with its source line, a caret below the place, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.cells import cell_len

from generator.diagnostics.render.concise import COLORS, headline
from generator.diagnostics.render.printable import printable
from generator.diagnostics.render.shown import Shown
from generator.text import Span

_WIDEST = 140
_BEFORE = 60


def full(found: Sequence[Shown]) -> str:
    return "\n".join(map(_finding, found))


def _finding(each: Shown) -> str:
    found = each.found
    margin = " " * len(str(found.span.line)) if found.span and each.text is not None else " "
    lines = [headline(each)]
    hint = found.hint
    if found.span is not None and each.text is not None:
        bar = click.style("|", dim=True)
        source, caret = _excerpt(each.text, found.span)
        lines += [f"{margin} {bar}", f"{click.style(str(found.span.line), dim=True)} {bar} {source}".rstrip()]
        if caret:
            beside = f" {printable(hint)}" if hint else ""
            lines.append(f"{margin} {bar} {click.style(caret, fg=COLORS[found.severity], bold=True)}{beside}")
            hint = None
    if hint:
        lines.append(f"{margin} = hint: {printable(hint)}")
    lines += [
        f"{margin} = see {printable(each.place(label.span))}: {printable(label.message)}" for label in found.labels
    ]
    lines.append(f"{margin} = {found.severity}: sdkwright explain {found.code}")
    return "\n".join(lines) + "\n"


def _excerpt(text: str, span: Span) -> tuple[str, str]:
    """The part of the line that is shown, and the spaces and carets to put below it ("" when the whole line is meant)."""
    start = (span.column or 1) - 1
    end = len(text)
    if span.end_line == span.line and span.end_column is not None:
        end = min(end, max(span.end_column - 1, start + 1))
    left = max(0, start - _BEFORE) if len(text) > _WIDEST else 0
    right = left + _WIDEST
    head, tail = ("…" if left else ""), ("…" if right < len(text) else "")
    source = head + printable(text[left:right]) + tail
    if span.column is None:
        return source, ""
    indent = cell_len(head + printable(text[left:start]))
    return source, " " * indent + "^" * max(1, cell_len(printable(text[start : min(end, right)])))
