"""A call that returns something else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, of_call
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.diff.statements import contradiction, response


@change(Happening.CHANGED, Judgement.BREAKING)
def changed_response(pairs: Pairs) -> Iterator[Difference]:
    """A call returns something else than before.

    Code that uses the result breaks. A page that says nothing of the response contradicts nothing, nor does one more page that
    documents the call for another type; only what pages state is compared, not what examples show.

    Before: "returns a [user](..) object". After: "returns a collection of [user](..) objects".
    """
    for _, old, new in pairs.calls.kept():
        if (found := contradiction(pairs, old, new, response)) is not None:
            (_, was, there), (_, now, here) = found
            message = f"{call_name(new)} returns {now}, no longer {was}"
            yield of_call(new, message, {"returns": was}, {"returns": now}, (there, here))
