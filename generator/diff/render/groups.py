"""Changes as people read them: grouped by judgement, then by the type or area they touch; several of one kind in a line."""

from __future__ import annotations

from itertools import groupby

import msgspec

from generator.diff.compare import Comparison
from generator.diff.model import Change, Happening, Judgement
from generator.model.declarations import short

TITLES = {
    Judgement.BREAKING: "Breaking changes",
    Judgement.ADDITIVE: "New and deprecated",
    Judgement.DOCS: "Documentation",
}
_MOST_NAMES = 12


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One or several changes; `place` is the docs line to look at, of the first of them."""

    change: Happening
    text: str
    place: str
    count: int


Groups = list[tuple[str, list[Line]]]


def by_judgement(found: Comparison) -> list[tuple[str, Groups]]:
    """(title, [(group, lines)]), empty titles left out. `Comparison.changes` is sorted by judgement already."""
    return [
        (TITLES[judgement], _by_group(list(changes)))
        for judgement, changes in groupby(found.changes, key=lambda each: each.judgement)
    ]


def _by_group(changes: list[Change]) -> Groups:
    ordered = sorted(changes, key=lambda each: (_group(each), each.kind, each.name))
    return [(name, _lines(list(group))) for name, group in groupby(ordered, key=_group)]


def _group(change: Change) -> str:
    """The short type name, or the first path segment of an operation."""
    if change.type is not None:
        return short(change.type)
    _, _, rest = change.name.partition(" ")
    path = rest.partition(" ")[0].lstrip("/")
    return "/" + path.partition("/")[0].partition("(")[0] if path else change.name


def _lines(changes: list[Change]) -> list[Line]:
    """A line for each change, and one for all that are parts of the same, where the first of them stands."""
    together: dict[object, list[Change]] = {}
    for number, each in enumerate(changes):
        together.setdefault((each.code, each.part.of, each.part.more) if each.part else number, []).append(each)
    return [
        Line(change=some[0].change, text=_text(some), place=_place(some[0]), count=len(some))
        for some in together.values()
    ]


def _text(some: list[Change]) -> str:
    first, *others = some
    if not others or first.part is None:
        return first.message
    names = [each.part.item for each in some if each.part]
    more = len(names) - _MOST_NAMES
    listed = ", ".join(names[:_MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")
    return f"{first.part.of}: {listed}{first.part.more}"


def _place(change: Change) -> str:
    """The line to look at: the new one, or the old one of what is gone."""
    spans = (change.new_source, change.old_source)
    span = next(filter(None, reversed(spans) if change.change is Happening.REMOVED else spans), None)
    return "" if span is None else f"{span.path}:{span.line}"
