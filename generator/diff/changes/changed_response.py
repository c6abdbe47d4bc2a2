"""A call whose response changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call, returns
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_response(pairs: Pairs) -> Iterator[Difference]:
    """A call returns something else than before: code that uses the result breaks."""
    for _, old, new in pairs.calls.kept():
        if returns(old) != returns(new):
            message = f"{call_name(new)} returns {returns(new)}, no longer {returns(old)}"
            yield of_call(old, new, message, {"returns": returns(old)}, {"returns": returns(new)})
