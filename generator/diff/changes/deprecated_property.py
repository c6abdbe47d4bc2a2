"""A property that the new docs advise against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import deprecation_of, first, subject_of
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import short


@change(Happening.DEPRECATED, Judgement.ADDITIVE)
def deprecated_property(pairs: Pairs) -> Iterator[Difference]:
    """A property is documented as deprecated.

    Nothing breaks yet: it works as before, and a replacement should be used.

    Before: "The score." After: "The score. Deprecated."
    """
    for owner, properties in pairs.properties():
        for name, old, new in properties.kept():
            if new.deprecation is not None and old.deprecation is None:
                yield Difference(
                    subject=subject_of(new),
                    type=owner,
                    name=name,
                    message=f"{short(owner)}.{name} is deprecated",
                    new=deprecation_of(new.deprecation),
                    old_source=first(old.sources),
                    new_source=new.deprecation.span,
                )
