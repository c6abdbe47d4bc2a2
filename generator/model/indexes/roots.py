"""Entity sets and singletons: what stands first in the documented paths. Knows linked operations only."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.api import Api
from generator.model.steps import Role
from generator.model.types import TypeRef, item_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """An entity set (`many`) or a singleton."""

    name: str
    type: TypeRef | None
    """The item type of a set; None: no page tells."""
    many: bool


def roots(api: Api) -> tuple[Root, ...]:
    """All roots, sorted by name."""
    found: dict[str, Root] = {}
    for operation in api.operations:
        for route in operation.routes:
            first = route.steps[0] if route.steps else None
            if first is not None and first.name is not None and first.role in (Role.ENTITY_SET, Role.SINGLETON):
                item = item_of(first.type) if first.type is not None else None
                found[first.name] = Root(name=first.name, type=item, many=first.role is Role.ENTITY_SET)
    return tuple(found[name] for name in sorted(found))
