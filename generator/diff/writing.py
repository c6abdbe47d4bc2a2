"""Which properties of entities the pages show being written: a new "Read-only" takes something away from those alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from generator.model.declarations import StructureKind
from generator.model.indexes.calls import Call
from generator.model.indexes.hierarchy import Hierarchy
from generator.model.operations import OperationKind, ParameterPlace
from generator.model.types import Named

_WRITES = {OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE}


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the calls of one state take, by the type of their bodies. Look-ups are made once for a type."""

    lines: Hierarchy
    taken: dict[str, frozenset[str] | None]
    """Names of properties by body type; None: a call takes any, as its page has no table."""
    _known: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def has(self, owner: str, name: str) -> bool:
        """Whether a page has a call take the property of `owner`: one whose body is such an entity, and whose table or
        examples name the property where it has a table. Complex values are parts of other bodies; of them we cannot tell.
        """
        if self.lines.types[owner].kind is not StructureKind.ENTITY:
            return True
        if owner not in self._known:
            self._known[owner] = _joined(names for body, names in self.taken.items() if self._akin(body, owner))
        names = self._known[owner]
        return names is None or name in names

    def _akin(self, body: str, owner: str) -> bool:
        return self.lines.is_kind_of(body, owner) or self.lines.is_kind_of(owner, body)


def written(calls: Iterable[Call], lines: Hierarchy) -> Written:
    """The index of these calls. Cost: one pass, in which each example is read once."""
    found: dict[str, list[frozenset[str] | None]] = {}
    for call in calls:
        bodies = _bodies(call)
        names = _names(call) if bodies else None
        for body in bodies:
            found.setdefault(body, []).append(names)
    return Written(lines=lines, taken={body: _joined(found[body]) for body in sorted(found)})


def _joined(found: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """What any of them has; None where one has no bounds."""
    joined: set[str] = set()
    for each in found:
        if each is None:
            return None
        joined |= each
    return frozenset(joined)


def _bodies(call: Call) -> frozenset[str]:
    """The types that a call takes: as its pages say, and what the path leads to where it is made or changed."""
    stated = {document.operation.body.type for document in call.documents} | {call.body.type}
    names = {each.name for each in stated if isinstance(each, Named)}
    return frozenset(names | ({call.owner} if call.kind in _WRITES and call.owner is not None else set()))


def _names(call: Call) -> frozenset[str] | None:
    table = {each.name for each in call.parameters if each.place is ParameterPlace.BODY}
    return frozenset(table.union(*_shown(call))) if table else None


def _shown(call: Call) -> Iterator[dict[str, object]]:
    """The objects that examples send."""
    for document in call.documents:
        for each in document.operation.examples:
            if each.request is not None and each.request.json and each.request.body is not None:
                sent = msgspec.json.decode(each.request.body)
                if isinstance(sent, dict):
                    yield sent
