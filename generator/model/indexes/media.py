"""Media types of what calls send and give: those that header rows and the headers of examples name.

Bodies of JSON need none. Bytes may be anything, unless a page says what they are. Knows calls; the SDK and the exports read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from generator.model.indexes.calls import Call, operations_of
from generator.model.operations import Example, HttpRequest, HttpResponse, Operation, ParameterPlace, Route
from generator.model.steps import Role

JSON = "application/json"
BYTES = "application/octet-stream"
TEXT = "text/plain"
_HEADER = "content-type"
_SAMPLE = re.compile(r"for example|such as|e\.g\.", re.IGNORECASE)
_TYPE = re.compile(r"(?<![\w/.-])(?:application|audio|image|message|multipart|text|video)/[A-Za-z0-9][\w.+-]*(?<![.])")


def sent_media(call: Call) -> tuple[str, ...]:
    """What the rows of `Content-Type` say may be sent, JSON apart."""
    return _distinct(found for row in _rows(call) for found in _TYPE.findall(row))


def sent_bytes(call: Call) -> tuple[str, ...]:
    """The types of bytes that are sent. What rows name for example, and what examples show, is not all that may be."""
    stated = sent_media(call)
    if stated and not any(_SAMPLE.search(row) for row in _rows(call)):
        return stated
    sent = (each.request for each in examples_of(call) if each.request is not None and not each.request.json)
    return _distinct((*stated, *(named for each in sent for named in named_media(each)), BYTES))


def given_bytes(call: Call) -> tuple[str, ...]:
    """The types of bytes that come back, as responses show them at this path, or at one like it on the same page; any
    type, where none does.
    """
    end = str(call.path.segments[-1]) if call.path.segments else ""
    return _shown(examples_of(call)) or _shown(_examples_at(call, end)) or (BYTES,)


def _shown(examples: Iterable[Example]) -> tuple[str, ...]:
    answers = (answer for example in examples for answer in example.responses if answer.status < _REDIRECTS)
    return _distinct(named for each in answers if not each.json and each.body for named in named_media(each))


_REDIRECTS = HTTPStatus.MULTIPLE_CHOICES


def _examples_at(call: Call, end: str) -> Iterator[Example]:
    """The examples of the call's pages that stand at another path with the same end, such as `$value`."""
    for operation in operations_of(call):
        for each in operation.examples:
            segments = _route_of(operation, each).path.segments
            if segments and str(segments[-1]) == end:
                yield each


def _rows(call: Call) -> tuple[str, ...]:
    rows = (each for each in call.parameters if each.place is ParameterPlace.HEADER and each.name.lower() == _HEADER)
    return tuple(each.description for each in rows)


def examples_of(call: Call) -> Iterator[Example]:
    """The examples of this call's path, the caller by either name; one that took none stands at its page's first."""
    for operation in operations_of(call):
        for each in operation.examples:
            if _route_of(operation, each).path.shape == call.shape:
                yield each


def _route_of(operation: Operation, example: Example) -> Route:
    """The path that the URL takes, where that tells what is sent and given: a cast, or what `$value` and the like give."""
    shown = example.shown
    ends = shown.steps[-1].role if shown is not None and shown.steps else None
    is_other = ends in _TELLING or (shown is not None and str(shown.path.segments[-1]) == "content")
    return shown if shown is not None and is_other else operation.routes[example.route or 0]


_TELLING = (Role.CAST, Role.COUNT, Role.VALUE)


def named_media(message: HttpRequest | HttpResponse) -> Iterator[str]:
    """The type that the message's own header names."""
    for name, value in message.headers:
        if name.lower() == _HEADER:
            yield from _TYPE.findall(value)[:1]


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.lower() for each in found if each.lower() != JSON))
