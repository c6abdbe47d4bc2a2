"""One documented example against the model: what the example rules report and what the SDK's tests expect to fail.

`wrong` is the only judge of examples: a rule passes on the findings of its code, and an example with a `rejected`
finding is one that the generated SDK refuses to read strictly. Pure; the URL is the linker's to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from itertools import chain
from typing import Any

import msgspec

from generator.lint import faults as code
from generator.lint.body_check import request_faults, response_faults
from generator.lint.expected import request_types, response_types
from generator.lint.faults import Fault
from generator.lint.finding import Finding
from generator.lint.json_places import Pointer, span_in
from generator.lint.json_text import Document, decode
from generator.lint.quoting import quote
from generator.lint.shapes import Shapes
from generator.model.indexes.calls import Call
from generator.model.operations import (
    Example,
    HttpRequest,
    HttpResponse,
    Operation,
    Response,
    ResponseKind,
)
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A finding about one message of an example."""

    code: str
    finding: Finding
    response: int | None
    """Index into the example's responses; None: the request."""
    rejected: bool
    """The SDK refuses to read the message strictly."""


def wrong(example: Example, operation: Operation, known: Shapes) -> tuple[Wrong, ...]:
    """Everything that is wrong with the bodies of one example of `operation`, in page order.

    A request whose URL is none of the operation's is not judged: it is an example of something else, which the linker
    has reported; its responses are judged by their own annotations.
    """
    found: list[Wrong] = []
    if example.request is not None and example.route is None:
        operation = msgspec.structs.replace(operation, response=_NOTHING_STATED)
    elif example.request is not None:
        types = request_types(example, operation)
        found += _judged(example.request, None, partial(request_faults, types=types, operation=operation, known=known))
    for index, response in enumerate(example.responses):
        if succeeds(response):
            types = response_types(response, example, operation, known)
            judge = partial(response_faults, types=types, operation=operation, known=known)
            found += _judged(response, index, judge)
    return tuple(sorted(found, key=_place))


def refused(example: Example, call: Call, known: Shapes) -> Wrong | None:
    """The first reason why the SDK's method for `call` refuses to read the example strictly, if it does.

    The method declares what all pages of the call say together, so annotations and other readings do not count.
    """
    found: list[Wrong] = []
    if example.request is not None:
        types = () if call.body.type is None else (call.body.type,)
        found += _judged(example.request, None, partial(request_faults, types=types, operation=call, known=known))
    for index, response in enumerate(example.responses):
        if succeeds(response) and call.response.kind in _JSON:
            types = () if call.response.type is None else (call.response.type,)
            judge = partial(response_faults, types=types, operation=call, known=known)
            found += _judged(response, index, judge)
    return min((each for each in found if each.rejected), key=_place, default=None)


_JSON = (ResponseKind.VALUE, ResponseKind.COLLECTION)


def _place(found: Wrong) -> tuple[Span, str, str]:
    return found.finding.span, found.code, found.finding.message


_NOTHING_STATED = Response(kind=ResponseKind.UNSTATED, statuses=(), type=None, span=None)


def succeeds(response: HttpResponse) -> bool:
    """Whether it shows a success: errors have a form of their own, which no page declares."""
    return HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES and not response.expects_error


Judge = Callable[[Any], Iterator[Fault]]


def _judged(message: HttpRequest | HttpResponse, index: int | None, judge: Judge) -> Iterator[Wrong]:
    document = decode(message.body) if message.json and message.body is not None else None
    if document is None or message.body is None:
        return
    start = message.body_span or message.span
    for each in _distinct(chain(judge(document.value), _twice(document))):
        last = each.code == code.DUPLICATE_KEY
        span = span_in(message.body, start, each.pointer, at_key=each.at_key, last=last)
        finding = Finding(span=span, message=each.message, hint=each.hint, labels=each.labels)
        yield Wrong(code=each.code, finding=finding, response=index, rejected=each.rejected)


def _twice(document: Document) -> Iterator[Fault]:
    for pointer in document.twice:
        yield Fault(code.DUPLICATE_KEY, pointer, f"{quote(pointer[-1])} is given twice", at_key=True)


def _distinct(found: Iterable[Fault]) -> Iterator[Fault]:
    """Each fault once, at its first place: the items of a list tend to share their faults."""
    first: dict[tuple[str, Pointer, str], Fault] = {}
    for each in found:
        alike = (each.code, tuple(0 if isinstance(step, int) else step for step in each.pointer), each.message)
        if alike not in first or _order(each) < _order(first[alike]):
            first[alike] = each
    yield from first.values()


def _order(fault: Fault) -> list[int]:
    return [step for step in fault.pointer if isinstance(step, int)]
