"""Compare two states of the docs: every rule's changes in one order, with the version step they ask for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.diff.changes import CHANGES
from generator.diff.model import Bump, Change, Happening, Judgement, Subject, bump
from generator.diff.pairs import Pairs
from generator.model.api import Api

_ORDER = tuple(Judgement)
_REWORDED = "changed-description"
_OF_PATHS = {Happening.ADDED, Happening.REMOVED}


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All changes, the most serious first, then by type, name and code."""

    changes: tuple[Change, ...]
    bump: Bump


def compare(before: Api, after: Api) -> Comparison:
    """The changes from one state to the other. Comparing a state with itself gives none."""
    pairs = Pairs(before=before, after=after)
    found = [each for rule in CHANGES for each in rule.changes(pairs)]
    found.sort(key=lambda each: (_ORDER.index(each.judgement), each.kind, each.type or "", each.name, each.code))
    changes = tuple(_once(_without_evidence(found)))
    return Comparison(changes=changes, bump=bump(changes))


def _without_evidence(found: list[Change]) -> list[Change]:
    """Without rewordings of what is listed already: the new words are how the docs say the change."""
    listed = {(each.kind, each.type, each.name) for each in found if each.code != _REWORDED}
    return [each for each in found if each.code != _REWORDED or (each.kind, each.type, each.name) not in listed]


def _once(found: list[Change]) -> Iterator[Change]:
    """What a page says once of calls on several paths is one change, told of the first of them."""
    same: dict[object, list[Change]] = {}
    for number, each in enumerate(found):
        same.setdefault(_statement(each) or number, []).append(each)
    for first, *others in same.values():
        more = f" (and on {len(others)} more path{'s' if len(others) > 1 else ''})" if others else ""
        part = first.part and msgspec.structs.replace(first.part, more=more)
        yield msgspec.structs.replace(first, message=first.message + more, part=part)


def _statement(each: Change) -> object | None:
    """What the two states say and where; None for a change that stands for itself, such as a new path."""
    if each.type is not None or (each.kind is Subject.OPERATION and each.change in _OF_PATHS):
        return None
    return (each.code, str(each.old), str(each.new), each.old_source, each.new_source)
