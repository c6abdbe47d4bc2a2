"""The route tree: all documented paths merged segment by segment, as a request builder needs them. Knows calls only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.indexes.calls import Call
from generator.model.paths import Address
from generator.model.steps import Role, Step


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


@dataclass(slots=True)
class _Growing:
    step: Step | None = None
    calls: list[Call] = field(default_factory=list)
    children: dict[str, _Growing] = field(default_factory=dict)


def tree(found: Iterable[Call]) -> Node:
    """The tree of these calls."""
    top = _Growing()
    for call in found:
        at = top
        for step in call.steps:
            at = at.children.setdefault(_key(step), _Growing(step=step))
        at.calls.append(call)
    return _frozen("", top)


def _key(step: Step) -> str:
    """The step's own part of the path's shape: a segment that gives two steps is split between them."""
    text = str(step.segment)
    if step.role is Role.KEY:
        return "{}"
    if step.role is Role.ALTERNATE_KEY:
        return f"({','.join(each.name for each in getattr(step.segment, 'arguments', ()))})"
    if step.role is Role.ADDRESS:
        return ":/{}:"
    if isinstance(step.segment, Address):
        return step.segment.name.lower()
    if step.role in (Role.ENTITY_SET, Role.NAVIGATION, Role.PROPERTY):
        return text.partition("(")[0].lower()
    return _arguments(step).lower()


def _arguments(step: Step) -> str:
    arguments = getattr(step.segment, "arguments", None)
    if arguments is None:
        return str(step.segment)
    inner = ",".join(each.name if each.placeholder else str(each) for each in arguments)
    return f"{str(step.segment).partition('(')[0]}({inner})"


def _frozen(key: str, node: _Growing) -> Node:
    return Node(
        key=key,
        step=node.step,
        calls=tuple(sorted(node.calls, key=lambda each: each.verb.value)),
        children=tuple(_frozen(each, node.children[each]) for each in sorted(node.children)),
    )
