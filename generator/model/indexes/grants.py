"""Which of an operation's permission tables speak of one of its paths, by the tables' labels. Knows linked operations only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.model.declarations import short
from generator.model.operations import Operation, PermissionTable, Route
from generator.model.paths import Call, Name
from generator.model.types import Named, item_of
from generator.text.plural import singular

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_FOR = re.compile(r"for\s+(?=.*[^s]$)", re.IGNORECASE)
"""How a heading may begin that names what the table is for; elsewhere the word tells of circumstances, as it may before a
plural: `For applications` may say who calls.
"""
_CALLER, _PEOPLE = "me", "user"
_CIRCUMSTANCE = frozenset({"permission", "for", "acting", "on", "to", "with", "and", "or"})
"""Words of labels that are no name of a resource: they tell of circumstances, which a path cannot decide."""


def tables_for(operation: Operation, route: Route) -> tuple[PermissionTable, ...]:
    """The tables that hold for a route: of those labelled with a resource, the ones whose resource the path passes
    through, the most exact and the last of them alone; failing that those that name a part of it. Where it passes through
    none: those that no other route of the page passes through, or all. Other tables always hold.
    """
    labelled = {id(each): words for each in operation.permissions if (words := _resource(each.label))}
    mine = _led_to(route, labelled)
    if not mine:
        others = {key for other in operation.routes if other is not route for key in _led_to(other, labelled)}
        mine = labelled.keys() - others or set(labelled)
    return tuple(each for each in operation.permissions if id(each) in mine or id(each) not in labelled)


def _led_to(route: Route, labelled: Mapping[int, tuple[str, ...]]) -> set[int]:
    """The labelled tables whose words the path has best; none where it has none of any."""
    passed, whole = _passed(route), _whole(route)
    scores = {key: _score(words, passed, whole) for key, words in labelled.items()}
    if not any(scores.values()):
        scores = {key: _part(words, passed, whole) for key, words in labelled.items()}
    best = max(scores.values(), default=())
    return {key for key, score in scores.items() if score == best} if any(best) else set()


def _score(words: tuple[str, ...], passed: dict[str, int], whole: frozenset[str]) -> tuple[int, ...]:
    """How many of the label's words the path has, how many of them are whole names, how far along the path the last one
    stands, and how many it lacks; nothing unless the path has the last word, which the others only qualify.
    """
    if words[-1] not in passed:
        return ()
    held = frozenset(words) & passed.keys()
    return len(held), len(held & whole), max(passed[word] for word in held) + 1, len(held) - len(words)


def _part(words: tuple[str, ...], passed: dict[str, int], whole: frozenset[str]) -> tuple[int, ...]:
    """How many of the label's words the path has, and how many of them are whole names."""
    return sum(word in passed for word in words), sum(word in whole for word in words)


def _resource(label: str | None) -> tuple[str, ...]:
    """The words of a label that names a resource; none for another label."""
    words = _words(_named(label or ""))
    return () if _CIRCUMSTANCE.intersection(words) else words


def _named(label: str) -> str:
    begins = _FOR.match(label)
    return label[begins.end() :] if begins else label


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
            found.update(dict.fromkeys((*_words(short(item.name)), *_compounds(item.name)), place))
    return found


def _compounds(name: str) -> tuple[str, ...]:
    """`todotasklist` and `tasklist` of `microsoft.graph.todoTaskList`."""
    words = _words(short(name))
    return tuple("".join(words[begin:]) for begin in range(len(words) - 1))


def _whole(route: Route) -> frozenset[str]:
    """The names of a path that are one word, and those of its types as one: `groups`, but not the `Groups` of
    `calendarGroups`.
    """
    names = [each.text for each in route.path.segments if isinstance(each, Name)]
    single = {
        word for name in names for word in ({_PEOPLE} if name == _CALLER else _words(name)) if len(_words(name)) == 1
    }
    types = (item_of(step.type) for step in route.steps if step.type is not None)
    return frozenset(single.union(*(_compounds(each.name) for each in types if isinstance(each, Named))))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Lower-case words, plurals as singulars, each once."""
    return tuple(dict.fromkeys(singular(each.lower()) for each in _WORD.findall(text)))
