"""A member that only the new version of an enum has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import first, member_facts
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_member(pairs: Pairs) -> Iterator[Difference]:
    """An enum has a new member.

    Nothing breaks: enums of the SDK are open, so code made before reads it as an unknown value and goes on.

    Before: members `red`, `green`. After: members `red`, `green`, `blue`.
    """
    for enum, members in pairs.members():
        for name, each in members.added():
            yield Difference(
                subject=Subject.MEMBER,
                type=enum,
                name=name,
                message=f"{name} is a new value of {short(enum)}",
                new=member_facts(each),
                new_source=first(each.sources),
                part=Part(of=f"new values of {short(enum)}", item=name),
            )
