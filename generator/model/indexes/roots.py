"""Entity sets and singletons: what stands first in the documented paths. Knows linked operations only."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.api import Api
from generator.model.types import TypeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """An entity set (`many`) or a singleton."""

    name: str
    type: TypeRef | None
    """The item type of a set; None: no page tells."""
    many: bool


def roots(api: Api) -> tuple[Root, ...]:
    """All roots, sorted by name."""
    raise NotImplementedError
