"""Something that the new docs advise against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, call_source
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.indexes.calls import Call
from generator.model.wording import Deprecation


@change(Happening.DEPRECATED, Judgement.ADDITIVE)
def deprecated_operation(pairs: Pairs) -> Iterator[Difference]:
    """An operation is documented as deprecated: it works as before, and a replacement should be used."""
    for _, old, new in pairs.calls.kept():
        found = deprecation(new)
        if found is not None and deprecation(old) is None:
            yield Difference(
                subject=Subject.OPERATION,
                type=None,
                name=call_name(new),
                message=f"{call_name(new)} is deprecated",
                new={"deprecation": found.text},
                old_source=call_source(old),
                new_source=found.span,
            )


def deprecation(call: Call) -> Deprecation | None:
    """The call's deprecation: of all pages that document it, or it is not deprecated."""
    found = [each.operation.deprecation for each in call.documents]
    return None if None in found else found[0]
