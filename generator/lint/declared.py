"""What the SDK's method for a call says it sends and gives. The back end decides alike (`python/results`, `python/bodies`).

Whoever changes the one changes the other: the generated tests, which expect each refusal and nothing else, tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.lint.shapes import Shapes
from generator.model.indexes.calls import Call
from generator.model.operations import BodyKind, OperationKind, Parameter, ParameterPlace, ResponseKind
from generator.model.primitives import PrimitiveName as P
from generator.model.steps import Role
from generator.model.types import Collection, Named, Opaque, Primitive, TypeRef, item_of
from generator.model.wording import Verb


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What a method says it sends and gives. None: it takes any JSON, bytes or nothing there."""

    body: TypeRef | None = None
    members: Mapping[str, TypeRef | None] | None = None
    """The parameters that make up the body, by wire name; a type of None is not checked."""
    required: frozenset[str] = frozenset()
    """Members that every call must give."""
    response: TypeRef | None = None
    """A `Collection` for pages of many."""
    response_as_json: TypeRef | None = None
    """What it gives in place of a file, where the request asks for JSON."""
    bodiless: bool = False
    """Whether it sends nothing, whatever is shown."""
    reference: bool = False
    """Whether it sends a link to an object."""
    silent: bool = False
    """Whether it gives nothing, whatever comes back."""


def declared_by(call: Call, known: Shapes) -> Declared:
    """What the method for `call` declares."""
    body = _body(call, known)
    members = None if body is not None or not _takes_members(call) else _parameters(call)
    return Declared(
        body=body,
        members=None if members is None else {name: _checked(each.type) for name, each in members.items()},
        required=frozenset(name for name, each in (members or {}).items() if each.markers.required),
        response=_response(call),
        response_as_json=_response_as_json(call),
        bodiless=_reads(call) or (call.body.kind is BodyKind.NONE and members is None),
        reference=not _reads(call) and (call.body.kind is BodyKind.REFERENCE or _links(call)),
        silent=call.response.kind in _SILENT[call.verb is Verb.GET],
    )


_SILENT = {True: (ResponseKind.NONE,), False: (ResponseKind.NONE, ResponseKind.UNSTATED)}
"""What gives nothing, for reading calls and for others."""


def _parameters(call: Call) -> dict[str, Parameter] | None:
    return {each.name: each for each in call.parameters if each.place is ParameterPlace.BODY} or None


def _takes_members(call: Call) -> bool:
    return not _reads(call) and not _links(call) and call.body.kind not in (BodyKind.REFERENCE, BodyKind.STREAM)


def _reads(call: Call) -> bool:
    return call.verb in (Verb.GET, Verb.DELETE) and call.body.kind in (BodyKind.UNSTATED, BodyKind.REFERENCE)


def _links(call: Call) -> bool:
    return call.kind is OperationKind.REFERENCE and call.body.kind is not BodyKind.NONE


def _body(call: Call, known: Shapes) -> TypeRef | None:
    """The model that is sent; for plain writes that do not name it, what the path leads to or what comes back."""
    if not _takes_members(call) or call.body.kind in (BodyKind.NONE, BodyKind.PARAMETERS):
        return None
    ref = call.body.type
    if ref is None and call.kind in _WRITES and call.body.kind is BodyKind.ENTITY:
        at = call.steps[-1].type if call.steps else None
        told = (item_of(each) for each in (at, call.response.type) if each is not None)
        ref = next((each for each in told if isinstance(each, Named)), None)
    return ref if isinstance(ref, Named) and ref.name in known.structures else None


_WRITES = (OperationKind.CREATE, OperationKind.UPDATE, OperationKind.REPLACE)
_TOKENS = frozenset({P.STRING, P.BOOLEAN, P.BYTE, P.SBYTE, P.INT16, P.INT32, P.INT64, P.SINGLE, P.DOUBLE})
"""Primitives that a test checks in an action's parameter; it passes others on as they stand."""


def _checked(ref: TypeRef) -> TypeRef | None:
    item = item_of(ref)
    return None if isinstance(item, Primitive) and item.name not in _TOKENS else ref


def _response(call: Call) -> TypeRef | None:
    """What is read strictly: one thing, or a `Collection`. None for bytes, counts, nothing, and any JSON."""
    stated = call.response
    if stated.type is None or stated.kind not in (ResponseKind.VALUE, ResponseKind.COLLECTION):
        return None
    if call.verb is Verb.GET and (
        call.kind in (OperationKind.COUNT, OperationKind.STREAM) or _FOUND in stated.statuses
    ):
        return None
    if call.verb is Verb.GET and call.kind is OperationKind.DELTA:
        return _many(stated.type)
    if stated.kind is ResponseKind.COLLECTION and not (call.verb is Verb.GET and _ends_at_one(call)):
        return _many(stated.type)
    one = item_of(stated.type) if call.verb is Verb.GET else stated.type
    return None if isinstance(one, Opaque | Collection) or one == Primitive(name=P.STREAM) else one


_FOUND = 302


def _response_as_json(call: Call) -> TypeRef | None:
    stated = call.response
    leads_to_file = call.verb is Verb.GET and _FOUND in stated.statuses
    many = leads_to_file and stated.kind is ResponseKind.COLLECTION and stated.type is not None
    return _many(stated.type) if many and stated.type is not None else None


def _many(ref: TypeRef) -> Collection:
    item = item_of(ref)
    return Collection(item=Primitive(name=P.UNTYPED) if isinstance(item, Opaque) else item)


def _ends_at_one(call: Call) -> bool:
    last = call.steps[-1] if call.steps else None
    by_key = last is not None and last.role in (Role.KEY, Role.ALTERNATE_KEY, Role.SINGLETON)
    return by_key and last is not None and last.type is not None and not isinstance(last.type, Collection)
