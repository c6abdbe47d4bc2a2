"""The synchronous client: drives exchanges, one after the other. Safe to share between threads."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, Self, TypeVar, Unpack, overload

from .auth import Credential, Tokens
from .calls import Call, FileContent
from .download import Download
from .errors import TransportError, UnexpectedData
from .exchange import NeedToken, Read, Send, Settings, Sleep, Step, Steps, address, exchange, followed
from .lazy_transport import LazyTransport
from .options import Adjustable, ClientOptions, adjusted, scopes_of, settings_of, transport_of
from .paging import Delta, Page, Pages
from .transport import Response
from .urls import shown
from .views import RawResponse, RawView, rebind

if TYPE_CHECKING:
    from .batch import Batch
    from .testing import Source

P = ParamSpec("P")
T = TypeVar("T")


class Client:
    """What the generated client class is made of, besides the paths."""

    _BASE_URL: ClassVar[str]
    _SCOPES: ClassVar[tuple[str, ...]]
    _settings: Settings

    def __init__(self, credential: Credential = None, **options: Unpack[ClientOptions]) -> None:
        """`credential`: one of azure-identity (or anything with its `get_token`), a token, or a function that
        returns a token.
        """
        self._client = self
        self._path = ""
        self._settings = settings_of(options, self._BASE_URL)
        self._tokens = Tokens(credential, scopes_of(options, self._SCOPES, self._BASE_URL))
        self._transport = LazyTransport(lambda: transport_of(options, _httpx))
        self._closes = "transport" not in options
        self._sleep: Callable[[float], None] = time.sleep

    @classmethod
    def testing(cls, *sources: Source, **options: Unpack[ClientOptions]) -> Self:
        """A client for tests, without a network: it answers as the documentation does, or as you say.

        `sources`: folders or files of documented examples (those of the package if none is given), or
        mappings such as `{"GET /users/ada": {"displayName": "Ada"}}`, which go first.
        """
        from .testing import replies_of

        options["transport"] = replies_of(sources, options, cls._BASE_URL)
        client = cls(None, **options)
        client._sleep = lambda _seconds: None
        return client

    def with_options(self, **options: Unpack[Adjustable]) -> Self:
        """A client that shares the connections and tokens of this one and differs in some settings."""
        twin = copy.copy(self)
        twin._client = twin
        twin._settings = adjusted(self._settings, options)
        twin._closes = False
        return twin

    def with_raw_response(self, method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
        """A method that gives status, headers and body:
        `graph.with_raw_response(graph.users["ada"].get)(select="id")`.
        """
        return rebind(method, RawView)

    def batch(self) -> Batch:
        """Several requests in one: `batch.add(graph.users["ada"].get)`, then `batch.send()`."""
        from .batch import Batch

        return Batch(self)

    @overload
    def upload(
        self,
        session: Any,
        content: FileContent,
        *,
        chunk_size: int = ...,
        progress: Callable[[int, int], None] | None = ...,
    ) -> Any: ...
    @overload
    def upload(
        self,
        session: Any,
        content: FileContent,
        returns: type[T],
        *,
        chunk_size: int = ...,
        progress: Callable[[int, int], None] | None = ...,
    ) -> T: ...
    def upload(
        self,
        session: Any,
        content: FileContent,
        returns: type[Any] = object,
        *,
        chunk_size: int = 5 << 20,
        progress: Callable[[int, int], None] | None = None,
    ) -> Any:
        """Send a large file to an upload session (the object, or its address) piece by piece; interrupted
        ones go on where they stopped.

        Give the same session and content again to resume. `progress` is told the bytes sent and the bytes in
        all.
        """
        from .upload import finished, upload_steps

        return finished(
            self._run(upload_steps(session, content, self._settings, chunk_size, progress)),
            returns,
            self._settings.strict,
        )

    def close(self) -> None:
        """Close the connections; `with Graph(...) as graph:` does it by itself."""
        if self._closes:
            self._transport.closed = True
            if self._transport.made is not None:
                self._transport.made.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._settings.base_url}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- what nodes call -----------------------------------------------------------------------

    def _send(self, call: Call[T]) -> T:
        return read_answer(call, self._run(exchange(call, self._settings)), self._settings)

    def _collect(self, call: Call[Page[T]], first: Page[T] | None = None) -> Pages[T]:
        return Pages(self, call, first)

    def _collect_delta(self, call: Call[Page[T]], first: Page[T] | None = None) -> Delta[T]:
        return Delta(self, call, first)

    def _download(self, call: Call[Any]) -> Download:
        return Download(lambda call: self._run(exchange(call, self._settings, stream=True)), call)

    def _resolve(self, link: str, call: Call[Any]) -> str:
        return followed(link, call, self._settings)

    def _run(self, steps: Steps) -> Response:
        try:
            step = next(steps)
            while True:
                try:
                    outcome = self._do(step)
                except TransportError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as end:
            response: Response = end.value
            return response

    def _do(self, step: Step) -> Any:
        match step:
            case NeedToken(stale, claims):
                return self._tokens.get(stale=stale, claims=claims)
            case Sleep(seconds):
                return self._sleep(seconds)
            case Read(body, start, size):
                return body.read(start, size)
            case Send(request, body):
                response = self._transport.get().send(
                    request if body is None else request._replace(content=body.open())
                )
                if request.stream and response.status >= 300:
                    response.content = b"".join(response.chunks())
                    response.close()
                return response


def _httpx(client: Any = None, **options: Any) -> Any:
    from .httpx_transport import HttpxTransport

    return HttpxTransport(client, **options)


def read_answer(call: Call[T], response: Response, settings: Settings) -> T:
    """The result of a call. Raises UnexpectedData, which then says for which request."""
    try:
        return call.read(response, settings.strict)
    except UnexpectedData as error:
        error.method, error.path = call.method, shown(address(call, settings))
        raise
