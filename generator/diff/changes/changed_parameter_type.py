"""A parameter of another type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.parameters import difference, parameters
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_parameter_type(pairs: Pairs) -> Iterator[Difference]:
    """A parameter has another type.

    Code that passes it breaks.

    Before: `| size | Int32 |` in a parameter table. After: `| size | String |`.
    """
    for old, new, found in parameters(pairs):
        for _, was, each in found.kept():
            if not pairs.same_type(was.type, each.type):
                message = f"{call_name(new)} takes {each.name} as {each.type}, no longer as {was.type}"
                yield difference(old, new, message, was, each)
