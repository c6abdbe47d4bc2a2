"""An enum that only the old docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_enum(pairs: Pairs) -> Iterator[Difference]:
    """An enum that is no longer documented: code that imports its class breaks."""
    for name, each in pairs.enums.removed():
        yield Difference(
            subject=Subject.ENUM,
            type=name,
            name=name,
            message=f"{short(name)} is gone",
            old={"members": [member.name for member in each.members]},
            old_source=first(each.sources),
        )
