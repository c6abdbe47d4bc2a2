"""A parameter that must be given now, or no longer."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.parameters import difference, parameters
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.BREAKING)
def became_required(pairs: Pairs) -> Iterator[Difference]:
    """A parameter that could be left out must be given.

    Code that calls without it breaks.

    Before: "The reason." After: "The reason. Required."
    """
    for old, new, found in parameters(pairs):
        for _, was, each in found.kept():
            if each.markers.required and not was.markers.required:
                yield difference(old, new, f"{call_name(new)} requires {each.name} now", was, each)
