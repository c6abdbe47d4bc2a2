"""Several requests in one HTTP request, twenty at a time: what is sent, and whose answer is whose."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any

from . import reading
from .calls import UNSET, Call
from .content import Body
from .errors import GraphError
from .exchange import Settings, Sleep, Step, Steps, exchange, failure_of, leads_on
from .preferences import add_headers
from .retry import may_repeat, wait_before
from .transport import Response
from .urls import with_query

if TYPE_CHECKING:
    from .batch import BatchResult

_MOST = 20
"""Requests that a service takes at once."""


def batch_steps(items: list[BatchResult[Any]], settings: Settings) -> Steps:
    """Send `items` in portions.

    Those that the service put off, and may be repeated, go into another portion after the wait it asked for.
    """
    waiting = [item for item in items if item._outcome is None]
    response = Response(200, {})
    attempt = 0
    while waiting:
        put_off: dict[BatchResult[Any], GraphError] = {}
        for portion in portions(waiting):
            sent: list[BatchResult[Any]] = []
            for item in portion:
                if _may_go(item, sent):
                    sent.append(item)
            if sent:
                requests = [_request(item, sent) for item in sent]
                call: Call[Any] = Call("POST", "/$batch", reading.any_json, json={"requests": requests})
                response = yield from exchange(call, settings)
                put_off |= _answers(sent, reading.any_json(response, False), settings)
                for item in sent:
                    yield from _follow(item)
        waits: list[float] = []
        for item, error in put_off.items():
            wait = wait_before(attempt, error, settings.chance)
            if attempt >= settings.max_retries or wait is None:
                item._outcome = error
            else:
                waits.append(wait)
        waiting = [item for item in waiting if item._outcome is None]
        attempt += 1
        if waits:
            yield Sleep(max(waits))
    return response


def _may_go(item: BatchResult[Any], sent: list[BatchResult[Any]]) -> bool:
    """Whether all that a request waits for has succeeded, or is `sent` along with it for the service to decide."""
    failed = next((each for each in item.after if each.error is not None), None)
    if failed is not None:
        item._outcome = GraphError(
            f"not sent, for the request it waits for failed: {failed.error}",
            code="FailedDependency",
            method=item._call.method,
            path=item._call.path,
        )
    return failed is None and all(each._outcome is not None or each in sent for each in item.after)


def portions(items: list[BatchResult[Any]]) -> list[list[BatchResult[Any]]]:
    """Twenty at a time, in order, so that what a request waits for is in its own portion or an earlier one."""
    return [items[start : start + _MOST] for start in range(0, len(items), _MOST)]


def entry_of(call: Call[Any], settings: Settings) -> dict[str, Any]:
    """A request as a part of a batch. A content is read now. Raises TypeError for one that only its end limits."""
    query = {**call.query, **call.options.get("query", {})}
    entry: dict[str, Any] = {"method": call.method, "url": with_query(call.path, query)}
    kind: dict[str, str | None] = {}
    if call.json is not UNSET:
        entry["body"] = call.json
        kind = {"Content-Type": "application/json"}
    elif call.content is not UNSET:
        content = Body(call.content)
        if content.length is None:
            raise TypeError("an iterator cannot be part of a batch")
        entry["body"] = base64.b64encode(content.read(0, content.length)).decode()
        kind = {"Content-Type": "application/octet-stream"}
    if sent := _headers(kind, settings.headers, call.headers, call.options.get("headers", {})):
        entry["headers"] = sent
    return entry


def _request(item: BatchResult[Any], portion: list[BatchResult[Any]]) -> dict[str, Any]:
    wanted = [other.id for other in item.after if other in portion]
    return {**item._entry, "dependsOn": wanted} if wanted else item._entry


def _headers(*given: Mapping[str, str | None]) -> dict[str, str]:
    """All of them by the names that they were given last."""
    merged: dict[str, str] = {}
    for each in given:
        add_headers(merged, each)
    names = {name.lower(): name for each in given for name in each}
    return {names[key]: value for key, value in merged.items()}


def _answers(
    portion: list[BatchResult[Any]], answer: Any, settings: Settings
) -> dict[BatchResult[Any], GraphError]:
    """Give each item its answer, matched by id; returns those that should be sent again, and why."""
    responses = answer.get("responses") if isinstance(answer, dict) else None
    responses = responses if isinstance(responses, list) else []
    by_id = {str(each.get("id")): each for each in responses if isinstance(each, dict)}
    again: dict[BatchResult[Any], GraphError] = {}
    for item in portion:
        entry = by_id.get(item.id)
        if entry is None:
            item._outcome = GraphError(
                "the batch holds no answer to this request", method=item._call.method, path=item._call.path
            )
            continue
        response = _response(entry)
        if 200 <= response.status < 300 or leads_on(item._call.method, response):
            item._outcome = response
            continue
        error = failure_of(item._call, item._call.path, response, settings)
        waited_in_vain = response.status == 424 and any(each in again for each in item.after)
        if waited_in_vain or may_repeat(error, item._call.method):
            again[item] = error
        else:
            item._outcome = error
    return again


def _follow(item: BatchResult[Any]) -> Generator[Step, Any, None]:
    """Fetch what a read was redirected to (the content of a file), as the call alone would have done."""
    found = item._outcome
    if not isinstance(found, Response) or not leads_on(item._call.method, found):
        return
    try:
        item._outcome = yield from exchange(item._call, item._settings, answered=found)
    except GraphError as error:
        item._outcome = error


def _response(entry: dict[str, Any]) -> Response:
    """One answer as if it had come alone. A body that is not JSON is base64."""
    headers = entry.get("headers")
    headers = (
        {str(name).lower(): str(value) for name, value in headers.items()}
        if isinstance(headers, dict)
        else {}
    )
    body = entry.get("body")
    content = b"" if body is None else json.dumps(body).encode()
    if isinstance(body, str) and "json" not in headers.get("content-type", "json"):
        try:
            content = base64.b64decode(body, validate=True)
        except (binascii.Error, ValueError):
            content = body.encode()
    status = entry.get("status")
    return Response(status if isinstance(status, int) else 0, headers, content)
