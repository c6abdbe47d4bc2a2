"""httpx behind the transport interface. Imported with the first request, not with the package."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx

from .errors import ConnectionFailed, RequestTimedOut, TransportError
from .transport import Request, Response

_FAULTS = (httpx.HTTPError, httpx.InvalidURL)


class HttpxTransport:
    """A synchronous transport; made with a caller's `httpx.Client` it uses that and leaves its closing to the
    caller.
    """

    def __init__(self, client: httpx.Client | None = None, **options: Any) -> None:
        self._own = client is None
        self._client = client or httpx.Client(**options)

    def send(self, request: Request, /) -> Response:
        try:
            answer = self._client.send(_build(self._client, request), stream=True, follow_redirects=False)
            if request.stream:
                return _streamed(answer)
            with_body = Response(answer.status_code, answer.headers, answer.read())
            answer.close()
        except _FAULTS as error:
            raise transport_error(error) from error
        return with_body

    def close(self) -> None:
        if self._own:
            self._client.close()


class AsyncHttpxTransport:
    """An asynchronous transport.

    An `httpx.AsyncClient` belongs to the event loop it first ran in, so each loop gets its own.
    """

    def __init__(self, client: httpx.AsyncClient | None = None, **options: Any) -> None:
        self._given = client
        self._make: Callable[[], httpx.AsyncClient] = lambda: httpx.AsyncClient(**options)
        self._made: tuple[asyncio.AbstractEventLoop, httpx.AsyncClient] | None = None

    def _client(self) -> httpx.AsyncClient:
        if self._given is not None:
            return self._given
        loop = asyncio.get_running_loop()
        if self._made is None or self._made[0] is not loop:
            self._made = (loop, self._make())
        return self._made[1]

    async def asend(self, request: Request, /) -> Response:
        client = self._client()
        try:
            answer = await client.send(_build(client, request), stream=True, follow_redirects=False)
            if request.stream:
                return _streamed(answer)
            with_body = Response(answer.status_code, answer.headers, await answer.aread())
            await answer.aclose()
        except _FAULTS as error:
            raise transport_error(error) from error
        return with_body

    async def aclose(self) -> None:
        if self._made is not None and self._made[0] is asyncio.get_running_loop():
            await self._made[1].aclose()
        self._made = None


def _build(client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    return client.build_request(
        request.method, request.url, headers=request.headers, content=request.content, timeout=request.timeout
    )


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
