"""A call that only the old docs have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_facts, call_name, call_source
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_operation(pairs: Pairs) -> Iterator[Difference]:
    """No page documents a verb on a path any more.

    Code that calls it breaks. Paths are compared without the names of their placeholders and without regard to case.

    Before: `POST /users/{id}/revoke` under HTTP request. After: no such request line.
    """
    for _, call in pairs.calls.removed():
        yield Difference(
            subject=Subject.OPERATION,
            type=None,
            name=call_name(call),
            message=f"{call_name(call)} is gone",
            old=call_facts(call),
            old_source=call_source(call),
        )
