"""Who inherits from whom, and what a type has with everything it inherits. Knows declarations only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.api import Api
from generator.model.declarations import Property, Restated, StructuredType


@dataclass(frozen=True, slots=True, kw_only=True)
class Hierarchy:
    """The inheritance of one `Api`. Names are qualified; an unknown name has no relatives. Cycles end where they close."""

    types: Mapping[str, StructuredType]
    derived: Mapping[str, tuple[str, ...]]
    """Direct subtypes by base, sorted."""

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Bases, nearest first, without the type itself."""
        return tuple(_chain(self.types, name))[1:]

    def lineage(self, name: str) -> tuple[str, ...]:
        """The type itself, then its bases."""
        return tuple(_chain(self.types, name))

    def descendants(self, name: str) -> tuple[str, ...]:
        """All subtypes, level by level, each level sorted; without the type itself."""
        found: dict[str, None] = {}
        level = list(self.derived.get(name, ()))
        while level:
            level = [each for each in level if each not in found and each != name]
            found.update(dict.fromkeys(level))
            level = sorted(child for each in level for child in self.derived.get(each, ()))
        return tuple(found)

    def is_kind_of(self, name: str, base: str) -> bool:
        """Whether `name` is `base` or inherits from it."""
        return base in _chain(self.types, name)

    def properties(self, name: str) -> tuple[tuple[str, Property], ...]:
        """(declaring type, property) of the type and its bases: furthest base first, in declared order, each name once
        (a redeclaration stands at the place of the first, with the type nearest to `name`).
        """
        found: dict[str, tuple[str, Property]] = {}
        for owner in reversed(self.lineage(name)):
            if owner in self.types:
                found.update((each.name, (owner, each)) for each in self.types[owner].properties)
        return tuple(found.values())

    def restated(self, name: str, prop: str) -> tuple[tuple[str, Restated], ...]:
        """What the type and its bases say of a property beside the one that declares it, nearest first, each with its type."""
        known = (self.types[each] for each in self.lineage(name) if each in self.types)
        return tuple((each.name, one) for each in known for one in each.restated if one.name == prop)

    def common(self, names: Iterable[str]) -> str | None:
        """The nearest type that all of `names` are or inherit from; None where there is none."""
        chains = [self.lineage(name) for name in names]
        if not chains:
            return None
        return next((each for each in chains[0] if all(each in chain for chain in chains[1:])), None)


def hierarchy(api: Api) -> Hierarchy:
    """The inheritance between the types of `api`."""
    return hierarchy_of(api.types)


def hierarchy_of(types: Iterable[StructuredType]) -> Hierarchy:
    """The same of any set of types."""
    by_name = {each.name: each for each in types}
    derived: dict[str, list[str]] = {}
    for each in by_name.values():
        if each.base is not None:
            derived.setdefault(each.base, []).append(each.name)
    return Hierarchy(types=by_name, derived={base: tuple(sorted(names)) for base, names in derived.items()})


def _chain(types: Mapping[str, StructuredType], name: str) -> Iterator[str]:
    seen: set[str] = set()
    current: str | None = name
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        current = types[current].base if current in types else None
