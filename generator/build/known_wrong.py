"""Which documented examples the SDK must refuse: the judge of examples says so, and their tests expect it."""

from __future__ import annotations

from generator import lint
from generator.python.examples.views import ExampleKey, KnownWrong


def known_wrong(docs: lint.Docs) -> dict[ExampleKey, KnownWrong]:
    """The first finding that makes an example unreadable, by example."""
    found: dict[ExampleKey, KnownWrong] = {}
    for key, faults in docs.wrong_examples:
        refused = next((each for each in faults if each.rejected), None)
        if refused is not None:
            found[key] = KnownWrong(code=refused.code, span=refused.finding.span)
    return found
