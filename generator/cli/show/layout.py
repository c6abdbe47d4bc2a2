"""Facts as aligned lines: what, its value, and where it stands; what is said of it below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
import msgspec

from generator.diagnostics.render.printable import printable
from generator.text import Span

_WIDEST = 56
"""Of the column of values. Longer ones push their place to the right, and no other."""
_TAIL = 24
"""Characters that are left of a path that was printed in full before, on a terminal."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One line. `spans` are all the places that say so, the best first; `said` is the sentence below, if there is one."""

    label: str
    value: str
    spans: tuple[Span, ...] = ()
    said: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A thing: a heading and what is known of it."""

    title: str
    kind: str
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...]


def laid_out(sheets: Iterable[Sheet], prefix: str, *, narrow: bool) -> str:
    """The sheets as text, a blank line between two; places begin with `prefix`.

    `narrow`: for eyes, a path is printed in full once a sheet. Otherwise every place can be followed.
    """
    return "\n".join("\n".join(_lines(each, prefix, narrow=narrow)) + "\n" for each in sheets)


def _lines(sheet: Sheet, prefix: str, *, narrow: bool) -> Iterator[str]:
    places = _Places(prefix, narrow=narrow)
    labels = max((len(each.label) for each in sheet.facts), default=0)
    values = max((len(printable(each.value)) for each in sheet.facts if each.spans), default=0)
    yield f"{click.style(printable(sheet.title), bold=True)}  {sheet.kind}{places.of(sheet.spans)}"
    previous = ""
    for each in sheet.facts:
        label = each.label if each.label != previous else ""
        previous = each.label
        value = printable(each.value)
        padded = f"{value:<{min(_WIDEST, values)}}" if each.spans else value
        yield f"  {click.style(f'{label:<{labels}}', fg='cyan')}  {padded}{places.of(each.spans)}"
        if each.said:
            yield f"  {'':<{labels}}  {click.style('  ' + printable(each.said), italic=True)}"


class _Places:
    """Where facts stand, as text."""

    def __init__(self, prefix: str, *, narrow: bool) -> None:
        self._prefix = prefix
        self._narrow = narrow
        self._printed: set[str] = set()

    def of(self, spans: tuple[Span, ...]) -> str:
        if not spans:
            return ""
        more = f" and {len(spans) - 1:,} more" if len(spans) > 1 else ""
        return click.style(f"  {printable(self._path(spans[0].path))}:{spans[0].line}{more}", dim=True)

    def _path(self, path: str) -> str:
        if self._narrow and path in self._printed:
            return path if len(path) <= _TAIL else f"…{path[-_TAIL:]}"
        self._printed.add(path)
        return f"{self._prefix}{path}"
