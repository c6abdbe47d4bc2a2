"""The small interface to an HTTP library.

Anything that has `send` (or `asend`) and `close` (or `aclose`) can take the place of httpx.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol


class Request(NamedTuple):
    method: str
    url: str
    headers: dict[str, str]
    content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None
    timeout: float | None = 60.0
    """Seconds for each step; None waits for ever, UNSET leaves it to the HTTP library."""
    stream: bool = False
    """Leave the body of the response unread, for `Response.chunks`."""
    foreign: bool = False
    """To another host than the client's: no credentials of the HTTP library may go along."""

    def __repr__(self) -> str:
        """Without headers, which hold the token, and without the query."""
        return f"<Request {self.method} {self.url.partition('?')[0]}>"


class Response:
    """A status, headers (asked for in lower case) and a body: read already, or to be read in pieces."""

    __slots__ = ("achunks", "aclose", "chunks", "close", "content", "headers", "status")

    def __init__(self, status: int, headers: Mapping[str, str], content: bytes = b"") -> None:
        self.status = status
        self.headers = (
            {name.lower(): value for name, value in headers.items()} if type(headers) is dict else headers
        )
        self.content = content
        self.chunks: Callable[[], Iterator[bytes]] = lambda: iter((self.content,))
        self.achunks: Callable[[], AsyncIterator[bytes]] = self._one_chunk
        self.close: Callable[[], None] = lambda: None
        self.aclose: Callable[[], Awaitable[None]] = _nothing

    async def _one_chunk(self) -> AsyncIterator[bytes]:
        yield self.content


async def _nothing() -> None:
    return None


class Transport(Protocol):
    """Sends a request once: no retries, no redirects. Raises TransportError when no response came."""

    def send(self, request: Request, /) -> Response: ...

    def close(self) -> None: ...


class AsyncTransport(Protocol):
    """The same for asynchronous clients."""

    async def asend(self, request: Request, /) -> Response: ...

    async def aclose(self) -> None: ...
