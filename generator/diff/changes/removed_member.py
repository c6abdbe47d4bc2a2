"""A member that only the old version of an enum has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, member_facts
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_member(pairs: Pairs) -> Iterator[Difference]:
    """An enum lost a member.

    Code that names it breaks.

    Before: members `red`, `green`, `blue`. After: members `red`, `green`.
    """
    for enum, members in pairs.members():
        for name, each in members.removed():
            yield Difference(
                subject=Subject.MEMBER,
                type=enum,
                name=name,
                message=f"{name} is no longer a value of {short(enum)}",
                old=member_facts(each),
                old_source=first(each.sources),
                part=Part(of=f"no longer values of {short(enum)}", item=name),
            )
