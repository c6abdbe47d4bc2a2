"""What the generated SDK refuses of a documented example: the tests made of such examples expect to fail.

A method declares one type for all pages that document its call, so annotations and other readings of the single page
do not count here. The runtime's strict reader has the same table (`literals`, `value_check`, `body_check`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

import msgspec

from generator.lint import faults as code
from generator.lint.body_check import check_body
from generator.lint.declared import Declared
from generator.lint.example_check import Wrong, judged, succeeds
from generator.lint.faults import REJECTED, Fault
from generator.lint.json_text import decode
from generator.lint.quoting import quote
from generator.lint.shapes import Shapes
from generator.lint.value_check import check_value
from generator.model.operations import Example, HttpRequest, HttpResponse
from generator.model.types import Named, TypeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The first reason for which the SDK can not make an example's request, and for which it can not read its response;
    None if it can.
    """

    request: Wrong | None
    response: Wrong | None


def refused(example: Example, declared: Declared, known: Shapes) -> Refusal:
    """What the SDK refuses of an example."""
    sent: list[Wrong] = []
    request = example.request
    if request is not None:
        sent += judged(request, None, partial(_request, declared=declared, known=known))
        sent += _unreadable(request, None, declared.body)
        sent += _missing(request, declared)
        sent += _untaken(request, declared)
    read: list[Wrong] = []
    answer = answer_of(example)
    if answer is not None and succeeds(answer):
        place = example.responses.index(answer)
        answer = _as_read(answer)
        expected = _expected(example, declared, known)
        if expected is not None:
            read += judged(answer, place, partial(_response, expected=expected, known=known))
            read += _unreadable(answer, place, expected)
        elif declared.silent and answer.body is not None and answer.body.strip():
            fault = Fault(code.UNEXPECTED_BODY, (), "the example returns a body, and the page documents none")
            read.append(Wrong.of(fault, answer.body_span or answer.span, place))
    return Refusal(request=_first(sent), response=_first(read))


def _expected(example: Example, declared: Declared, known: Shapes) -> TypeRef | None:
    """What is read: where the object that was sent comes back, one of its own class."""
    body, request = declared.body, example.request
    if isinstance(body, Named) and body == declared.response and request is not None and request.json and request.body:
        document = decode(request.body)
        named = document.value.get("@odata.type") if document is not None and isinstance(document.value, dict) else None
        name = str(named).removeprefix("#")
        if name in known.structures and known.hierarchy.is_kind_of(name, body.name):
            return Named(name=name)
    return declared.response


def answer_of(example: Example) -> HttpResponse | None:
    """The response that ends the example, behind redirects."""
    return next((each for each in example.responses if each.status not in _REDIRECTS), None)


def _as_read(answer: HttpResponse) -> HttpResponse:
    """The response as the SDK takes it: it decodes some text that is no exchange of JSON for others, such as half of a
    surrogate pair.
    """
    readable = not answer.json and answer.body is not None and decode(answer.body) is not None
    return msgspec.structs.replace(answer, json=True) if readable else answer


_REDIRECTS = range(HTTPStatus.MULTIPLE_CHOICES, HTTPStatus.BAD_REQUEST)


def _first(found: list[Wrong]) -> Wrong | None:
    return min((each for each in found if each.code in _REFUSED), key=Wrong.order, default=None)


_REFUSED = REJECTED | {
    code.UNKNOWN_PARAMETER,
    code.UNKNOWN_PROPERTY,
    code.UNKNOWN_TYPE,
    code.MISSING_BODY,
    code.UNEXPECTED_BODY,
    code.MISSING_REQUIRED,
}


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


def _untaken(request: HttpRequest, declared: Declared) -> Iterator[Wrong]:
    """A body where the method takes none, or another one."""
    if declared.reference and request.json and request.body:
        yield from judged(request, None, _reference)
    elif declared.bodiless and request.body is not None and request.body.split() not in ([], ["{}"], ["{", "}"]):
        fault = Fault(code.UNEXPECTED_BODY, (), "the request shows a body, and the page documents none")
        yield Wrong.of(fault, request.body_span or request.span, None)


def _reference(value: Any) -> Iterator[Fault]:
    target = value.get(_ID) if isinstance(value, dict) else None
    if target is None:
        yield Fault(code.MISSING_REQUIRED, (), f"the link needs {quote(_ID)}, and the example does not send it")
    elif not str(target).startswith(("https://", "http://")):
        yield Fault(code.WRONG_FORMAT, (_ID,), f"{quote(target)} is not an address")


_ID = "@odata.id"


def _missing(request: HttpRequest, declared: Declared) -> Iterator[Wrong]:
    """No body where the method takes one."""
    if request.body is None and (declared.body is not None or declared.required):
        fault = Fault(code.MISSING_BODY, (), "the request shows no body, and the method needs one")
        yield Wrong.of(fault, request.span, None)
