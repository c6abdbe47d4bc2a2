"""A call whose OData query options changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, page_source
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.parameters import named_options, option_source
from generator.diff.rule import change


@change(Happening.REMOVED, Judgement.BREAKING)
def removed_option(pairs: Pairs) -> Iterator[Difference]:
    """A call no longer documents an OData query option.

    Code that passes it may fail.

    Before: "This method supports the `$filter` query parameter". After: `$filter` is not named.
    """
    for _, old, new in pairs.calls.kept():
        for option in named_options(old, new):
            if option not in new.options:
                yield Difference(
                    subject=Subject.PARAMETER,
                    type=None,
                    name=f"{call_name(new)} ${option}",
                    message=f"{call_name(new)} no longer supports ${option}",
                    old={"in": "query", "option": option},
                    old_source=option_source(old, option),
                    new_source=page_source(new),
                    part=Part(of=f"{call_name(new)} no longer supports", item=f"${option}"),
                )
