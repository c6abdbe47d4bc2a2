"""Unresolved merge conflicts: the first side is read, the markers and the other side are not, and a finding says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.markdown import codes
from generator.markdown.place import Place

_OPEN = re.compile(r"<{7,}(?: .*)?")
_BASE = re.compile(r"\|{7,}(?: .*)?")
_MIDDLE = re.compile(r"={7,}[ \t]*")
_CLOSE = re.compile(r">{7,}(?: .*)?")


def unresolved_lines(lines: Sequence[str], place: Place) -> frozenset[int]:
    """Indexes of the lines to leave out."""
    dropped: set[int] = set()
    opened = [index for index, line in enumerate(lines) if line.startswith("<<<<<<<") and _OPEN.fullmatch(line)]
    limits = [*opened[1:], len(lines)]
    for start, limit in zip(opened, limits, strict=True):
        middle = _first(lines, start + 1, limit, _MIDDLE)
        close = None if middle is None else _first(lines, middle + 1, limit, _CLOSE)
        dropped.add(start)
        if middle is not None and close is not None:
            base = _first(lines, start + 1, middle, _BASE)
            dropped.update(range(middle if base is None else base, close + 1))
        message = "a merge conflict was left unresolved; its first side is read"
        last = start if close is None else close
        place.report(
            codes.CONFLICT_MARKER.at(place.span(start, last), message, hint="keep one side, delete the markers")
        )
    return frozenset(dropped)


def _first(lines: Sequence[str], start: int, limit: int, pattern: re.Pattern[str]) -> int | None:
    return next((index for index in range(start, limit) if pattern.fullmatch(lines[index])), None)
