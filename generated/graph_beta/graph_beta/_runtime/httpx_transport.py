"""httpx behind the transport interface. Imported with the first request, not with the package."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextvars import ContextVar
from typing import Any
from weakref import WeakKeyDictionary, finalize

import httpx

from .calls import UNSET
from .errors import ConnectionFailed, RequestTimedOut, TransportError
from .transport import Request, Response

_FAULTS = (httpx.HTTPError, httpx.InvalidURL)
_ours: ContextVar[bool] = ContextVar("ours", default=False)
# httpx logs every address with its query, which may be a permission in itself; our own log has the line without it.
# hpack logs paths and headers one by one, and as they are packed.
for _each in ("httpx", "hpack.hpack", "hpack.table"):
    logging.getLogger(_each).addFilter(lambda _record: not _ours.get())
# What httpx stands on logs the headers of answers when it is debugged: where a download is, for one.
for _each in ("httpcore.http11", "httpcore.http2"):
    logging.getLogger(_each).addFilter(lambda record: not (_ours.get() and _tells_place(record)))


def _tells_place(record: logging.LogRecord) -> bool:
    return "b'location'" in record.getMessage().lower()


class HttpxTransport:
    """A synchronous transport; made with a caller's `httpx.Client` it uses that and leaves its closing to the
    caller.
    """

    def __init__(self, client: httpx.Client | None = None, **options: Any) -> None:
        self._client = client or httpx.Client(**options)
        self._own = client is None
        if self._own:
            finalize(self, _close, self._client, os.getpid())

    def send(self, request: Request, /) -> Response:
        mark = _ours.set(True)
        try:
            answer = self._client.send(
                _build(self._client, request),
                stream=request.stream,
                follow_redirects=False,
                auth=_auth(request),
            )
        except _FAULTS as error:
            raise transport_error(error) from error
        finally:
            _ours.reset(mark)
        return _streamed(answer) if request.stream else _whole(answer)

    def close(self) -> None:
        if self._own:
            self._client.close()


def _close(client: httpx.Client, process: int) -> None:
    """Close a client that was forgotten, unless its connections are those of a parent process."""
    if os.getpid() == process:
        client.close()


class AsyncHttpxTransport:
    """An asynchronous transport.

    An `httpx.AsyncClient` belongs to the event loop it first ran in, so each loop gets its own.
    """

    def __init__(self, client: httpx.AsyncClient | None = None, **options: Any) -> None:
        self._given = client
        self._make: Callable[[], httpx.AsyncClient] = lambda: httpx.AsyncClient(**options)
        self._made: WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = WeakKeyDictionary()

    def _client(self) -> httpx.AsyncClient:
        if self._given is not None:
            return self._given
        loop = asyncio.get_running_loop()
        client = self._made.get(loop)
        if client is None:
            client = self._made[loop] = self._make()
        return client

    async def asend(self, request: Request, /) -> Response:
        client = self._client()
        mark = _ours.set(True)
        try:
            answer = await client.send(
                _build(client, request), stream=request.stream, follow_redirects=False, auth=_auth(request)
            )
        except _FAULTS as error:
            raise transport_error(error) from error
        finally:
            _ours.reset(mark)
        return _streamed(answer) if request.stream else _whole(answer)

    async def aclose(self) -> None:
        client = self._made.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()


def _build(client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    timeout: Any = httpx.USE_CLIENT_DEFAULT if request.timeout is UNSET else request.timeout
    built = client.build_request(
        request.method, request.url, headers=request.headers, content=request.content, timeout=timeout
    )
    if request.foreign:  # the client may be the caller's, with headers of its own
        built.headers.pop("authorization", None)
    return built


def _auth(request: Request) -> Any:
    return None if request.foreign else httpx.USE_CLIENT_DEFAULT


def _whole(answer: httpx.Response) -> Response:
    return Response(answer.status_code, answer.headers, answer.content)


def _streamed(answer: httpx.Response) -> Response:
    response = Response(answer.status_code, answer.headers)

    def chunks() -> Iterator[bytes]:
        try:
            yield from answer.iter_bytes()
        except _FAULTS as error:
            raise transport_error(error) from error

    async def achunks() -> AsyncIterator[bytes]:
        try:
            async for chunk in answer.aiter_bytes():
                yield chunk
        except _FAULTS as error:
            raise transport_error(error) from error

    response.chunks, response.achunks = chunks, achunks
    response.close, response.aclose = answer.close, answer.aclose
    return response


def transport_error(error: Exception) -> TransportError:
    """Our error for one of httpx, and whether the request may have reached the service."""
    message = str(error) or type(error).__name__
    match error:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return RequestTimedOut(message, sent=False)
        case httpx.TimeoutException():
            return RequestTimedOut(message)
        case httpx.ConnectError() | httpx.ProxyError():
            return ConnectionFailed(message, sent=False)
        case httpx.LocalProtocolError() | httpx.UnsupportedProtocol() | httpx.InvalidURL():
            return TransportError(message, sent=False)
    return TransportError(message)
