"""Several requests in one HTTP request, twenty at a time."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Generic, ParamSpec, TypeVar, overload

from . import reading
from .calls import UNSET, Call
from .content import Body
from .errors import GraphError
from .exchange import Settings, Sleep, Steps, exchange, failure_of
from .paging import AsyncPages
from .retry import may_repeat, wait_before
from .transport import Response
from .urls import query_text
from .views import rebind

P = ParamSpec("P")
T = TypeVar("T")
_MOST = 20
"""Requests that a service takes at once."""


class BatchResult(Generic[T]):
    """One request of a batch.

    `result()` gives what its method would have returned, or raises what it would have raised.
    """

    def __init__(self, number: str, call: Call[Any], read: Callable[[Response], T]) -> None:
        self.id = number
        self.after: tuple[BatchResult[Any], ...] = ()
        self._call = call
        self._read = read
        self._outcome: Response | GraphError | None = None

    @property
    def error(self) -> GraphError | None:
        """Why the request failed; None when it did not, or was not sent yet."""
        return self._outcome if isinstance(self._outcome, GraphError) else None

    def result(self) -> T:
        """What the method returns. Raises GraphError when its request failed."""
        if self._outcome is None:
            raise RuntimeError("the batch was not sent yet")
        if isinstance(self._outcome, GraphError):
            raise self._outcome
        return self._read(self._outcome)


class _Requests:
    """What both batches share: the requests collected so far."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._items: list[BatchResult[Any]] = []

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Any:
        return iter(self._items)

    def _add(
        self,
        method: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        after: Iterable[BatchResult[Any]],
    ) -> Any:
        item = rebind(method, _Recorder(self))(*args, **kwargs)
        item.after = tuple(after)
        return item

    def _record(self, call: Call[Any], read: Callable[[Response], Any]) -> BatchResult[Any]:
        if call.path.startswith("http"):
            raise ValueError("an address that the service gave (a delta link) cannot be part of a batch")
        item: BatchResult[Any] = BatchResult(str(len(self._items) + 1), call, read)
        self._items.append(item)
        return item


class Batch(_Requests):
    """Collects requests; `send()` sends them, split into as many batches as are needed."""

    def add(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> BatchResult[T]:
        """Add a call: `batch.add(graph.users["ada"].get, select="id")`."""
        added: BatchResult[T] = self._add(method, args, kwargs, ())
        return added

    def after(self, *results: BatchResult[Any]) -> _After:
        """`batch.after(first).add(...)`: a request that is only sent when others succeeded."""
        return _After(self, results)

    def send(self) -> None:
        """Send everything that was added and not sent yet. A refused request shows in its own result."""
        self._client._run(batch_steps(self._items, self._client._settings))


class _After:
    def __init__(self, batch: Batch, results: tuple[BatchResult[Any], ...]) -> None:
        self._batch = batch
        self._results = results

    def add(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> BatchResult[T]:
        added: BatchResult[T] = self._batch._add(method, args, kwargs, self._results)
        return added


class AsyncBatch(_Requests):
    """Collects requests; `await send()` sends them, split into as many batches as are needed."""

    @overload
    def add(
        self, method: Callable[P, AsyncPages[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchResult[AsyncPages[T]]: ...
    @overload
    def add(
        self, method: Callable[P, Coroutine[Any, Any, T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchResult[T]: ...
    def add(self, method: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Add a call: `batch.add(graph.users["ada"].get, select="id")`."""
        return self._add(method, args, kwargs, ())

    def after(self, *results: BatchResult[Any]) -> _AsyncAfter:
        """`batch.after(first).add(...)`: a request that is only sent when others succeeded."""
        return _AsyncAfter(self, results)

    async def send(self) -> None:
        """Send everything that was added and not sent yet. A refused request shows in its own result."""
        await self._client._run(batch_steps(self._items, self._client._settings))


class _AsyncAfter:
    def __init__(self, batch: AsyncBatch, results: tuple[BatchResult[Any], ...]) -> None:
        self._batch = batch
        self._results = results

    @overload
    def add(
        self, method: Callable[P, AsyncPages[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchResult[AsyncPages[T]]: ...
    @overload
    def add(
        self, method: Callable[P, Coroutine[Any, Any, T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchResult[T]: ...
    def add(self, method: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return self._batch._add(method, args, kwargs, self._results)


class _Recorder:
    """Stands in for a client whose calls are collected."""

    def __init__(self, batch: _Requests) -> None:
        self._batch = batch
        self._client = batch._client
        self._settings = batch._client._settings
        self._resolve = batch._client._resolve

    def _send(self, call: Call[Any]) -> Any:
        return self._batch._record(call, lambda response: call.read(response, self._settings.strict))

    def _collect(self, call: Call[Any]) -> Any:
        return self._batch._record(
            call, lambda response: self._client._collect(call, call.read(response, self._settings.strict))
        )

    def _collect_delta(self, call: Call[Any]) -> Any:
        return self._batch._record(
            call,
            lambda response: self._client._collect_delta(call, call.read(response, self._settings.strict)),
        )

    def _download(self, _call: Call[Any]) -> Any:
        raise TypeError("a stream cannot be part of a batch")


def batch_steps(items: list[BatchResult[Any]], settings: Settings) -> Steps:
    """Send `items` in portions.

    Those that the service put off, and may be repeated, go into another portion after the wait it asked for.
    """
    waiting = [item for item in items if item._outcome is None]
    response = Response(200, {})
    attempt = 0
    while waiting:
        put_off: list[tuple[BatchResult[Any], GraphError]] = []
        for portion in portions(waiting):
            call: Call[Any] = Call(
                method="POST",
                path="/$batch",
                read=reading.any_json,
                json={"requests": [_request(item, portion) for item in portion]},
            )
            response = yield from exchange(call, settings)
            put_off += _answers(portion, reading.any_json(response, False), settings)
        waits: list[float] = []
        waiting = []
        for item, error in put_off:
            wait = wait_before(attempt, error, settings.chance)
            if attempt >= settings.max_retries or wait is None:
                item._outcome = error
            else:
                waiting.append(item)
                waits.append(wait)
        attempt += 1
        if waits:
            yield Sleep(max(waits))
    return response


def portions(items: list[BatchResult[Any]]) -> list[list[BatchResult[Any]]]:
    """Twenty at a time, in order, so that what a request waits for is in its own portion or an earlier one."""
    return [items[start : start + _MOST] for start in range(0, len(items), _MOST)]


def _request(item: BatchResult[Any], portion: list[BatchResult[Any]]) -> dict[str, Any]:
    call = item._call
    query = {**call.query, **call.options.get("query", {})}
    headers = {**call.headers, **call.options.get("headers", {})}
    entry: dict[str, Any] = {"id": item.id, "method": call.method, "url": call.path + query_text(query)}
    sent = {name: value for name, value in headers.items() if value is not None}
    if call.json is not UNSET:
        entry["body"] = call.json
        sent = {"Content-Type": "application/json", **sent}
    elif call.content is not None:
        content = Body(call.content)
        if content.length is None:
            raise TypeError("an iterator cannot be part of a batch")
        entry["body"] = base64.b64encode(content.read(0, content.length)).decode()
        sent = {"Content-Type": "application/octet-stream", **sent}
    if sent:
        entry["headers"] = sent
    wanted = [other.id for other in item.after if other in portion]
    return {**entry, "dependsOn": wanted} if wanted else entry


def _answers(
    portion: list[BatchResult[Any]], answer: Any, settings: Settings
) -> list[tuple[BatchResult[Any], GraphError]]:
    """Give each item its answer, matched by id; returns the items that should be sent again."""
    responses = answer.get("responses") if isinstance(answer, dict) else None
    responses = responses if isinstance(responses, list) else []
    by_id = {str(each.get("id")): each for each in responses if isinstance(each, dict)}
    again: list[tuple[BatchResult[Any], GraphError]] = []
    for item in portion:
        entry = by_id.get(item.id)
        if entry is None:
            item._outcome = GraphError(
                "the batch holds no answer to this request", method=item._call.method, path=item._call.path
            )
            continue
        response = _response(entry)
        if 200 <= response.status < 300:
            item._outcome = response
            continue
        error = failure_of(item._call, item._call.path, response, settings)
        if may_repeat(error, item._call.method):
            again.append((item, error))
        else:
            item._outcome = error
    return again


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
