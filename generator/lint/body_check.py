"""The JSON body of a documented request or response against what its operation says it carries.

Knows the wrappers that services put around values: `{"value": [...]}`, and `{"value": ...}` around one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Label
from generator.lint import faults as code
from generator.lint.faults import Fault
from generator.lint.quoting import quote
from generator.lint.shapes import Shape, Shapes
from generator.lint.value_check import check_members, check_value
from generator.model.operations import (
    BodyKind,
    HttpResponse,
    Operation,
    OperationKind,
    ParameterPlace,
    ResponseKind,
)
from generator.model.types import Collection, Named, TypeRef, item_of

_WRAP = "value"
_WRITING = (OperationKind.CREATE, OperationKind.UPDATE)


def request_faults(value: Any, operation: Operation, known: Shapes) -> Iterator[Fault]:
    """What is wrong with the body of a request."""
    body = operation.body
    if body.kind is BodyKind.PARAMETERS:
        yield from _parameters(value, operation, known)
    elif body.kind is BodyKind.ENTITY and body.type is not None:
        yield from check_value(value, body.type, known)
        yield from _read_only(value, body.type, operation, known)
    elif body.kind is BodyKind.NONE:
        said = "the page says that this request has none" if body.span else f"a {operation.verb} request has none"
        yield Fault(code.UNEXPECTED_BODY, (), f"the example sends a body, and {said}")


def _read_only(value: Any, expected: TypeRef, operation: Operation, known: Shapes) -> Iterator[Fault]:
    shape = known.structures.get(expected.name) if isinstance(expected, Named) else None
    if shape is None or not isinstance(value, dict) or operation.kind not in _WRITING:
        return
    for key in value:
        member = shape.members.get(key)
        if member is not None and member.markers.read_only:
            labels = tuple(Label(span=span, message="called read-only here") for span in member.sources[:1])
            yield Fault(code.READ_ONLY, (key,), f"{quote(key)} is read-only", at_key=True, labels=labels)


def _parameters(value: Any, operation: Operation, known: Shapes) -> Iterator[Fault]:
    shape = Shape.of_parameters(each for each in operation.parameters if each.place is ParameterPlace.BODY)
    if not isinstance(value, dict):
        yield Fault(code.WRONG_TYPE, (), f"{quote(value)} stands where an object with the parameters belongs")
    elif shape.members:
        yield from check_members(value, shape, known)


def response_faults(value: Any, response: HttpResponse, operation: Operation, known: Shapes) -> Iterator[Fault]:
    """What is wrong with the body of a successful response."""
    expected = expected_type(response, operation, known)
    if expected is None:
        if operation.response.kind is ResponseKind.NONE:
            yield Fault(code.UNEXPECTED_BODY, (), "the example returns a body, and the page says that there is none")
    elif isinstance(expected, Collection):
        yield from _many(value, expected, known)
    else:
        yield from _one(value, expected, known)


def expected_type(response: HttpResponse, operation: Operation, known: Shapes) -> TypeRef | None:
    """The type of an example's response: what the page says of all responses, narrowed by the example's annotation."""
    stated, annotated = operation.response.type, response.type
    if stated is None or annotated is None:
        return stated or annotated
    whole, part = item_of(stated), item_of(annotated)
    narrower = (
        isinstance(whole, Named) and isinstance(part, Named) and known.hierarchy.is_kind_of(part.name, whole.name)
    )
    if not narrower:
        return stated
    return Collection(item=part) if isinstance(stated, Collection) else part


def _many(value: Any, expected: Collection, known: Shapes) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield from check_value(value, expected, known)
        return
    if not isinstance(value.get(_WRAP), list):
        at = (_WRAP,) if _WRAP in value else ()
        hint = f'a list stands in {{"value": [...]}} with {expected.item} objects'
        yield Fault(code.COLLECTION, at, f"one object stands where a list of {expected.item} belongs", hint=hint)
        return
    yield from check_value(value[_WRAP], expected, known, (_WRAP,))
    for key in value:
        if key != _WRAP and "@" not in key:
            message = f"{quote(key)} stands beside the list, where only annotations belong"
            yield Fault(code.UNKNOWN_PROPERTY, (key,), message, at_key=True)


def _one(value: Any, expected: TypeRef, known: Shapes) -> Iterator[Fault]:
    if not isinstance(value, dict) or not _wrapped(value, expected, known):
        yield from check_value(value, expected, known)
    elif isinstance(value[_WRAP], list):
        yield Fault(code.COLLECTION, (_WRAP,), f"a list stands where one {expected} belongs")
    else:
        yield from check_value(value[_WRAP], expected, known, (_WRAP,))


def _wrapped(value: dict[str, Any], expected: TypeRef, known: Shapes) -> bool:
    """Whether `value` is `{"value": ...}` around the thing itself, not a thing that has a property `value`."""
    if _WRAP not in value or any(key != _WRAP and "@" not in key for key in value):
        return False
    shape = known.structures.get(expected.name) if isinstance(expected, Named) else None
    return shape is None or _WRAP not in shape.members
