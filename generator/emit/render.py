"""Sheets to files, in this process or in several: the bytes and their order do not depend on how many."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import msgspec

from generator.emit.format import formatted
from generator.emit.outputs import OutputFile
from generator.emit.shipped import shipped_templates
from generator.emit.templates import environment
from generator.python.sheets import Sheet, Verbatim

_WORTH_A_PROCESS = 64
_CHUNK = 16


def render(
    sheets: Sequence[Sheet | Verbatim], templates: Mapping[str, str], *, jobs: int = 1
) -> tuple[OutputFile, ...]:
    """Every file, sorted by path. Two sheets of one path are a bug of the back end and fail."""
    made = [each for each in sheets if isinstance(each, Sheet)]
    found = [
        OutputFile(path=each.path, text=each.text, origin=each.origin) for each in sheets if isinstance(each, Verbatim)
    ]
    for sheet, text in zip(made, _texts(made, templates, jobs), strict=True):
        found.append(OutputFile(path=sheet.path, text=text, origin=sheet.origin))
    found.sort(key=lambda each: each.path)
    for before, after in pairwise(found):
        if before.path == after.path:
            raise ValueError(f"two views want to be {after.path}")
    return tuple(found)


def _texts(sheets: Sequence[Sheet], templates: Mapping[str, str], jobs: int) -> Iterator[str]:
    placed = list(_placed(sheets, templates))
    if jobs <= 1 or len(placed) < _WORTH_A_PROCESS:
        yield from (formatted(path, text, settled=settled) for path, text, settled in placed)
        return
    context = multiprocessing.get_context("spawn")
    chunks = [msgspec.msgpack.encode(placed[start : start + _CHUNK]) for start in range(0, len(placed), _CHUNK)]
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start) as pool:
        try:
            for answer in pool.map(_format_chunk, chunks):
                yield from msgspec.msgpack.decode(answer, type=list[str])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _placed(sheets: Sequence[Sheet], templates: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Path and text of each sheet, and whether it is settled: a user's own template may lay out as it likes."""
    known = environment(templates)
    shipped = shipped_templates()
    own = {name for name, text in templates.items() if shipped.get(name) != text}
    for each in sheets:
        text = known.get_template(each.template).render(each.context)
        yield each.path, text, each.settled and each.template not in own


def _start() -> None:
    """Interrupts are the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _format_chunk(chunk: bytes) -> bytes:
    placed = msgspec.msgpack.decode(chunk, type=list[tuple[str, str, bool]])
    return msgspec.msgpack.encode([formatted(path, text, settled=settled) for path, text, settled in placed])
