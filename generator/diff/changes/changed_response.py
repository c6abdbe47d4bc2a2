"""A call that returns something else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call, page_source, returns, same_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.operations import Response, ResponseKind


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_response(pairs: Pairs) -> Iterator[Difference]:
    """A call returns something else than before.

    Code that uses the result breaks. A page that does not say what it returns contradicts nothing, so only two
    statements are compared.

    Before: "returns a [user](..) object". After: "returns a collection of [user](..) objects".
    """
    for _, old, new in pairs.calls.kept():
        if _differ(old.response, new.response):
            was, now = returns(old.response), returns(new.response)
            places = (old.response.span or page_source(old), new.response.span or page_source(new))
            message = f"{call_name(new)} returns {now}, no longer {was}"
            yield of_call(new, message, {"returns": was}, {"returns": now}, places)


def _differ(old: Response, new: Response) -> bool:
    if ResponseKind.UNSTATED in (old.kind, new.kind) or old.inference or new.inference:
        return False
    if old.type is not None and new.type is not None:
        return not same_type(old.type, new.type)
    return old.kind is not new.kind
