"""A call whose OData query options changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import call_name, page_source
from generator.diff.model import Difference, Happening, Judgement, Part, Subject
from generator.diff.pairs import Pairs
from generator.diff.parameters import named_options, option_source
from generator.diff.rule import change


@change(Happening.ADDED, Judgement.ADDITIVE)
def added_option(pairs: Pairs) -> Iterator[Difference]:
    """A call supports another OData query option.

    Nothing breaks.

    Before: no section on query parameters. After: "This method supports the `$filter` query parameter".
    """
    for _, old, new in pairs.calls.kept():
        for option in named_options(new, old):
            if option not in old.options:
                yield Difference(
                    subject=Subject.PARAMETER,
                    type=None,
                    name=f"{call_name(new)} ${option}",
                    message=f"{call_name(new)} supports ${option}",
                    new={"in": "query", "option": option},
                    old_source=page_source(old),
                    new_source=option_source(new, option),
                    part=Part(of=f"{call_name(new)} supports", item=f"${option}"),
                )
