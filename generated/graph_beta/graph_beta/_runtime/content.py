"""Bodies that are bytes: from memory, a file or an iterator, and whether they can be sent a second time."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

_CHUNK = 1 << 16


class Body:
    """What an upload sends. `open` gives the bytes for one attempt."""

    def __init__(self, source: Any) -> None:
        if isinstance(source, str):
            source = source.encode()
        self._source: bytes | Path | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes] = (
            bytes(source)
            if isinstance(source, (bytes, bytearray, memoryview))
            else Path(source) if isinstance(source, os.PathLike) else source
        )
        self._start = _position(self._source)
        self.replayable = isinstance(self._source, (bytes, Path)) or self._start is not None
        self.length = self._length()
        """Bytes in all; None when only the end will tell."""

    def _length(self) -> int | None:
        source = self._source
        if isinstance(source, bytes):
            return len(source)
        if isinstance(source, Path):
            return source.stat().st_size
        if self._start is None:
            return None
        end: int = source.seek(0, os.SEEK_END)  # type: ignore[union-attr]  # it has a position, so it seeks
        source.seek(self._start)  # type: ignore[union-attr]  # the same
        return end - self._start

    def read(self, start: int, size: int) -> bytes:
        """A part of a body that can be sent again."""
        source = self._source
        if isinstance(source, bytes):
            return source[start : start + size]
        if isinstance(source, Path):
            with source.open("rb") as file:
                file.seek(start)
                return file.read(size)
        if self._start is None:
            raise TypeError("an iterator cannot be uploaded in pieces; give bytes, a path or a seekable file")
        source.seek(self._start + start)  # type: ignore[union-attr]  # it has a position, so it seeks
        found: bytes = source.read(size)  # type: ignore[union-attr]  # the same
        return found

    def open(self) -> bytes | Iterable[bytes]:
        """The whole body for a synchronous transport."""
        source = self._source
        if isinstance(source, bytes):
            return source
        if isinstance(source, AsyncIterable):
            raise TypeError("an asynchronous iterator needs the asynchronous client")
        if isinstance(source, Path) or self._start is not None:
            return self._pieces()
        return source

    def aopen(self) -> bytes | AsyncIterable[bytes]:
        """The whole body for an asynchronous transport; files are read in a thread."""
        source = self._source
        if isinstance(source, (bytes, AsyncIterable)):
            return source
        return _in_thread(self._pieces() if self.replayable else iter(source))  # type: ignore[arg-type]  # not a Path here

    def _pieces(self) -> Iterator[bytes]:
        start = 0
        while piece := self.read(start, _CHUNK):
            yield piece
            start += len(piece)


async def _in_thread(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    import asyncio

    while piece := await asyncio.to_thread(next, pieces, b""):
        yield piece


def _position(source: Any) -> int | None:
    """Where a seekable file stands now; None for everything else."""
    if not hasattr(source, "seekable") or not source.seekable():
        return None
    position: int = source.tell()
    return position
