"""A call that only an example shows from now on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, call_source, of_call
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change


@change(Happening.CHANGED, Judgement.DOCS)
def became_shown(pairs: Pairs) -> Iterator[Difference]:
    """No request line states a call any more, and an example still shows it.

    The SDK keeps the call. Exports of OpenAPI and permissions hold what is stated, and leave it out.

    Before: `GET /users/$count` under HTTP request, and an example of it. After: the example alone.
    """
    for _, old, new in pairs.calls.kept():
        if old.stated and not new.stated:
            message = f"{call_name(new)} is shown by an example alone: no request line states it any more"
            places = (call_source(old), call_source(new))
            yield of_call(new, message, {"stated": old.stated}, {"stated": new.stated}, places)
