"""The nearest known name to a misspelt one, for hints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

_ALIKE = 0.75
"""The least ratio at which two names are near each other: twice the letters they share, over all of both."""
_ROUNDING = 1e-6
"""Far less than a letter, so that no equal is passed over."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that differs least, letter case first; None when nothing is near."""
    by_lower: dict[str, str] = {}
    for each in sorted(known):
        by_lower.setdefault(each.lower(), each)
    lower = name.lower()
    if lower in by_lower:
        return by_lower[lower]
    close = _closest(lower, by_lower)
    return None if close is None else by_lower[close]


def _closest(name: str, known: Iterable[str]) -> str | None:
    """As `difflib.get_close_matches` finds one, several times as fast: thousands of names are looked through for a few
    that share enough letters.
    """
    letters = Counter(name)
    matcher = SequenceMatcher()
    matcher.set_seq2(name)
    best: tuple[float, str] | None = None
    for each in known:
        least = (_ALIKE if best is None else best[0]) * (len(name) + len(each)) / 2 - _ROUNDING
        if min(len(name), len(each)) < least or _shared(letters, each) < least:
            continue
        matcher.set_seq1(each)
        ratio = matcher.ratio()
        if ratio >= _ALIKE and (best is None or (ratio, each) > best):
            best = ratio, each
    return None if best is None else best[1]


def _shared(letters: Counter[str], other: str) -> int:
    """How many letters two texts share, wherever they stand."""
    shared = 0
    for letter, count in letters.items():
        shared += min(count, other.count(letter))
    return shared


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """The hint that names it."""
    found = nearest(name, known)
    return None if found is None else f'did you mean "{found}"?'


_SHORTEST = 8


def is_slip(one: str, other: str, shortest: int = _SHORTEST) -> bool:
    """Whether two texts differ in letter case alone, or, long enough, by one letter: too many, missing, wrong, or swapped."""
    if one.lower() == other.lower():
        return one != other
    shorter = min(len(one), len(other))
    if abs(len(one) - len(other)) > 1 or shorter < shortest:
        return False
    at = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest, right = one[at:], other[at:]
    if any(each.isdigit() for each in rest[:1] + right[:1]):
        return False
    swapped = rest[:2] == right[1::-1] and rest[2:] == right[2:]
    return swapped or rest[1:] in (right, right[1:]) or rest == right[1:]
