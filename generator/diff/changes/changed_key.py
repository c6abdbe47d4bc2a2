"""An entity with another key."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_key(pairs: Pairs) -> Iterator[Difference]:
    """Another property is the key of an entity.

    Code that addresses one by the old key gets another or none. Counted only between types that state their key.

    Before: `"keyProperty": "id"` in the JSON representation. After: `"keyProperty": "tenantId"`.
    """
    for name, old, new in pairs.types.kept():
        if old.keys and new.keys and old.keys != new.keys:
            was, now = ", ".join(old.keys), ", ".join(new.keys)
            message = f"{short(name)} is keyed by {now}, no longer by {was}"
            yield of_type(old, new, message, {"keys": list(old.keys)}, {"keys": list(new.keys)})
