"""The type graph that paths walk along: what may follow a type in a path. A value; exploring makes larger ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.link.names import Names
from generator.model.indexes.hierarchy import Hierarchy
from generator.model.types import TypeRef
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A property or navigation property, or (without owner) a root."""

    owner: str | None
    name: str
    type: TypeRef | None
    navigation: bool = True
    source: Span | None = None
    """Where a path shows it, if only paths do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An action or function as paths show it."""

    owner: str
    on_collection: bool
    name: str
    function: bool
    returns: TypeRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Keys are lower-case: paths are walked whatever their case."""

    names: Names
    hierarchy: Hierarchy
    namespace: str
    roots: Mapping[str, Member]
    members: Mapping[str, Mapping[str, Member]]
    """By member name, then by declaring type."""
    bound: Mapping[str, tuple[Bound, ...]]
    """By short name."""
    literal_keys: frozenset[tuple[str, str]] = frozenset()
    """(item type, name): well-known members of a collection, such as `inbox`."""

    def member(self, owner: str, name: str) -> Member | None:
        """A member of the type, of its bases, or of a type derived from it."""
        holders = self.members.get(name.lower())
        if not holders:
            return None
        lineage = self.hierarchy.lineage(owner)
        near = next((each for each in lineage if each in holders), None)
        if near is None:
            near = next((each for each in sorted(holders) if owner in self.hierarchy.lineage(each)), None)
        return None if near is None else holders[near]

    def binding(self, owner: str, name: str, *, on_collection: bool) -> Bound | None:
        """The action or function bound to the type or its bases; failing that to the other number, or to a derived type."""
        found = self.bound.get(name.rpartition(".")[2].lower(), ())
        if not found:
            return None
        lineage = self.hierarchy.lineage(owner)
        ranked = sorted(
            (
                (
                    lineage.index(each.owner) if each.owner in lineage else len(lineage),
                    each.on_collection != on_collection,
                    each.owner,
                    each,
                )
                for each in found
                if each.owner in lineage or owner in self.hierarchy.lineage(each.owner)
            ),
            key=lambda row: row[:3],
        )
        exact = [each for *_, each in ranked if each.on_collection == on_collection]
        return next(iter(exact or (each for *_, each in ranked)), None)
