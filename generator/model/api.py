"""The whole documented API as one frozen value: what lint, diff, exports and the SDK are made from."""

from __future__ import annotations

import msgspec

from generator.model.declarations import Declaration, EnumType, StructuredType
from generator.model.operations import Operation


class PageCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many pages of each kind were read."""

    api: int = 0
    resource: int = 0
    enum: int = 0
    conceptual: int = 0
    include: int = 0


class Api(msgspec.Struct, frozen=True, kw_only=True):
    """Sealed and sorted: types by qualified name, operations by id. Nothing is changed after linking."""

    types: tuple[StructuredType, ...]
    enums: tuple[EnumType, ...]
    operations: tuple[Operation, ...]
    pages: PageCounts

    def declarations(self) -> dict[str, Declaration]:
        """Every type and enum by qualified name. Builds a new dict: keep it where it is used often."""
        found: dict[str, Declaration] = {each.name: each for each in self.types}
        found.update((each.name, each) for each in self.enums)
        return found
