"""Python source in the one spelling that black gives it, in this process or in several: the outcome is the same."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache

import black
import msgspec
from black.mode import TargetVersion
from black.report import NothingChanged

from generator.emit.format import LINE_LENGTH, Part

_WORTH_A_PROCESS = 64
_CHUNK = 48


def spell(wanted: Mapping[bytes, Part], jobs: int) -> dict[bytes, str]:
    """Each part as black writes it. Raises black.InvalidInput when a template made something that is not Python: a bug in the
    template, not in the docs.
    """
    texts = list(wanted.values())
    found = map(_black, texts) if jobs <= 1 or len(texts) < _WORTH_A_PROCESS else _in_parallel(texts, jobs)
    return dict(zip(wanted, found, strict=True))


def _in_parallel(texts: list[Part], jobs: int) -> Iterator[str]:
    context = multiprocessing.get_context("spawn")
    chunks = [msgspec.msgpack.encode(texts[start : start + _CHUNK]) for start in range(0, len(texts), _CHUNK)]
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start) as pool:
        try:
            for answer in pool.map(_spell_chunk, chunks):
                yield from msgspec.msgpack.decode(answer, type=list[str])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _start() -> None:
    """Interrupts are the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _spell_chunk(chunk: bytes) -> bytes:
    return msgspec.msgpack.encode([_black(each) for each in msgspec.msgpack.decode(chunk, type=list[Part])])


def _black(part: Part) -> str:
    try:
        return black.format_file_contents(part.text, fast=True, mode=_mode(part.stub))
    except NothingChanged:
        return part.text


@lru_cache(maxsize=2)
def _mode(stub: bool) -> black.Mode:
    return black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH, is_pyi=stub)
