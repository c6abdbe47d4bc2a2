"""The JSON body of a documented request or response against what its operation says it carries.

Knows the wrappers that services put around values: `{"value": [...]}`, and `{"value": ...}` around one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.diagnostics import Label
from generator.lint import faults as code
from generator.lint.control_names import misspelt_controls
from generator.lint.faults import Fault
from generator.lint.quoting import quote
from generator.lint.shapes import Shape, Shapes
from generator.lint.value_check import check_members, check_value
from generator.model.operations import (
    BodyKind,
    Operation,
    OperationKind,
    ParameterPlace,
    ResponseKind,
)
from generator.model.types import Collection, Named, TypeRef

_WRAP = "value"
_WRITING = (OperationKind.CREATE, OperationKind.UPDATE)


def request_faults(value: Any, types: Sequence[TypeRef], operation: Operation, known: Shapes) -> Iterator[Fault]:
    """What is wrong with the body of a request. `types`: the readings of the object it carries, likeliest first."""
    body = operation.body
    if body.kind is BodyKind.PARAMETERS:
        yield from _parameters(value, operation, known)
    elif body.kind is BodyKind.NONE:
        said = "the page says that this request has none" if body.span else f"a {operation.verb} request has none"
        yield Fault(code.UNEXPECTED_BODY, (), f"the example sends a body, and {said}")
    elif types:
        yield from _best(list(check_value(value, each, known)) for each in types)
        if operation.kind in _WRITING:
            yield from _read_only(value, types[0], operation, known)


def _read_only(value: Any, expected: TypeRef, operation: Operation, known: Shapes) -> Iterator[Fault]:
    """Members that the type calls read-only, and the page of the request does not list as what to send."""
    shape = known.structures.get(expected.name) if isinstance(expected, Named) else None
    if shape is None or not isinstance(value, dict):
        return
    given = [shape.members[key] for key in value if key in shape.members and key not in _keys(shape, known)]
    rows = (each for each in operation.parameters if each.place is ParameterPlace.BODY)
    sent = {each.name for each in rows if not each.markers.read_only}
    found = [member for member in given if member.markers.read_only and member.name not in sent]
    if found:
        shown = found[:_SHOWN]
        names = ", ".join(quote(member.name) for member in shown)
        rest = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        labels = tuple(Label(span=span, message="called read-only here") for each in shown for span in each.sources[:1])
        message = f"{names}{rest} {'is' if len(found) == 1 else 'are'} read-only"
        yield Fault(code.READ_ONLY, (found[0].name,), message, at_key=True, labels=labels)


_SHOWN = 3
"""Properties that a finding names; requests made by a generator send dozens that are read-only."""


def _keys(shape: Shape, known: Shapes) -> tuple[str, ...]:
    """Key properties, which some entities let the caller choose, whatever the base says of its own."""
    lineage = known.hierarchy.lineage(shape.type.name) if shape.type is not None else ()
    return tuple(key for name in lineage if name in known.structures for key in known.hierarchy.types[name].keys)


def _parameters(value: Any, operation: Operation, known: Shapes) -> Iterator[Fault]:
    shape = Shape.of_parameters(each for each in operation.parameters if each.place is ParameterPlace.BODY)
    if not isinstance(value, dict):
        yield Fault(code.WRONG_TYPE, (), f"{quote(value)} stands where an object with the parameters belongs")
    elif shape.members:
        yield from check_members(value, shape, known)


def response_faults(value: Any, types: Sequence[TypeRef], operation: Operation, known: Shapes) -> Iterator[Fault]:
    """What is wrong with the body of a successful response. `types`: its readings, likeliest first."""
    if types:
        yield from _best(list(check_body(value, each, known)) for each in types)
    elif operation.response.kind is ResponseKind.NONE:
        yield Fault(code.UNEXPECTED_BODY, (), "the example returns a body, and the page says that there is none")


def _best(judged: Iterable[list[Fault]]) -> list[Fault]:
    """The faults by the reading that suits the body best, the likeliest of several."""
    return min(judged, key=len)


def check_body(value: Any, expected: TypeRef, known: Shapes) -> Iterator[Fault]:
    """Every fault of a response body that should hold `expected`, wrapped as services wrap it."""
    return _many(value, expected, known) if isinstance(expected, Collection) else _one(value, expected, known)


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
    yield from misspelt_controls(value)
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
        yield from misspelt_controls(value)
        yield from check_value(value[_WRAP], expected, known, (_WRAP,))


def _wrapped(value: dict[str, Any], expected: TypeRef, known: Shapes) -> bool:
    """Whether `value` is `{"value": ...}` around the thing itself, not a thing that has a property `value`."""
    if _WRAP not in value or any(key != _WRAP and "@" not in key for key in value):
        return False
    shape = known.structures.get(expected.name) if isinstance(expected, Named) else None
    member = None if shape is None else shape.members.get(_WRAP)
    if member is None:
        return True
    inner = value[_WRAP]
    if not isinstance(inner, dict):
        return False
    stated = str(inner.get("@odata.type", "")).removeprefix("#")
    holds = isinstance(member.type, Named) and member.type.name in known.structures
    return not holds or known.hierarchy.is_kind_of(stated, str(expected))
