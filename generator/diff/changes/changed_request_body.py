"""A call that takes something else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.diff.statements import body, contradiction


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_request_body(pairs: Pairs) -> Iterator[Difference]:
    """A call takes another body than before.

    Code that passes one breaks. A page that says nothing of the body contradicts nothing, nor does one more page that
    documents the call for another type; only what pages state is compared, not what examples show.

    Before: "supply a JSON representation of [user](..)". After: "supply a JSON representation of [invitation](..)".
    """
    for _, old, new in pairs.calls.kept():
        if (found := contradiction(pairs, old, new, body)) is not None:
            (_, was, there), (_, now, here) = found
            message = f"{call_name(new)} takes {now}, no longer {was}"
            yield of_call(new, message, {"body": was}, {"body": now}, (there, here))
