"""The documented paths as the tree that request nodes are made of. Knows calls and segments, nothing of Python.

Spellings of one thing meet here: a key and the alternate keys of its collection lead to one item; a function with a
fixed value for a parameter is that function; `f()` is `f`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from generator.model.declarations import short
from generator.model.indexes.calls import Call
from generator.model.operations import OperationKind
from generator.model.paths import Address, Argument, Key, Name, Segment
from generator.model.paths import Call as CallSegment
from generator.model.steps import Role, Step
from generator.model.wording import Verb

_MEMBERS = (Role.ENTITY_SET, Role.SINGLETON, Role.NAVIGATION, Role.PROPERTY)


class Edge(Enum):
    """How a node is reached from the one above it."""

    CHILD = "child"
    ITEM = "item"
    """By a key, an alternate key, or both."""
    AT = "at"
    """By a file path."""
    PROCEDURE = "procedure"
    """An action or function: a method, or, where paths go on behind it, a node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A path up to one step. `trail` are the steps up to it; calls end here, all that mean the same verb together."""

    key: str
    """What tells it from its siblings."""
    edge: Edge
    step: Step | None
    """None at the root."""
    keyed: bool
    """An item that is reached by its primary key."""
    alternates: tuple[tuple[Argument, ...], ...]
    """Alternate keys that lead to this item."""
    trail: tuple[Step, ...]
    calls: tuple[tuple[Verb, tuple[Call, ...]], ...]
    children: tuple[Route, ...]
    """Sorted by key."""

    @property
    def template(self) -> str:
        """The path as a person writes it, an item's key named after its collection."""
        return written(self.trail)

    @property
    def is_method(self) -> bool:
        """An action or function with nothing behind it."""
        return self.edge is Edge.PROCEDURE and not self.children

    def child(self, step: Step) -> Route:
        """The node that a step leads to. Raises KeyError for a step of no call of the tree."""
        key = step_key(step)
        for each in self.children:
            if each.key == key:
                return each
        raise KeyError(key)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The parameters in the parentheses of a function."""
        segment = self.step.segment if self.step is not None else None
        return segment.arguments if isinstance(segment, CallSegment) and self.edge is Edge.PROCEDURE else ()


@dataclass(slots=True)
class _Growing:
    step: Step | None
    keyed: bool = False
    alternates: dict[tuple[str, ...], tuple[Argument, ...]] = field(default_factory=dict)
    calls: dict[Verb, list[Call]] = field(default_factory=dict)
    children: dict[str, _Growing] = field(default_factory=dict)

    def below(self, step: Step) -> _Growing:
        """The node one step down; a primary key's spelling wins over an alternate one's, a placeholder over an example."""
        found = self.children.get(step_key(step))
        if found is None:
            found = self.children[step_key(step)] = _Growing(step)
        if step.role is Role.ALTERNATE_KEY and isinstance(step.segment, CallSegment):
            names = tuple(each.name.lower() for each in step.segment.arguments)
            found.alternates.setdefault(names, step.segment.arguments)
        elif is_key(step):
            if not found.keyed or not _is_open(found.step):
                found.step = step
            found.keyed = True
        elif _is_open(step) and not _is_open(found.step):
            found.step = step
        return found


def _is_open(step: Step | None) -> bool:
    """Whether it says that any value may stand there: a placeholder, and no example of a value."""
    segment = step.segment if step is not None else None
    return isinstance(segment, Key) or any(each.placeholder for each in _arguments(step))


def route_tree(calls: Iterable[Call]) -> Route:
    """The tree of these calls, the same whatever their order."""
    top = _Growing(None)
    for call in sorted(calls, key=lambda each: (each.shape, each.verb.value)):
        at = top
        for step in call.steps:
            at = at.below(step)
        at.calls.setdefault(call.verb, []).append(call)
    return _frozen("", top, ())


def is_key(step: Step) -> bool:
    return step.role is Role.KEY or (step.role is Role.UNKNOWN and isinstance(step.segment, Key))


def is_delta(step: Step) -> bool:
    """OData's change tracking: a function wherever it stands, declared or not."""
    return step.role in (Role.FUNCTION, Role.UNKNOWN) and segment_text(step).lower() == "delta"


def segment_text(step: Step) -> str:
    """The step's own text in a path, without arguments: the declared spelling where only the case differs."""
    segment: Segment = step.segment
    text = (
        segment.text if isinstance(segment, Name) else segment.placeholder if isinstance(segment, Key) else segment.name
    )
    return step.name if step.name is not None and step.name.lower() == text.lower() else text


DOLLAR = {Role.REF: "ref", Role.VALUE: "value", Role.COUNT: "count"}
"""Segments that begin with a dollar sign, by what their nodes are called."""


def last_name(trail: tuple[Step, ...]) -> str:
    """The last step's text that is a name, without its namespace."""
    for step in reversed(trail):
        if step.role not in (Role.KEY, Role.ALTERNATE_KEY, Role.ADDRESS, *DOLLAR):
            return short(segment_text(step))
    return "item"


def written(trail: tuple[Step, ...]) -> str:
    """A path template of these steps."""
    parts: list[str] = []
    for step in trail:
        segment = step.segment
        if step.role is Role.ADDRESS and isinstance(segment, Address):
            parts[-1] += f":/{{{segment.placeholder}}}:"
        elif step.role is Role.ALTERNATE_KEY and isinstance(segment, CallSegment):
            parts[-1] += f"({','.join(map(str, segment.arguments))})"
        elif isinstance(segment, CallSegment) and step.role in _MEMBERS:
            parts.append(segment_text(step))
        elif isinstance(segment, Address):
            parts.append(segment.name)
        else:
            parts.append(str(segment))
    return "/" + "/".join(parts)


def step_key(step: Step) -> str:
    """What tells the step from others at its place, whatever the spelling."""
    if is_key(step) or step.role is Role.ALTERNATE_KEY:
        return "{}"
    if step.role is Role.ADDRESS:
        return ":"
    arguments = _arguments(step)
    inner = f"({','.join(each.name.lower() for each in arguments)})" if arguments else ""
    return segment_text(step).lower() + inner


def _arguments(step: Step | None) -> tuple[Argument, ...]:
    """Arguments of a function; those of an alternate key belong to the step after the collection's."""
    if step is None or step.role in (*_MEMBERS, Role.ALTERNATE_KEY):
        return ()
    return step.segment.arguments if isinstance(step.segment, CallSegment) else ()


_PROCEDURES = frozenset({OperationKind.ACTION, OperationKind.FUNCTION, OperationKind.DELTA})


def _edge(node: _Growing) -> Edge:
    step = node.step
    if step is None:
        return Edge.CHILD
    if is_key(step) or step.role is Role.ALTERNATE_KEY:
        return Edge.ITEM
    if step.role is Role.ADDRESS:
        return Edge.AT
    if step.role in (Role.ACTION, Role.FUNCTION) or _arguments(step):
        return Edge.PROCEDURE
    if is_delta(step) and not node.children:
        return Edge.PROCEDURE
    kinds = {call.kind for calls in node.calls.values() for call in calls}
    return Edge.PROCEDURE if step.role is Role.UNKNOWN and kinds and kinds <= _PROCEDURES else Edge.CHILD


def _by_alternate(call: Call) -> bool:
    """Pages that go by the primary key speak first."""
    return any(step.role is Role.ALTERNATE_KEY for step in call.steps)


def _frozen(key: str, node: _Growing, above: tuple[Step, ...]) -> Route:
    trail = (*above, node.step) if node.step is not None else above
    return Route(
        key=key,
        edge=_edge(node),
        step=node.step,
        keyed=node.keyed,
        alternates=tuple(node.alternates[each] for each in sorted(node.alternates)),
        trail=trail,
        calls=tuple((verb, tuple(sorted(node.calls[verb], key=_by_alternate))) for verb in Verb if verb in node.calls),
        children=tuple(_frozen(each, node.children[each], trail) for each in sorted(node.children)),
    )
