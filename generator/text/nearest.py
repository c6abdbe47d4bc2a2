"""The nearest known name to a misspelt one, for hints."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that differs least, letter case first; None when nothing is near."""
    by_lower: dict[str, str] = {}
    for each in sorted(known):
        by_lower.setdefault(each.lower(), each)
    lower = name.lower()
    if lower in by_lower:
        return by_lower[lower]
    close = get_close_matches(lower, by_lower, n=1, cutoff=0.75)
    return by_lower[close[0]] if close else None


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
