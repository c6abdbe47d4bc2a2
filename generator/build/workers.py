"""Reading pages in other processes. What crosses is bytes: pages one way, encoded facts the other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait

import msgspec

from generator.dialect import Profile
from generator.extract.page import read_page
from generator.text import SourceFile

_CHUNK = 48
"""Pages sent at a time: enough that sending costs nothing, few enough that the last worker does not keep others waiting."""

_pages = msgspec.msgpack.Decoder(list[SourceFile])
_payloads = msgspec.msgpack.Decoder(list[bytes])


def encode_each(sources: Iterable[SourceFile], profile: Profile) -> Iterator[bytes]:
    """The encoded `Extracted` of each page, in order, in this process."""
    encode = msgspec.msgpack.Encoder().encode
    return (encode(read_page(source, profile)) for source in sources)


def encode_parallel(sources: list[SourceFile], profile: Profile, jobs: int) -> Iterator[bytes]:
    """The same, by `jobs` worker processes: the bytes and their order do not depend on how many."""
    encode = msgspec.msgpack.Encoder().encode
    chunks = (encode(sources[start : start + _CHUNK]) for start in range(0, len(sources), _CHUNK))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(profile,)) as pool:
        try:
            for answer in pool.map(_read_chunk, chunks):
                yield from _payloads.decode(answer)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Worker(msgspec.Struct):
    """What this process was started with; in the parent, nothing."""

    profile: Profile | None = None


_worker = _Worker()


def _start(profile: Profile) -> None:
    """Make this process a worker: interrupts are the parent's business, and it does not outlive the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _worker.profile = profile


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_chunk(chunk: bytes) -> bytes:
    profile = _worker.profile
    assert profile is not None
    return msgspec.msgpack.encode(list(encode_each(_pages.decode(chunk), profile)))
