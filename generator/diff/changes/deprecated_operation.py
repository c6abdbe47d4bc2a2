"""A call that the new docs advise against."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_deprecation, call_name, deprecation_of, page_source
from generator.diff.model import Difference, Happening, Judgement, Subject
from generator.diff.pairs import Pairs
from generator.diff.rule import change


@change(Happening.DEPRECATED, Judgement.ADDITIVE)
def deprecated_operation(pairs: Pairs) -> Iterator[Difference]:
    """An operation is documented as deprecated, by every page that documents it.

    Nothing breaks yet: it works as before, and a replacement should be used.

    Before: no such note. After: a caution that the API is deprecated.
    """
    for _, old, new in pairs.calls.kept():
        found = call_deprecation(new)
        if found is not None and call_deprecation(old) is None:
            yield Difference(
                subject=Subject.OPERATION,
                type=None,
                name=call_name(new),
                message=f"{call_name(new)} is deprecated",
                new=deprecation_of(found),
                old_source=page_source(old),
                new_source=found.span,
            )
