"""An enum that only the new docs define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_enum(pairs: Pairs) -> Iterator[Difference]:
    """An enum that was not documented before. Its members are part of it and are not listed again."""
    for name, each in pairs.enums.added():
        yield Difference(
            subject=Subject.ENUM,
            type=name,
            name=name,
            message=f"{short(name)} is new",
            new={"members": [member.name for member in each.members]},
            new_source=first(each.sources),
        )
