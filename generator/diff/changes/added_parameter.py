"""A parameter that only the new version of a call has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.parameters import difference, parameters
from generator.diff.rule import change


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_parameter(pairs: Pairs) -> Iterator[Difference]:
    """A call takes a new parameter that may be left out.

    Nothing breaks. Placeholders of the path are part of the path and are not parameters here.

    Before: no such row. After: a row in a parameter table, without the word Required.
    """
    for old, new, found in parameters(pairs):
        for _, each in found.added():
            if not each.markers.required:
                yield difference(old, new, f"{call_name(new)} takes {each.name}", None, each)
