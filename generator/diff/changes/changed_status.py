"""A call that answers success by other status codes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call, page_source
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.indexes.calls import Call


@change(Happening.CHANGED, Judgement.DOCS)
def changed_status(pairs: Pairs) -> Iterator[Difference]:
    """A call answers success by other status codes.

    The SDK takes any 2xx for success, so callers see no difference unless they look at the code.

    Before: "returns `200 OK`". After: "returns `202 Accepted`".
    """
    for _, old, new in pairs.calls.kept():
        was, now = _statuses(old), _statuses(new)
        if was and now and was != now:
            places = (old.response.span or page_source(old), new.response.span or page_source(new))
            message = f"{call_name(new)} answers {_listed(now)}, no longer {_listed(was)}"
            yield of_call(new, message, {"statuses": was}, {"statuses": now}, places)


def _statuses(call: Call) -> list[int]:
    """Of all pages that document the call."""
    return sorted({status for each in call.documents for status in each.operation.response.statuses})


def _listed(statuses: list[int]) -> str:
    return " or ".join(map(str, statuses))
