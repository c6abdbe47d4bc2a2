"""Two states of the docs side by side: the same thing of both, or what one of them lacks.

Things are the same by what callers know them by: qualified names, property names, and verb with path shape. Pages,
titles, lines and placeholder names play no part, so moving or retitling a page is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from generator.diff.moves import moves
from generator.diff.writing import Written, written
from generator.model.api import Api
from generator.model.declarations import EnumMember, EnumType, Property, StructuredType, short
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.types import Collection, Named, Opaque, TypeRef

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Paired(Generic[K, T]):
    """Two mappings side by side, in key order."""

    old: Mapping[K, T]
    new: Mapping[K, T]

    def added(self) -> Iterator[tuple[K, T]]:
        return ((key, each) for key, each in self.new.items() if key not in self.old)

    def removed(self) -> Iterator[tuple[K, T]]:
        return ((key, each) for key, each in self.old.items() if key not in self.new)

    def kept(self) -> Iterator[tuple[K, T, T]]:
        return ((key, self.old[key], each) for key, each in self.new.items() if key in self.old)


CallKey = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Both states with their indexes, built when first asked for."""

    before: Api
    after: Api

    @cached_property
    def old_lines(self) -> Hierarchy:
        return hierarchy(self.before)

    @cached_property
    def new_lines(self) -> Hierarchy:
        return hierarchy(self.after)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """New name by old name of declarations that only changed their namespace."""
        return moves(self.before, self.after)

    @cached_property
    def types(self) -> Paired[str, StructuredType]:
        return Paired(
            {self.name_now(each.name): each for each in self.before.types},
            {each.name: each for each in self.after.types},
        )

    @cached_property
    def enums(self) -> Paired[str, EnumType]:
        return Paired(
            {self.name_now(each.name): each for each in self.before.enums},
            {each.name: each for each in self.after.enums},
        )

    @cached_property
    def calls(self) -> Paired[CallKey, Call]:
        return Paired(_calls(self.before), _calls(self.after))

    @cached_property
    def written_before(self) -> Written:
        """What calls of the old state take."""
        return written(self.calls.old.values(), self.old_lines)

    def was_written(self, owner: str, name: str) -> bool:
        """Whether a call of the old state was documented to take the property of a type, by the type's name now."""
        return self.written_before.has(self.types.old[owner].name, name)

    def properties(self) -> Iterator[tuple[str, Paired[str, Property]]]:
        """Own properties of every type that both states have, by type, without those that only request paths tell of:
        they come and go with the operations.
        """
        for name, old, new in self.types.kept():
            if old.properties != new.properties:
                yield name, Paired(_documented(old), _documented(new))

    def inherited_before(self, owner: str) -> set[str]:
        """Names of all properties that the old state's version of `owner` has, inherited ones too."""
        return {prop.name for _, prop in self.old_lines.properties(self.types.old[owner].name)}

    def name_now(self, name: str) -> str:
        """An old qualified name as the new state has it."""
        return self.moved.get(name, name)

    def same_type(self, old: TypeRef, new: TypeRef) -> bool:
        """Whether two pages say the same type, though it moved, or one state lacks the page that a name leads to."""
        if isinstance(old, Collection) and isinstance(new, Collection):
            return self.same_type(old.item, new.item)
        if isinstance(old, Opaque) and isinstance(new, Opaque):
            return old.text.lower() == new.text.lower()
        if isinstance(old, Opaque) and isinstance(new, Named):
            return _says(old, new)
        if isinstance(old, Named) and isinstance(new, Opaque):
            return _says(new, old)
        if isinstance(old, Named) and isinstance(new, Named):
            return self.name_now(old.name) == new.name
        return old == new

    def members(self) -> Iterator[tuple[str, Paired[str, EnumMember]]]:
        """Members of every enum that both states have, by enum."""
        for name, old, new in self.enums.kept():
            yield name, Paired({m.name: m for m in old.members}, {m.name: m for m in new.members})


def shown_alone(prop: Property) -> bool:
    """Whether the JSON representation alone tells of the property."""
    return prop.inference is not None and prop.inference.rule == "shown-property"


def _documented(each: StructuredType) -> dict[str, Property]:
    return {
        prop.name: prop
        for prop in each.properties
        if prop.inference is None or prop.inference.rule != "path-navigation"
    }


def _says(text: Opaque, named: Named) -> bool:
    return text.text.rpartition(".")[2].lower() == short(named.name).lower()


def _calls(api: Api) -> dict[CallKey, Call]:
    return {(call.verb.value, call.shape): call for call in calls(api)}
