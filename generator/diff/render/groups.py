"""Changes grouped as people read them: by judgement, then by the type or area they touch."""

from __future__ import annotations

from itertools import groupby

from generator.diff.compare import Comparison
from generator.diff.model import Change, Judgement
from generator.model.declarations import short

TITLES = {
    Judgement.BREAKING: "Breaking changes",
    Judgement.ADDITIVE: "New and deprecated",
    Judgement.DOCS: "Documentation",
}


def by_judgement(found: Comparison) -> list[tuple[str, list[tuple[str, list[Change]]]]]:
    """(title, [(group, changes)]), empty titles left out. `Comparison.changes` is sorted by judgement already."""
    return [
        (TITLES[judgement], _by_group(list(changes)))
        for judgement, changes in groupby(found.changes, key=lambda each: each.judgement)
    ]


def _by_group(changes: list[Change]) -> list[tuple[str, list[Change]]]:
    ordered = sorted(changes, key=lambda each: (_group(each), each.kind, each.name))
    return [(name, list(group)) for name, group in groupby(ordered, key=_group)]


def _group(change: Change) -> str:
    """The short type name, or the first path segment of an operation."""
    if change.type is not None:
        return short(change.type)
    _, _, rest = change.name.partition(" ")
    path = rest.partition(" ")[0].lstrip("/")
    return "/" + path.partition("/")[0].partition("(")[0] if path else change.name


def place(change: Change) -> str:
    """The line to look at: the new one, or the old one where it is gone."""
    span = change.new_source or change.old_source
    return "" if span is None else f"{span.path}:{span.line}"
