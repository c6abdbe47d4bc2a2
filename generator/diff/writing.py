"""Which properties of entities the pages show being written: a new "Read-only" takes something away from those alone."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.diff.pairs import Pairs
from generator.model.declarations import StructureKind
from generator.model.indexes.calls import Call
from generator.model.operations import OperationKind, ParameterPlace
from generator.model.types import Named

_WRITES = {OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE}


def was_written(pairs: Pairs, owner: str, name: str) -> bool:
    """Whether a page of the old state has a call take the property: one whose body is such an entity, and whose table or
    examples name the property where it has a table. Complex values are parts of other bodies; of them we cannot tell.
    """
    known = pairs.old_lines
    old = pairs.types.old[owner]
    if old.kind is not StructureKind.ENTITY:
        return True
    return any(
        known.is_kind_of(body, old.name) or known.is_kind_of(old.name, body)
        for body, call in _taking(pairs)
        if _takes(call, name)
    )


def _taking(pairs: Pairs) -> Iterator[tuple[str, Call]]:
    """Calls with what they take: as their pages say, and what the path leads to where it is made or changed."""
    for call in pairs.calls.old.values():
        stated = {document.operation.body.type for document in call.documents} | {call.body.type}
        names = {each.name for each in stated if isinstance(each, Named)}
        if call.kind in _WRITES and call.owner is not None:
            names.add(call.owner)
        yield from ((name, call) for name in sorted(names))


def _takes(call: Call, name: str) -> bool:
    table = [each.name for each in call.parameters if each.place is ParameterPlace.BODY]
    return not table or name in table or any(name in body for body in _shown(call))


def _shown(call: Call) -> Iterator[dict[str, object]]:
    """The objects that examples send."""
    for document in call.documents:
        for each in document.operation.examples:
            if each.request is not None and each.request.json and each.request.body is not None:
                sent = msgspec.json.decode(each.request.body)
                if isinstance(sent, dict):
                    yield sent
