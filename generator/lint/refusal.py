"""What the generated SDK refuses of a documented example: the tests made of such examples expect to fail.

A method declares one type for all pages that document its call, so annotations and other readings of the single page
do not count here. The runtime's strict reader has the same table (`literals`, `value_check`, `body_check`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.lint import faults as code
from generator.lint.body_check import check_body
from generator.lint.declared import Declared
from generator.lint.example_check import Wrong, judged, succeeds
from generator.lint.faults import REJECTED, Fault
from generator.lint.quoting import quote
from generator.lint.shapes import Shapes
from generator.lint.value_check import check_value
from generator.model.operations import Example, HttpRequest, HttpResponse
from generator.model.types import Named, TypeRef


def refused(example: Example, declared: Declared, known: Shapes) -> Wrong | None:
    """The first reason why the SDK can not make the example's request or read its response; None if it can."""
    found: list[Wrong] = []
    request = example.request
    if request is not None:
        found += judged(request, None, partial(_request, declared=declared, known=known))
        found += _unreadable(request, None, declared.body)
        found += _missing(request, declared)
    for index, response in enumerate(example.responses):
        expected = declared.response
        if succeeds(response) and expected is not None:
            found += judged(response, index, partial(_response, expected=expected, known=known))
            found += _unreadable(response, index, expected)
    return min((each for each in found if each.code in _REFUSED), key=Wrong.order, default=None)


_REFUSED = REJECTED | {code.UNKNOWN_PARAMETER, code.MISSING_BODY, code.MISSING_REQUIRED}


def _request(value: Any, declared: Declared, known: Shapes) -> Iterator[Fault]:
    if declared.body is not None:
        yield from check_value(value, declared.body, known)
    elif declared.members is not None and isinstance(value, dict):
        yield from _members(value, declared.members, known)
        for name in sorted(declared.required - value.keys()):
            yield Fault(code.MISSING_REQUIRED, (), f"{quote(name)} is required, and the example does not send it")


def _response(value: Any, expected: TypeRef, known: Shapes) -> Iterator[Fault]:
    """As the runtime unwraps: around one object, only an object counts as wrapped; else `value` is a member like others."""
    is_object = isinstance(expected, Named) and expected.name in known.structures
    if is_object and isinstance(value, dict) and not isinstance(value.get("value"), dict):
        return check_value(value, expected, known)
    return check_body(value, expected, known)


def _members(value: dict[str, Any], members: Mapping[str, TypeRef | None], known: Shapes) -> Iterator[Fault]:
    for key, each in value.items():
        if key not in members:
            yield Fault(code.UNKNOWN_PARAMETER, (key,), f"{quote(key)} is not a documented parameter", at_key=True)
        elif (expected := members[key]) is not None:
            yield from check_value(each, expected, known, (key,))


def _unreadable(message: HttpRequest | HttpResponse, index: int | None, expected: TypeRef | None) -> Iterator[Wrong]:
    """Text where JSON must stand."""
    if expected is not None and message.body is not None and not message.json:
        fault = Fault(code.WRONG_TYPE, (), f"text stands where JSON of {expected} belongs")
        yield Wrong.of(fault, message.body_span or message.span, index)


def _missing(request: HttpRequest, declared: Declared) -> Iterator[Wrong]:
    """No body where the method takes one."""
    if request.body is None and (declared.body is not None or declared.required):
        fault = Fault(code.MISSING_BODY, (), "the request shows no body, and the method needs one")
        yield Wrong.of(fault, request.span, None)
