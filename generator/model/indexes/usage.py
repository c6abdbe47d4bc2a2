"""Who uses a type: the other direction of every reference. Knows declarations and operations only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model.api import Api
from generator.model.operations import Operation
from generator.model.types import Named, TypeRef, item_of

_User = TypeVar("_User", str, tuple[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Users by the qualified name used, sorted. Names that nothing uses are absent."""

    by_properties: Mapping[str, tuple[tuple[str, str], ...]]
    """(owner, property) pairs."""
    by_operations: Mapping[str, tuple[str, ...]]
    """Ids of operations whose body, response or parameters name it, or that are bound to it."""
    by_bases: Mapping[str, tuple[str, ...]]
    """Types that inherit from it directly."""


def usage(api: Api) -> Usage:
    """Every reference of `api`, turned round."""
    properties = (
        (used, (each.name, prop.name)) for each in api.types for prop in each.properties for used in _named([prop.type])
    )
    operations = ((used, each.id) for each in api.operations for used in _of_operation(each))
    bases = ((each.base, each.name) for each in api.types if each.base is not None)
    return Usage(by_properties=_turned(properties), by_operations=_turned(operations), by_bases=_turned(bases))


def _of_operation(operation: Operation) -> Iterator[str]:
    yield from _named([operation.body.type, operation.response.type, *(each.type for each in operation.parameters)])
    if operation.owner is not None:
        yield operation.owner


def _named(refs: Iterable[TypeRef | None]) -> Iterator[str]:
    for ref in refs:
        item = item_of(ref) if ref is not None else None
        if isinstance(item, Named):
            yield item.name


def _turned(pairs: Iterable[tuple[str, _User]]) -> dict[str, tuple[_User, ...]]:
    found: dict[str, set[_User]] = {}
    for used, user in pairs:
        found.setdefault(used, set()).add(user)
    return {used: tuple(sorted(found[used])) for used in sorted(found)}
