"""Which documented examples the SDK must refuse: the judge of examples says so, and their tests expect it."""

from __future__ import annotations

from generator.lint.example_check import wrong
from generator.lint.shapes import shapes
from generator.model.api import Api
from generator.model.indexes.hierarchy import hierarchy
from generator.python.examples.views import ExampleKey, KnownWrong


def known_wrong(api: Api) -> dict[ExampleKey, KnownWrong]:
    """The first finding that makes an example unreadable, by example."""
    known = shapes(api, hierarchy(api))
    found: dict[ExampleKey, KnownWrong] = {}
    for operation in api.operations:
        for example in operation.examples:
            refused = next((each for each in wrong(example, operation, known) if each.rejected), None)
            if refused is not None:
                found[operation.id, example.ordinal] = KnownWrong(code=refused.code, span=refused.finding.span)
    return found
