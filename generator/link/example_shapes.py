"""What the documented examples of a page show: paths, and the shape of JSON bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.dialect.conventions import Conventions
from generator.extract.path_text import PathReading, ServiceRoot, read_url
from generator.facts.page import OperationFacts, ResponseExample
from generator.model.operations import HttpRequest, ResponseKind

_STREAMS = ("text/", "image/", "application/octet-stream", "application/pdf", "application/zip", "multipart/")


def request_path(request: HttpRequest | None, conventions: Conventions) -> PathReading:
    """The path of an example's URL; nothing where there is none."""
    if request is None:
        return PathReading(path=None)
    return read_url(request.url, ServiceRoot(hosts=conventions.hosts, versions=conventions.versions))


def request_bodies(facts: OperationFacts, verb: str) -> Iterator[dict[str, Any]]:
    """JSON objects that examples send with this verb."""
    for example in facts.examples:
        request = example.request
        if request is not None and request.verb == verb and request.json and request.body:
            body = msgspec.json.decode(request.body)
            if isinstance(body, dict):
                yield body


def responses(facts: OperationFacts, verb: str) -> Iterator[ResponseExample]:
    """Successful responses to requests of this verb."""
    for example in facts.examples:
        if example.request is not None and example.request.verb != verb:
            continue
        for each in example.responses:
            if 200 <= each.message.status < 300 and not each.message.expects_error:
                yield each


def shape(response: ResponseExample) -> tuple[ResponseKind, Any]:
    """The kind of what a response carries, and the value of interest: an item of a collection, the object, the scalar."""
    message = response.message
    if not message.body:
        return (ResponseKind.NONE if message.status != 200 else ResponseKind.UNSTATED), None
    if not message.json:
        streamed = any(
            value.strip().lower().startswith(_STREAMS)
            for key, value in message.headers
            if key.lower() == "content-type"
        )
        return (ResponseKind.STREAM if streamed else ResponseKind.UNSTATED), None
    return _json_shape(msgspec.json.decode(message.body))


def _json_shape(body: Any) -> tuple[ResponseKind, Any]:
    if not isinstance(body, dict):
        return (
            (ResponseKind.COLLECTION, body[0] if body else None)
            if isinstance(body, list)
            else (ResponseKind.VALUE, body)
        )
    inner = [key for key in body if not key.startswith("@")]
    if inner != ["value"]:
        return ResponseKind.VALUE, body
    value = body["value"]
    if isinstance(value, list):
        return ResponseKind.COLLECTION, value[0] if value else None
    return ResponseKind.VALUE, value
