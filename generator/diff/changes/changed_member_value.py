"""A member with another number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import of_member
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.DOCS)
def changed_member_value(pairs: Pairs) -> Iterator[Difference]:
    """An enum member has another number, has one now, or none any more.

    On the wire members are names, so callers see no difference.

    Before: `| red | 0 |`. After: `| red | 1 |`.
    """
    for enum, members in pairs.members():
        for name, old, new in members.kept():
            if old.value != new.value:
                message = f"{short(enum)}.{name} is {_numbered(new.value)}, no longer {_numbered(old.value)}"
                yield of_member(enum, (old, new), message, {"value": old.value}, {"value": new.value})


def _numbered(value: int | None) -> str:
    return "without a number" if value is None else f"numbered {value}"
