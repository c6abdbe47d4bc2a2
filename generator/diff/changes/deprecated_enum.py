"""An enum that the new docs advise against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import deprecation_of, first
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.DEPRECATED, Judgement.ADDITIVE)
def deprecated_enum(pairs: Pairs) -> Iterator[Difference]:
    """An enum is documented as deprecated.

    Nothing breaks yet: it works as before, and a replacement should be used.

    Before: no such note. After: a caution that the enum is deprecated.
    """
    for name, old, new in pairs.enums.kept():
        if new.deprecation is not None and old.deprecation is None:
            yield Difference(
                subject=Subject.ENUM,
                type=name,
                name=name,
                message=f"{short(name)} is deprecated",
                new=deprecation_of(new.deprecation),
                old_source=first(old.sources),
                new_source=new.deprecation.span,
            )
