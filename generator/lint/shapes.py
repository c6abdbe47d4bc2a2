"""What a JSON value of each type may look like: the type with all it inherits, flattened for look-up by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.api import Api
from generator.model.declarations import EnumType, Property
from generator.model.indexes.hierarchy import Hierarchy, hierarchy


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A structured type: its properties by name, inherited ones included."""

    name: str
    properties: Mapping[str, Property]
    open: bool
    """It or a base takes properties that no page lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Shapes and enums by qualified name."""

    structures: Mapping[str, Shape]
    enums: Mapping[str, EnumType]
    hierarchy: Hierarchy


def shapes(api: Api) -> Shapes:
    """The shapes of every type."""
    lines = hierarchy(api)
    return Shapes(
        structures={
            each.name: Shape(
                name=each.name,
                properties={prop.name: prop for _, prop in lines.properties(each.name)},
                open=any(lines.types[name].open for name in lines.lineage(each.name) if name in lines.types),
            )
            for each in api.types
        },
        enums={each.name: each for each in api.enums},
        hierarchy=lines,
    )
