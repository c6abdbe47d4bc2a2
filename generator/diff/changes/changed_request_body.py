"""A call that takes another body."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call, page_source, same_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.operations import Body, BodyKind


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_request_body(pairs: Pairs) -> Iterator[Difference]:
    """A call takes another body than before.

    Code that passes one breaks. A page that says nothing of the body contradicts nothing, so only two statements are
    compared.

    Before: "supply a JSON representation of [user](..)". After: "supply a JSON representation of [invitation](..)".
    """
    for _, old, new in pairs.calls.kept():
        if _differ(old.body, new.body):
            was, now = _told(old.body), _told(new.body)
            places = (old.body.span or page_source(old), new.body.span or page_source(new))
            message = f"{call_name(new)} takes {now}, no longer {was}"
            yield of_call(new, message, {"body": was}, {"body": now}, places)


def _differ(old: Body, new: Body) -> bool:
    if BodyKind.UNSTATED in (old.kind, new.kind) or old.inference or new.inference:
        return False
    if old.type is not None and new.type is not None:
        return not same_type(old.type, new.type)
    return old.kind is not new.kind


def _told(body: Body) -> str:
    """The body as one word: its type, or its kind where it has none."""
    return body.kind.value if body.type is None else str(body.type)
