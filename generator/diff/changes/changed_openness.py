"""A type that is open now, or no longer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.DOCS)
def changed_openness(pairs: Pairs) -> Iterator[Difference]:
    """A type takes properties that are not documented now, or no longer does.

    The SDK keeps undocumented properties either way, so callers see no difference.

    Before: a JSON representation. After: the same, annotated with `"openType": true`.
    """
    for name, old, new in pairs.types.kept():
        if old.open != new.open:
            message = f"{short(name)} is {'an open type now' if new.open else 'no longer an open type'}"
            yield of_type(old, new, message, {"open": old.open}, {"open": new.open})
