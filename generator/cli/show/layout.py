"""Facts as aligned lines: what, its value, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable

import click
import msgspec

from generator.diagnostics.render.printable import printable
from generator.text import Span

_WIDEST = 64


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One line. `spans` are all the places that say so, the best first."""

    label: str
    value: str
    spans: tuple[Span, ...] = ()


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A thing: a heading and what is known of it."""

    title: str
    kind: str
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...]


def laid_out(sheets: Iterable[Sheet], prefix: str) -> str:
    """The sheets as text, a blank line between two; places begin with `prefix`."""
    return "\n".join(_sheet(each, prefix) for each in sheets)


def _sheet(sheet: Sheet, prefix: str) -> str:
    labels = max((len(each.label) for each in sheet.facts), default=0)
    values = min(_WIDEST, max((len(printable(each.value)) for each in sheet.facts if each.spans), default=0))
    head = f"{click.style(printable(sheet.title), bold=True)}  {sheet.kind}{_places(sheet.spans, prefix)}"
    lines = [head]
    previous = ""
    for each in sheet.facts:
        label = each.label if each.label != previous else ""
        previous = each.label
        value = printable(each.value)
        padded = f"{value:<{values}}" if each.spans else value
        lines.append(f"  {click.style(f'{label:<{labels}}', fg='cyan')}  {padded}{_places(each.spans, prefix)}")
    return "\n".join(lines) + "\n"


def _places(spans: tuple[Span, ...], prefix: str) -> str:
    if not spans:
        return ""
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    first = f"{prefix}{spans[0].path}:{spans[0].line}"
    return click.style(f"  {printable(first)}{more}", dim=True)
