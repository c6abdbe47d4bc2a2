"""What a call does, from its verb and the steps of its path. Knows nothing of pages."""

from __future__ import annotations

from generator.model.operations import OperationKind
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role, Step
from generator.model.types import Collection, Named, Primitive, item_of
from generator.model.wording import Verb

_BY_ROLE = {
    Role.REF: OperationKind.REFERENCE,
    Role.VALUE: OperationKind.STREAM,
    Role.COUNT: OperationKind.COUNT,
    Role.ACTION: OperationKind.ACTION,
}
_BY_VERB = {
    Verb.GET: OperationKind.GET,
    Verb.POST: OperationKind.CREATE,
    Verb.PATCH: OperationKind.UPDATE,
    Verb.PUT: OperationKind.REPLACE,
    Verb.DELETE: OperationKind.DELETE,
}
_STREAM = Primitive(name=PrimitiveName.STREAM)


def kind_of(verb: Verb, steps: tuple[Step, ...]) -> OperationKind:
    """The kind of a call; for a path that is not understood, what its verb usually means."""
    if not steps:
        return _BY_VERB[verb]
    last = steps[-1]
    if last.role in _BY_ROLE:
        return _BY_ROLE[last.role]
    if last.role is Role.FUNCTION:
        return OperationKind.DELTA if (last.name or "").lower() == "delta" else OperationKind.FUNCTION
    if last.type == _STREAM:
        return OperationKind.STREAM
    if verb is Verb.GET and isinstance(last.type, Collection):
        return OperationKind.LIST
    if verb is Verb.POST and last.role is Role.UNKNOWN:
        return OperationKind.ACTION
    return _BY_VERB[verb]


def name_of(steps: tuple[Step, ...]) -> str | None:
    """The own name of the action or function that the path ends at."""
    last = steps[-1] if steps else None
    return last.name if last is not None and last.role in (Role.ACTION, Role.FUNCTION) else None


def owner_of(steps: tuple[Step, ...]) -> str | None:
    """The type a call is bound to: its action's or function's; else the nearest one that the path stands for."""
    if name_of(steps) is not None:
        return steps[-1].owner
    for step in reversed(steps):
        item = item_of(step.type) if step.type is not None else None
        if isinstance(item, Named):
            return item.name
    return None
