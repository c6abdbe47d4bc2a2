"""Compare two states of the docs: every rule's changes in one order, with the version step they ask for."""

from __future__ import annotations

import msgspec

from generator.diff.changes import CHANGES
from generator.diff.model import Bump, Change, Judgement, bump
from generator.diff.pairs import Pairs
from generator.model.api import Api

_ORDER = tuple(Judgement)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All changes, the most serious first, then by type, name and code."""

    changes: tuple[Change, ...]
    bump: Bump


def compare(before: Api, after: Api) -> Comparison:
    """The changes from one state to the other. Comparing a state with itself gives none."""
    pairs = Pairs(before=before, after=after)
    found = [each for rule in CHANGES for each in rule.changes(pairs)]
    found.sort(key=lambda each: (_ORDER.index(each.judgement), each.kind, each.type or "", each.name, each.code))
    changes = tuple(found)
    return Comparison(changes=changes, bump=bump(changes))
