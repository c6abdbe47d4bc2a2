"""A call that only the new docs have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_facts, call_name, call_source
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_operation(pairs: Pairs) -> Iterator[Difference]:
    """A verb on a path is documented that was not before.

    Nothing breaks. Paths are compared without the names of their placeholders and without regard to case.

    Before: no such request line. After: `POST /users/{id}/revoke` under HTTP request.
    """
    for _, call in pairs.calls.added():
        yield Difference(
            subject=Subject.OPERATION,
            type=None,
            name=call_name(call),
            message=f"{call_name(call)} is new",
            new=call_facts(call),
            new_source=call_source(call),
        )
