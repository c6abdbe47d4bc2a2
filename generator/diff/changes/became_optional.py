"""A parameter that must be given now, or no longer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.parameters import difference, parameters
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.ADDITIVE)
def became_optional(pairs: Pairs) -> Iterator[Difference]:
    """A parameter that had to be given may be left out.

    Nothing breaks.

    Before: "The reason. Required." After: "The reason."
    """
    for old, new, found in parameters(pairs):
        for _, was, each in found.kept():
            if was.markers.required and not each.markers.required:
                yield difference(old, new, f"{call_name(new)} no longer requires {each.name}", was, each)
