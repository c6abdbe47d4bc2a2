"""An enum member that the new docs advise against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import deprecation_of, first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.DEPRECATED, Judgement.ADDITIVE)
def deprecated_member(pairs: Pairs) -> Iterator[Difference]:
    """A member of an enum is documented as deprecated.

    Nothing breaks yet: it works as before, and another member should be used.

    Before: `| red | The color red. |`. After: `| red | Deprecated. Use crimson. |`.
    """
    for enum, members in pairs.members():
        for name, old, new in members.kept():
            if new.deprecation is not None and old.deprecation is None:
                yield Difference(
                    subject=Subject.MEMBER,
                    type=enum,
                    name=name,
                    message=f"{short(enum)}.{name} is deprecated",
                    new=deprecation_of(new.deprecation),
                    old_source=first(old.sources),
                    new_source=new.deprecation.span,
                )
