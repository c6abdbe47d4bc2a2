"""A page whose examples changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.operations import Example, Operation
from generator.text import Span


@change(Happening.CHANGED, Judgement.DOCS)
def changed_examples(pairs: Pairs) -> Iterator[Difference]:
    """The documented examples of an operation changed.

    Its generated tests change with them; callers see no difference. URLs, statuses and bodies are compared, titles and
    places are not.

    Before: an example with `"score": 3`. After: the same with `"score": 4`.
    """
    before = {each.id: each for each in pairs.before.operations}
    for new in pairs.after.operations:
        old = before.get(new.id)
        if old is None or _digest(old) == _digest(new):
            continue
        yield Difference(
            subject=Subject.EXAMPLE,
            type=None,
            name=new.id,
            message=f"the examples of {new.id} changed",
            old={"examples": _digest(old)},
            new={"examples": _digest(new)},
            old_source=_first_other(old, new),
            new_source=_first_other(new, old),
        )


def _first_other(one: Operation, other: Operation) -> Span:
    """The place of the first example that the other page does not have, else of the first there is."""
    there = set(map(_messages, other.examples))
    spans = [each.span for each in one.examples if _messages(each) not in there]
    return (spans or [each.span for each in one.examples] or [one.source])[0]


def _digest(operation: Operation) -> str:
    """What the examples send and receive, as a short digest."""
    return hashlib.sha256("\n".join(map(_messages, operation.examples)).encode()).hexdigest()[:12]


def _messages(each: Example) -> str:
    return repr((each.request and (each.request.url, each.request.body), [(r.status, r.body) for r in each.responses]))
