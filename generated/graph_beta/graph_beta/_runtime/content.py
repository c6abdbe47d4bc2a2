"""Bodies that are bytes: from memory, a file or an iterator, and whether they can be sent a second time."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from io import TextIOBase
from pathlib import Path
from typing import IO, Any

_CHUNK = 1 << 16
# What is written is a tree: `encode` made it.
_options: Any = {"separators": (",", ":"), "allow_nan": False, "check_circular": False}
_AS_IT_IS = json.JSONEncoder(ensure_ascii=False, **_options)
_ESCAPED = json.JSONEncoder(ensure_ascii=True, **_options)


def json_bytes(value: Any) -> bytes:
    r"""A JSON value as a service gets it.

    JSON can hold half a character (`"\ud800"`), UTF-8 cannot: such text is escaped, as it came.
    """
    try:
        return _AS_IT_IS.encode(value).encode()
    except UnicodeEncodeError:
        return _ESCAPED.encode(value).encode()


class Body:
    """What an upload sends. `open` gives the bytes for one attempt."""

    def __init__(self, source: Any) -> None:
        _check(source)
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

    while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
        yield piece


def _check(source: Any) -> None:
    """Raise TypeError for what is no content. A `str` may be text or a path: a wrong guess would put a name into a file."""
    if isinstance(source, str):
        raise TypeError(
            "a content is bytes, a pathlib.Path or an open file: encode text, wrap the name of a file in Path"
        )
    if isinstance(source, TextIOBase):
        raise TypeError("the file gives text: open it in binary mode")
    streams = hasattr(source, "read") or isinstance(source, (Iterable, AsyncIterable))
    if isinstance(source, (bytes, bytearray, memoryview, os.PathLike)) or (
        streams and not _is_object(source)
    ):
        return
    raise TypeError(f"a content is bytes, a pathlib.Path or an open file, not {type(source).__name__}")


def _is_object(source: Any) -> bool:
    """Dicts and models iterate as well, over their names."""
    return isinstance(source, Mapping) or hasattr(source, "to_dict")


def _position(source: Any) -> int | None:
    """Where a seekable file stands now; None for everything else."""
    if not hasattr(source, "seekable") or not source.seekable():
        return None
    position: int = source.tell()
    return position
