"""What the generated SDK refuses of a documented example: the tests made of such examples expect to fail.

A method declares one type for all pages that document its call, so annotations and other readings of the single page
do not count here. The runtime's strict reader has the same table (`literals`, `value_check`, `body_check`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.lint import faults as code
from generator.lint.body_check import check_body
from generator.lint.example_check import Wrong, judged, succeeds
from generator.lint.faults import REJECTED, Fault
from generator.lint.quoting import quote
from generator.lint.shapes import Shapes
from generator.lint.value_check import check_value
from generator.model.operations import Example, HttpRequest, HttpResponse
from generator.model.types import TypeRef


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


def refused(example: Example, declared: Declared, known: Shapes) -> Wrong | None:
    """The first reason why the SDK can not make the example's request or read its response; None if it can."""
    found: list[Wrong] = []
    request = example.request
    if request is not None:
        found += judged(request, None, partial(_request, declared=declared, known=known))
        found += _unreadable(request, None, declared.body)
    for index, response in enumerate(example.responses):
        expected = declared.response
        if succeeds(response) and expected is not None:
            found += judged(response, index, partial(check_body, expected=expected, known=known))
            found += _unreadable(response, index, expected)
    return min((each for each in found if each.code in _REFUSED), key=Wrong.order, default=None)


_REFUSED = REJECTED | {code.UNKNOWN_PARAMETER, code.MISSING_REQUIRED}


def _request(value: Any, declared: Declared, known: Shapes) -> Iterator[Fault]:
    if declared.body is not None:
        yield from check_value(value, declared.body, known)
    elif declared.members is not None and isinstance(value, dict):
        yield from _members(value, declared.members, known)
        for name in sorted(declared.required - value.keys()):
            yield Fault(code.MISSING_REQUIRED, (), f"{quote(name)} is required, and the example does not send it")


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
