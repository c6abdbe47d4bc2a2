"""What a JSON object of each type may hold: the type with all it inherits, flattened for look-up by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.api import Api
from generator.model.declarations import EnumType, Property, StructuredType
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.operations import Parameter
from generator.model.types import Named, TypeRef
from generator.text.nearest import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The members of an object by name: a type's properties with the inherited ones, or an action's parameters."""

    members: Mapping[str, Property | Parameter]
    open: bool
    """It, or a base, takes members that no page lists."""
    type: StructuredType | None = None
    """None for the parameters of an action."""

    @classmethod
    def of_parameters(cls, parameters: Iterable[Parameter]) -> Shape:
        return cls(members={each.name: each for each in parameters}, open=False)


@dataclass(frozen=True, kw_only=True)
class Shapes:
    """Shapes and enums by qualified name."""

    structures: Mapping[str, Shape]
    enums: Mapping[str, EnumType]
    hierarchy: Hierarchy

    @cached_property
    def _by_lower_case(self) -> Mapping[str, str]:
        return {name.lower(): name for name in self.structures}

    @cached_property
    def _by_short_name(self) -> Mapping[str, str]:
        return {name.rpartition(".")[2].lower(): name for name in sorted(self.structures, reverse=True)}

    @cached_property
    def _nearest(self) -> dict[str, str | None]:
        return {}

    def nearest_type(self, name: str) -> str | None:
        """The structured type that a wrong name most likely means: by case, then by short name, then by spelling."""
        short = name.rpartition(".")[2].lower()
        known = self._by_lower_case.get(name.lower()) or self._by_short_name.get(short)
        if known is None and short not in self._nearest:  # a comparison with every name, for what many examples repeat
            near = nearest(short, self._by_short_name)
            self._nearest[short] = None if near is None else self._by_short_name[near]
        return known or self._nearest[short]

    @cached_property
    def untyped(self) -> frozenset[TypeRef]:
        """The types that any JSON fits."""
        found = (each.type for each in self.structures.values())
        return frozenset(Named(name=each.name) for each in found if each is not None and each.untyped)

    def derived_with(self, name: str, member: str) -> str | None:
        """A type that inherits from `name` and has the member, where `name` has not."""
        for each in self.hierarchy.descendants(name):
            if member in self.structures[each].members:
                return each
        return None


def shapes(api: Api, lines: Hierarchy | None = None) -> Shapes:
    """The shapes of every type."""
    lines = lines or hierarchy(api)
    return Shapes(
        structures={
            each.name: Shape(
                members={prop.name: prop for _, prop in lines.properties(each.name)},
                open=any(lines.types[name].open for name in lines.lineage(each.name) if name in lines.types),
                type=each,
            )
            for each in api.types
        },
        enums={each.name: each for each in api.enums},
        hierarchy=lines,
    )
