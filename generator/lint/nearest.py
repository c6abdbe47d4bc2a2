"""The nearest known name to a misspelt one, for hints."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that differs least, letter case first; None when nothing is near."""
    names = sorted(known)
    lower = name.lower()
    for each in names:
        if each.lower() == lower:
            return each
    return next(iter(get_close_matches(name, names, n=1, cutoff=0.75)), None)
