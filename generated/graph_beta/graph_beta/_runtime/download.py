"""Bodies that are read piece by piece."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from .calls import Call

if TYPE_CHECKING:
    import os

    from .transport import Response


class _Opened:
    """What both downloads share: the response, once the block has been entered."""

    def __init__(self, opener: Callable[[Call[Any]], Any], call: Call[Any]) -> None:
        self._opener = opener
        self._call = call
        self._response: Response | None = None

    @property
    def response(self) -> Response:
        if self._response is None:
            raise RuntimeError("a stream is read within `with ... as download:`")
        return self._response

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of the response, by lower-case name."""
        return self.response.headers

    @property
    def length(self) -> int | None:
        """Bytes in all, when the service says so. What comes compressed has another length on the way."""
        text = self.headers.get("content-length", "")
        return int(text) if text.isdecimal() and "content-encoding" not in self.headers else None


class Download(_Opened):
    """`with node.stream() as download:` and then iterate over it, `read()` it or `save()` it."""

    def __enter__(self) -> Self:
        self._response = self._opener(self._call)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.response.close()

    def __iter__(self) -> Iterator[bytes]:
        return self.response.chunks()

    def read(self) -> bytes:
        """All of it."""
        return b"".join(self)

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write it to a file; returns the number of bytes."""
        with open(path, "wb") as file:  # noqa: PTH123 - pathlib is not imported with the client
            return sum(file.write(chunk) for chunk in self)


class AsyncDownload(_Opened):
    """`async with node.stream() as download:` and then `async for` over it, `await download.read()` or
    `.save()`.
    """

    async def __aenter__(self) -> Self:
        self._response = await self._opener(self._call)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.response.aclose()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.response.achunks()

    async def read(self) -> bytes:
        """All of it."""
        return b"".join([chunk async for chunk in self])

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write it to a file, in a thread; returns the number of bytes."""
        import asyncio

        size = 0
        file = await asyncio.to_thread(open, path, "wb")
        try:
            async for chunk in self:
                size += await asyncio.to_thread(file.write, chunk)
        finally:
            await asyncio.to_thread(file.close)
        return size
