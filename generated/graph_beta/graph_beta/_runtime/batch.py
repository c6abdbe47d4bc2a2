"""Several requests in one: what a caller adds, sends and gets back."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Generic, ParamSpec, TypeVar, overload

from .calls import Call
from .client import read_answer
from .errors import GraphError
from .exchange import Settings
from .paging import AsyncPages
from .transport import Response
from .views import RawView, rebind

P = ParamSpec("P")
T = TypeVar("T")


class BatchResult(Generic[T]):
    """One request of a batch.

    `result()` gives what its method would have returned, or raises what it would have raised.
    """

    def __init__(
        self, entry: dict[str, Any], call: Call[Any], read: Callable[[Response], T], settings: Settings
    ) -> None:
        self.id: str = entry["id"]
        self.after: tuple[BatchResult[Any], ...] = ()
        self._entry = entry
        self._call = call
        self._read = read
        self._settings = settings
        self._outcome: Response | GraphError | None = None

    def __repr__(self) -> str:
        answer = self._outcome.status if self._outcome is not None else None
        return f"<BatchResult {self.id}, {self._call.method} {self._call.path}: {answer or 'not answered'}>"

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

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} requests>"

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
        earlier = tuple(after)
        if not all(any(each is item for item in self._items) for each in earlier):
            raise ValueError("a request can only wait for one of the same batch")
        item = rebind(method, self._recorder)(*args, **kwargs)
        item.after = earlier
        return item

    def _recorder(self, client: Any) -> Any:
        """What stands in for the client of a node: its headers, its strictness and raw responses are those of the item."""
        if isinstance(client, RawView):
            return RawView(self._recorder(client._client))
        if client._tokens is not self._client._tokens:
            raise ValueError(
                "the call is of another client: a batch goes to one service, with one permission"
            )
        own, common = client._settings, self._client._settings
        _refuse_alone(name for name in _ALONE if getattr(own, name) != getattr(common, name))
        return _Recorder(self, client)

    def _record(
        self, call: Call[Any], read: Callable[[Call[Any], Response], Any], settings: Settings
    ) -> BatchResult[Any]:
        """Raises what the call alone would raise before it is sent: no item may keep the others from being sent."""
        from .batch_steps import entry_of

        if call.path.startswith("http"):
            raise ValueError("an address that the service gave (a delta link) cannot be part of a batch")
        _refuse_alone(_ALONE & call.options.keys())
        entry = {"id": str(len(self._items) + 1), **entry_of(call, settings)}
        item: BatchResult[Any] = BatchResult(entry, call, lambda response: read(call, response), settings)
        self._items.append(item)
        return item


_ALONE = frozenset(("timeout", "max_retries"))


def _refuse_alone(names: Iterable[str]) -> None:
    """Raise TypeError for settings that a part of a batch cannot have."""
    found = sorted(names)
    if found:
        raise TypeError(f"{', '.join(found)} is for a request of its own; a batch has that of its client")


class Batch(_Requests):
    """Collects requests; `send()` sends them, split into as many batches as are needed."""

    def add(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> BatchResult[T]:
        """Add a call: `batch.add(graph.users["ada"].get, select="id")`. Its request is made now: a file is read."""
        added: BatchResult[T] = self._add(method, args, kwargs, ())
        return added

    def after(self, *results: BatchResult[Any]) -> _After:
        """`batch.after(first).add(...)`: a request that is only sent when others succeeded."""
        return _After(self, results)

    def send(self) -> None:
        """Send everything that was added and not sent yet. A refused request shows in its own result."""
        from .batch_steps import batch_steps

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
        """Add a call: `batch.add(graph.users["ada"].get, select="id")`. Its request is made now: a file is read."""
        return self._add(method, args, kwargs, ())

    def after(self, *results: BatchResult[Any]) -> _AsyncAfter:
        """`batch.after(first).add(...)`: a request that is only sent when others succeeded."""
        return _AsyncAfter(self, results)

    async def send(self) -> None:
        """Send everything that was added and not sent yet. A refused request shows in its own result."""
        from .batch_steps import batch_steps

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

    def __init__(self, batch: _Requests, client: Any) -> None:
        self._batch = batch
        self._client = client
        self._settings = client._settings
        self._resolve = client._resolve

    def _send(self, call: Call[Any]) -> Any:
        return self._record(call, self._read)

    def _collect(self, call: Call[Any], first: Any = None) -> Any:
        return self._collection(call, first, self._client._collect)

    def _collect_delta(self, call: Call[Any], first: Any = None) -> Any:
        return self._collection(call, first, self._client._collect_delta)

    def _collection(self, call: Call[Any], first: Any, make: Callable[..., Any]) -> Any:
        """An item, or what goes on from a first page that came already: of a raw response, as it is parsed."""
        if first is not None:
            return make(call, first)
        return self._record(call, lambda call, response: make(call, self._read(call, response)))

    def _record(self, call: Call[Any], read: Callable[[Call[Any], Response], Any]) -> Any:
        return self._batch._record(call, read, self._settings)

    def _read(self, call: Call[Any], response: Response) -> Any:
        return read_answer(call, response, self._settings)

    def _download(self, _call: Call[Any]) -> Any:
        raise TypeError("a stream cannot be part of a batch")
