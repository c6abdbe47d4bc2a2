"""Which of an operation's permission tables speak of one of its paths, by the tables' labels. Knows linked operations only."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.declarations import short
from generator.model.operations import Operation, PermissionTable, Route
from generator.model.paths import Call, Name
from generator.model.types import Named, item_of

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_CALLER, _PEOPLE = "me", "user"
_CIRCUMSTANCE = frozenset({"permission", "for", "acting", "on", "to", "with", "and", "or"})
"""Words of labels that are no name of a resource: they tell of circumstances, which a path cannot decide."""


def tables_for(operation: Operation, route: Route) -> tuple[PermissionTable, ...]:
    """The tables that hold for a route: of those labelled with a resource, the ones whose resource the path passes
    through, the most exact and the last of them alone; all where it passes through none. Other tables always hold.
    """
    passed, whole = _passed(route), _whole(route)
    scores = {
        id(each): _score(words, passed, whole) for each in operation.permissions if (words := _resource(each.label))
    }
    best = max(scores.values(), default=_NOWHERE)
    if best == _NOWHERE:
        return operation.permissions
    return tuple(each for each in operation.permissions if scores.get(id(each), best) == best)


_NOWHERE = (0, 0, 0)


def _score(words: frozenset[str], passed: dict[str, int], whole: frozenset[str]) -> tuple[int, int, int]:
    """How many words the label has, how many of them are whole names, and how far along the path the last one stands;
    nothing unless the path has all.
    """
    if not words <= passed.keys():
        return _NOWHERE
    return len(words), len(words & whole), max(passed[word] for word in words) + 1


def _resource(label: str | None) -> frozenset[str]:
    """The words of a label that names a resource; none for another label."""
    words = _words(label or "")
    return frozenset() if words & _CIRCUMSTANCE else words


def _passed(route: Route) -> dict[str, int]:
    """The words of a path, of its names and of the types they lead to, with the place of the last one of each."""
    found: dict[str, int] = {}
    for place, segment in enumerate(route.path.segments):
        if isinstance(segment, Name | Call):
            name = segment.text if isinstance(segment, Name) else segment.name
            found.update(dict.fromkeys(_words(name), place))
            if name == _CALLER:
                found[_PEOPLE] = place
    for place, step in enumerate(route.steps):
        if step.type is not None and isinstance(item := item_of(step.type), Named):
            found.update(dict.fromkeys(_words(short(item.name)), place))
    return found


def _whole(route: Route) -> frozenset[str]:
    """The names of a path that are one word: `groups`, but not the `Groups` of `calendarGroups`."""
    names = [each.text for each in route.path.segments if isinstance(each, Name)]
    return frozenset(
        word for name in names for word in ({_PEOPLE} if name == _CALLER else _words(name)) if len(_words(name)) == 1
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Lower-case words, plurals as singulars."""
    return frozenset(_singular(each.lower()) for each in _WORD.findall(text))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word
