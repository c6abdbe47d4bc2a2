"""Words in a row, as prose has them."""

from __future__ import annotations

from collections.abc import Sequence


def series(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
