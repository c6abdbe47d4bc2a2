"""Several requests in one: what a caller adds, sends and gets back."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Generic, ParamSpec, TypeVar, overload

from .calls import Call
from .client import read_answer
from .errors import GraphError
from .paging import AsyncPages
from .transport import Response
from .views import rebind

P = ParamSpec("P")
T = TypeVar("T")


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
        owner = getattr(getattr(method, "__self__", None), "_client", None)
        if getattr(owner, "_tokens", self._client._tokens) is not self._client._tokens:
            raise ValueError(
                "the call is of another client: a batch goes to one service, with one permission"
            )
        item = rebind(method, _Recorder(self))(*args, **kwargs)
        item.after = earlier
        return item

    def _record(self, call: Call[Any], read: Callable[[Call[Any], Response], Any]) -> BatchResult[Any]:
        if call.path.startswith("http"):
            raise ValueError("an address that the service gave (a delta link) cannot be part of a batch")
        alone = sorted({"timeout", "max_retries"} & call.options.keys())
        if alone:
            raise TypeError(f"{', '.join(alone)} is for a request of its own; a batch has that of its client")
        item: BatchResult[Any] = BatchResult(
            str(len(self._items) + 1), call, lambda response: read(call, response)
        )
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
        """Add a call: `batch.add(graph.users["ada"].get, select="id")`."""
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

    def __init__(self, batch: _Requests) -> None:
        self._batch = batch
        self._client = batch._client
        self._settings = batch._client._settings
        self._resolve = batch._client._resolve

    def _send(self, call: Call[Any]) -> Any:
        return self._batch._record(call, self._read)

    def _collect(self, call: Call[Any]) -> Any:
        return self._batch._record(
            call, lambda call, response: self._client._collect(call, self._read(call, response))
        )

    def _collect_delta(self, call: Call[Any]) -> Any:
        return self._batch._record(
            call, lambda call, response: self._client._collect_delta(call, self._read(call, response))
        )

    def _read(self, call: Call[Any], response: Response) -> Any:
        return read_answer(call, response, self._settings)

    def _download(self, _call: Call[Any]) -> Any:
        raise TypeError("a stream cannot be part of a batch")
