"""A call that a request line states from now on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, call_source, of_call
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.DOCS)
def became_stated(pairs: Pairs) -> Iterator[Difference]:
    """A request line states a call that only an example showed.

    The SDK had the call already. Exports of OpenAPI and permissions hold it now.

    Before: an example of `GET /users/$count`. After: the request line too.
    """
    for _, old, new in pairs.calls.kept():
        if new.stated and not old.stated:
            message = f"{call_name(new)} is stated by a request line, no longer shown by an example alone"
            places = (call_source(old), call_source(new))
            yield of_call(new, message, {"stated": old.stated}, {"stated": new.stated}, places)
