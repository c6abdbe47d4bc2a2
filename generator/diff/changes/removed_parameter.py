"""A parameter that only the old version of a call has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.parameters import difference, parameters
from generator.diff.rule import change


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_parameter(pairs: Pairs) -> Iterator[Difference]:
    """A call no longer takes a parameter.

    Code that passes it breaks. Placeholders of the path are part of the path and are not parameters here.

    Before: a row in a parameter table. After: no such row.
    """
    for old, new, found in parameters(pairs):
        for _, each in found.removed():
            yield difference(old, new, f"{call_name(new)} no longer takes {each.name}", each, None)
