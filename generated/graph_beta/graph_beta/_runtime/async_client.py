"""The asynchronous client: drives the same exchanges as the synchronous one, with `await`."""

from __future__ import annotations

import copy
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, Self, TypeVar, Unpack, overload

from .auth import AsyncCredential, Tokens
from .calls import Call, FileContent
from .client import read_answer
from .download import AsyncDownload
from .errors import TransportError
from .exchange import NeedToken, Read, Send, Settings, Sleep, Step, Steps, exchange, followed
from .lazy_transport import LazyTransport
from .options import Adjustable, AsyncClientOptions, adjusted, scopes_of, settings_of, transport_of
from .paging import AsyncDelta, AsyncPages, Page
from .transport import Response
from .views import RawResponse, RawView, rebind

if TYPE_CHECKING:
    from .batch import AsyncBatch
    from .testing import Source

P = ParamSpec("P")
T = TypeVar("T")


class AsyncClient:
    """What the generated asynchronous client class is made of, besides the paths."""

    _BASE_URL: ClassVar[str]
    _SCOPES: ClassVar[tuple[str, ...]]
    _settings: Settings

    def __init__(self, credential: AsyncCredential = None, **options: Unpack[AsyncClientOptions]) -> None:
        """`credential`: one of azure-identity (`.aio` or not), a token, or a function that returns a token or
        an awaitable of one.
        """
        self._client = self
        self._path = ""
        self._settings = settings_of(options, self._BASE_URL)
        self._tokens = Tokens(credential, scopes_of(options, self._SCOPES, self._BASE_URL))
        self._transport = LazyTransport(lambda: transport_of(options, _httpx))
        self._closes = "transport" not in options
        self._sleep: Callable[[float], Coroutine[Any, Any, None]] | None = None

    @classmethod
    def testing(cls, *sources: Source, **options: Unpack[AsyncClientOptions]) -> Self:
        """A client for tests, without a network: it answers as the documentation does, or as you say.

        See the synchronous one.
        """
        from .testing import no_wait, replies_of

        options["transport"] = replies_of(sources, options, cls._BASE_URL)
        client = cls(None, **options)
        client._sleep = no_wait
        return client

    def with_options(self, **options: Unpack[Adjustable]) -> Self:
        """A client that shares the connections and tokens of this one and differs in some settings."""
        twin = copy.copy(self)
        twin._client = twin
        twin._settings = adjusted(self._settings, options)
        twin._closes = False
        return twin

    @overload
    def with_raw_response(
        self, method: Callable[P, AsyncPages[T]]
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[AsyncPages[T]]]]: ...
    @overload
    def with_raw_response(
        self, method: Callable[P, Coroutine[Any, Any, T]]
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]: ...
    def with_raw_response(self, method: Callable[P, Any]) -> Callable[P, Any]:
        """A method that gives status, headers and body: `await
        graph.with_raw_response(graph.users["ada"].get)(select="id")`.
        """
        return rebind(method, RawView)

    def batch(self) -> AsyncBatch:
        """Several requests in one: `batch.add(graph.users["ada"].get)`, then `await batch.send()`."""
        from .batch import AsyncBatch

        return AsyncBatch(self)

    @overload
    async def upload(
        self,
        session: Any,
        content: FileContent,
        *,
        chunk_size: int = ...,
        progress: Callable[[int, int], None] | None = ...,
    ) -> Any: ...
    @overload
    async def upload(
        self,
        session: Any,
        content: FileContent,
        returns: type[T],
        *,
        chunk_size: int = ...,
        progress: Callable[[int, int], None] | None = ...,
    ) -> T: ...
    async def upload(
        self,
        session: Any,
        content: FileContent,
        returns: type[Any] = object,
        *,
        chunk_size: int = 5 << 20,
        progress: Callable[[int, int], None] | None = None,
    ) -> Any:
        """Send a large file to an upload session piece by piece; interrupted ones go on where they stopped.

        See the synchronous one.
        """
        from .upload import finished, upload_steps

        steps = upload_steps(session, content, self._settings, chunk_size, progress)
        return finished(await self._run(steps), returns, self._settings.strict)

    async def aclose(self) -> None:
        """Close the connections of the running event loop; `async with AsyncGraph(...) as graph:` does it by itself.

        In another event loop, or with new connections, the client can be used again.
        """
        if self._closes and self._transport.made is not None:
            await self._transport.made.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._settings.base_url}>"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    # -- what nodes call -----------------------------------------------------------------------

    async def _send(self, call: Call[T]) -> T:
        return read_answer(call, await self._run(exchange(call, self._settings)), self._settings)

    def _collect(self, call: Call[Page[T]], first: Page[T] | None = None) -> AsyncPages[T]:
        return AsyncPages(self, call, first)

    def _collect_delta(self, call: Call[Page[T]], first: Page[T] | None = None) -> AsyncDelta[T]:
        return AsyncDelta(self, call, first)

    def _download(self, call: Call[Any]) -> AsyncDownload:
        return AsyncDownload(lambda call: self._run(exchange(call, self._settings, stream=True)), call)

    def _resolve(self, link: str, call: Call[Any]) -> str:
        return followed(link, call, self._settings)

    async def _run(self, steps: Steps) -> Response:
        try:
            step = next(steps)
            while True:
                try:
                    outcome = await self._do(step)
                except TransportError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as end:
            response: Response = end.value
            return response

    async def _do(self, step: Step) -> Any:
        import asyncio

        match step:
            case NeedToken(stale, claims):
                return await self._tokens.aget(stale=stale, claims=claims)
            case Sleep(seconds):
                return await (self._sleep or asyncio.sleep)(seconds)
            case Read(body, start, size):
                return await asyncio.to_thread(body.read, start, size)
            case Send(request, body):
                sent = request if body is None else request._replace(content=body.aopen())
                response = await self._transport.get().asend(sent)
                if request.stream and response.status >= 300:
                    response.content = b"".join([chunk async for chunk in response.achunks()])
                    await response.aclose()
                return response


def _httpx(client: Any = None, **options: Any) -> Any:
    from .httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport(client, **options)
