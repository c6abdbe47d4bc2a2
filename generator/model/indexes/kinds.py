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
    last = steps[-1] if steps else None
    kind = _BY_VERB[verb]
    if last is None:
        return kind
    if last.role in _BY_ROLE:
        kind = _BY_ROLE[last.role]
    elif last.role is Role.FUNCTION and verb in (Verb.GET, Verb.POST):
        kind = OperationKind.DELTA if (last.name or "").lower() == "delta" else OperationKind.FUNCTION
    elif last.type == _STREAM:
        kind = OperationKind.STREAM
    elif verb is Verb.GET and isinstance(last.type, Collection):
        kind = OperationKind.LIST
    elif verb is Verb.POST and last.role is Role.UNKNOWN:
        kind = OperationKind.ACTION
    return kind


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
