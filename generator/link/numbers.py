"""One or many: navigation that a table gives as one, while request paths go on with a key, leads to many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.link.graph import Graph
from generator.link.walk import walk
from generator.model.operations import Operation
from generator.model.paths import Key
from generator.model.steps import Role, Step
from generator.model.types import Collection, TypeRef, item_of

Place = tuple[str, str]
"""Declaring type and lower-case member name."""


def with_many(graph: Graph, operations: Iterable[Operation]) -> Graph:
    """The graph with such members as collections. A member that paths also lead through without a key stays as it is."""
    members = {name: dict(held) for name, held in graph.members.items()}
    for owner, name in _keyed(graph, operations):
        old = members[name][owner]
        if old.type is not None:
            members[name][owner] = replace(old, type=_many(old.type))
    return replace(graph, members=members)


def _many(ref: TypeRef) -> TypeRef:
    return Collection(item=item_of(ref))


def _keyed(graph: Graph, operations: Iterable[Operation]) -> set[Place]:
    keyed: Counter[Place] = Counter()
    passed: Counter[Place] = Counter()
    for operation in operations:
        for route in operation.routes:
            steps = walk(graph, route.path)
            for step, following in pairwise(steps):
                if (place := _single(step)) is not None:
                    counter = keyed if isinstance(following.segment, Key) else passed
                    counter[place] += 1
    return {place for place in keyed if keyed[place] > passed[place]}


def _single(step: Step) -> Place | None:
    if step.role is not Role.NAVIGATION or isinstance(step.type, Collection) or step.owner is None or step.name is None:
        return None
    return step.owner, step.name.lower()
