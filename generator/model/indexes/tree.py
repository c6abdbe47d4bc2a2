"""The route tree: all documented paths merged segment by segment, as a request builder needs them. Knows calls only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.indexes.calls import Call
from generator.model.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A path up to one step. `key` is the step's text in shape form (`users`, `{}`, `getx(a,b)`), unique among siblings."""

    key: str
    step: Step | None
    """None at the root of the tree."""
    calls: tuple[Call, ...]
    """Calls that end here, by verb."""
    children: tuple[Node, ...]
    """Sorted by key."""


def tree(found: Iterable[Call]) -> Node:
    """The tree of these calls."""
    raise NotImplementedError
