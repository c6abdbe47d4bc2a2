"""One documented example against the model: what the example rules report.

`wrong` judges an example by what its own page says: rules pass on the findings of their code. What the SDK refuses is
judged by `refusal`, with the same checks. Pure; the URL is the linker's to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from itertools import chain
from typing import Any

import msgspec

from generator.lint import faults
from generator.lint.body_check import request_faults, response_faults
from generator.lint.expected import request_types, response_types
from generator.lint.faults import Fault
from generator.lint.finding import Finding
from generator.lint.json_places import Pointer, span_in
from generator.lint.json_text import Document, decode
from generator.lint.quoting import quote
from generator.lint.shapes import Shapes
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

    @classmethod
    def of(cls, fault: Fault, span: Span, response: int | None) -> Wrong:
        finding = Finding(span=span, message=fault.message, hint=fault.hint, labels=fault.labels)
        return cls(code=fault.code, finding=finding, response=response)

    @property
    def rejected(self) -> bool:
        """Whether a strict reader refuses it."""
        return self.code in faults.REJECTED

    def order(self) -> tuple[Span, str, str]:
        """Page order."""
        return self.finding.span, self.code, self.finding.message


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
        found += judged(example.request, None, partial(request_faults, types=types, operation=operation, known=known))
    for index, response in enumerate(example.responses):
        if succeeds(response):
            types = response_types(response, example, operation, known)
            judge = partial(response_faults, types=types, operation=operation, known=known)
            found += judged(response, index, judge)
    return tuple(sorted(found, key=Wrong.order))


_NOTHING_STATED = Response(kind=ResponseKind.UNSTATED, statuses=(), type=None, span=None)


def succeeds(response: HttpResponse) -> bool:
    """Whether it shows a success: errors have a form of their own, which no page declares."""
    return HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES and not response.expects_error


Judge = Callable[[Any], Iterator[Fault]]


def judged(message: HttpRequest | HttpResponse, index: int | None, judge: Judge) -> Iterator[Wrong]:
    """The faults of a message's JSON, each at its place. `index`: of a response; None for the request."""
    document = decode(message.body) if message.json and message.body is not None else None
    if document is None or message.body is None:
        return
    start = message.body_span or message.span
    for each in _distinct(chain(judge(document.value), _twice(document))):
        last = each.code == faults.DUPLICATE_KEY
        span = span_in(message.body, start, each.pointer, at_key=each.at_key, last=last)
        yield Wrong.of(each, span, index)


def _twice(document: Document) -> Iterator[Fault]:
    for pointer in document.twice:
        yield Fault(faults.DUPLICATE_KEY, pointer, f"{quote(pointer[-1])} is given twice", at_key=True)


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
