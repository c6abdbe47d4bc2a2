"""A member whose number changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.CHANGED, Judgement.DOCS)
def changed_member_value(pairs: Pairs) -> Iterator[Difference]:
    """An enum member has another number. On the wire members are names, so callers see no difference."""
    for enum, members in pairs.members():
        for name, old, new in members.kept():
            if old.value != new.value:
                yield Difference(
                    subject=Subject.MEMBER,
                    type=enum,
                    name=name,
                    message=f"{short(enum)}.{name} is numbered {new.value}, no longer {old.value}",
                    old={"value": old.value},
                    new={"value": new.value},
                    old_source=first(old.sources),
                    new_source=first(new.sources),
                )
