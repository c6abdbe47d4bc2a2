"""Who uses a type: the other direction of every reference. Knows declarations and operations only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.api import Api


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
    raise NotImplementedError
