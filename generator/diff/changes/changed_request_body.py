"""A call whose request body changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.indexes.calls import Call


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_request_body(pairs: Pairs) -> Iterator[Difference]:
    """A call takes another body than before: code that passes one breaks."""
    for _, old, new in pairs.calls.kept():
        if old.body.type != new.body.type or old.body.kind is not new.body.kind:
            message = f"{call_name(new)} takes {body(new)}, no longer {body(old)}"
            yield of_call(old, new, message, {"body": body(old)}, {"body": body(new)})


def body(call: Call) -> str:
    """The body as one word: its type, or its kind where it has none."""
    return call.body.kind.value if call.body.type is None else str(call.body.type)
