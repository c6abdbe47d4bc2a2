"""What paths tell of members that tables declare: how they are spelled, and whether they lead to one or to many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.link.graph import Graph, Member
from generator.link.spelling import best_spelling
from generator.link.walk import Walker
from generator.model.operations import Operation
from generator.model.paths import Key, Name
from generator.model.steps import Role, Step
from generator.model.types import Collection, item_of

Place = tuple[str, str]
"""Declaring type and lower-case member name."""


@dataclass(slots=True)
class _Seen:
    """How often paths go on behind a member with a key, how often without, and how they spell it."""

    keyed: int = 0
    passed: int = 0
    spelled: Counter[str] = field(default_factory=Counter)


def with_path_evidence(graph: Graph, operations: Iterable[Operation]) -> Graph:
    """The graph with members corrected: one that paths mostly go on from with a key leads to many, and one that paths spell
    with more capitals than its table is spelled as there.
    """
    members = {name: dict(held) for name, held in graph.members.items()}
    for (owner, name), seen in _evidence(graph, operations).items():
        members[name][owner] = _corrected(members[name][owner], seen)
    return replace(graph, members=members)


def _corrected(member: Member, seen: _Seen) -> Member:
    if member.type is not None and not isinstance(member.type, Collection) and seen.keyed > seen.passed:
        member = replace(member, type=Collection(item=item_of(member.type)))
    best = best_spelling(seen.spelled) if seen.spelled else member.name
    if sum(map(str.isupper, best)) > sum(map(str.isupper, member.name)):
        member = replace(member, name=best)
    return member


def _evidence(graph: Graph, operations: Iterable[Operation]) -> dict[Place, _Seen]:
    found: dict[Place, _Seen] = {}
    walker = Walker(graph)
    for operation in operations:
        for route in operation.routes:
            steps = walker.walk(route.path)
            for step, following in pairwise((*steps, None)):
                if (
                    step is not None
                    and step.role is Role.NAVIGATION
                    and step.owner is not None
                    and step.name is not None
                ):
                    _note(found.setdefault((step.owner, step.name.lower()), _Seen()), step, following)
    return found


def _note(seen: _Seen, step: Step, following: Step | None) -> None:
    if isinstance(step.segment, Name):
        seen.spelled[step.segment.text] += 1
    if following is not None:
        if isinstance(following.segment, Key):
            seen.keyed += 1
        else:
            seen.passed += 1
