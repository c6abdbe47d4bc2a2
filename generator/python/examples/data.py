"""A documented example as test data: request and response as the page shows them, with its source line."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

import msgspec

from generator.model.indexes.matches import Match
from generator.model.operations import Example, HttpRequest, HttpResponse, Operation
from generator.model.paths import Address, Call, Name, Path, Segment
from generator.model.steps import Role
from generator.model.types import Collection
from generator.python.examples.plan import Plan

_UNSENT = frozenset({"authorization", "content-length", "host"})
"""Headers that a client sends by itself, with values that no page can know."""
_REDIRECTS = range(300, 400)


def data_name(page: str) -> str:
    """The data file of a page, without suffix: its file name below `api/`, its whole path elsewhere."""
    stem = page.removesuffix(".md").removeprefix("api/")
    return stem.replace("/", "-").lower()


class OpenMembers(msgspec.Struct, frozen=True, kw_only=True):
    """Names that an example gives to members of open types: no page lists them, and none has to."""

    request: frozenset[str] = frozenset()
    response: frozenset[str] = frozenset()


def record(operation: Operation, example: Example, plan: Plan, call: str, unlisted: OpenMembers) -> dict[str, Any]:
    """The data of one example. Where no request is shown, the documented path stands in for that of its URL."""
    found: dict[str, Any] = {"source": f"{operation.page}:{example.span.line}", "call": call}
    request = _request(operation, example.request, plan.path)
    if (route := route_of(plan.match, plan.path)) != request["path"]:
        found["route"] = route
    found["request"] = request
    redirects = [each for each in example.responses if each.status in _REDIRECTS]
    answers = [each for each in example.responses if each.status not in _REDIRECTS]
    if redirects:
        found["redirect"] = _response(redirects[0])
    if answers:
        found["response"] = _response(answers[0])
    for half, names in (("request", unlisted.request), ("response", unlisted.response)):
        if names and half in found:
            found[half]["open"] = sorted(names)
    return found


def route_of(match: Match, path: Path | None) -> str:
    """The path of the example's call, with a placeholder for all that a caller chooses: keys, arguments, file paths.

    `path` is that of the URL, which may give a function the arguments that its documented path leaves out.
    """
    keys = {each.segment for each in match.call.steps if each.role is Role.KEY}
    segments = ["{key}" if isinstance(each, Name) and each in keys else str(each) for each in match.call.path.segments]
    last = path.segments[-1] if path is not None and path.segments else None
    if isinstance(last, Call) and segments and last.name.lower() == segments[-1].lower():
        segments[-1] = str(last)
    return "/" + "/".join(segments)


def shows_request(data: Mapping[str, Any]) -> bool:
    """Whether the page shows the request of a record: then making it is a test."""
    return not data["request"].get("assumed", False)


def shows_response(data: Mapping[str, Any]) -> bool:
    """Whether a response has something to read: a body or an error. That nothing comes back, the request's test tells."""
    response = data.get("response", {})
    return "body" in response or response.get("status", 0) >= HTTPStatus.BAD_REQUEST


def query_of(path: Path) -> dict[str, str]:
    """The query of an example's URL, decoded."""
    return {unquote(each.name): unquote(_value(each.literal, each.placeholder)) for each in path.query}


def headers_of(request: HttpRequest) -> dict[str, str]:
    """The documented headers that say something of this request."""
    return {
        name: value
        for name, value in request.headers
        if name.lower() not in _UNSENT and not (request.json and name.lower() == "content-type")
    }


def body_of(message: HttpRequest | HttpResponse) -> Any:
    """The documented body: JSON as it stands, anything else as text. `msgspec.UNSET` where there is none."""
    if message.body is None or not message.body.strip():
        return msgspec.UNSET
    return msgspec.json.decode(message.body) if message.json else message.body


def _request(operation: Operation, request: HttpRequest | None, path: Path | None) -> dict[str, Any]:
    if request is None or path is None:
        verb = operation.verb.value if request is None else request.verb
        url = str(operation.routes[0].path) if request is None else request.url
        found: dict[str, Any] = {"method": verb, "path": url}
        if request is None:
            return {**found, "assumed": True}
    else:
        found = {"method": request.verb, "path": _written(path)}
        if path.query:
            found["query"] = query_of(path)
    if headers := headers_of(request):
        found["headers"] = headers
    if (body := body_of(request)) is not msgspec.UNSET:
        found["body"] = body
    return found


def _written(path: Path) -> str:
    """The path of a URL, decoded. Below an address stands the item's own path, not a placeholder."""
    return "/" + "/".join(_segment(each) for each in path.segments)


def _segment(segment: Segment) -> str:
    if isinstance(segment, Address):
        return unquote(f"{segment.name}:/{segment.placeholder}") + (":" if segment.closed else "")
    return unquote(str(segment))


def _response(response: HttpResponse) -> dict[str, Any]:
    found: dict[str, Any] = {"status": response.status}
    if response.type is not None:
        found["type"] = str(response.type.item if isinstance(response.type, Collection) else response.type)
        if isinstance(response.type, Collection):
            found["collection"] = True
    if headers := {name: value for name, value in response.headers if name.lower() != "content-length"}:
        found["headers"] = headers
    if (body := body_of(response)) is not msgspec.UNSET:
        found["body"] = body
    return found


def _value(literal: str | None, placeholder: str | None) -> str:
    return literal if literal is not None else "{" + (placeholder or "") + "}"
