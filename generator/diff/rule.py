"""A change rule: a generator over paired declarations whose name is its code and whose docstring is its manual page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.diff.model import Change, Difference, Happening, Judgement, fingerprint
from generator.diff.pairs import Pairs

Compare = Callable[[Pairs], Iterator[Difference]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule:
    """One kind of change, how it is judged, and how it is found."""

    code: str
    change: Happening
    judgement: Judgement
    summary: str
    explanation: str
    find: Compare

    def changes(self, pairs: Pairs) -> Iterator[Change]:
        """The changes of this kind between the two states."""
        for found in self.find(pairs):
            yield Change(
                change=self.change,
                kind=found.subject,
                type=found.type,
                name=found.name,
                judgement=self.judgement,
                code=self.code,
                message=found.message,
                old=found.old,
                new=found.new,
                old_source=found.old_source,
                new_source=found.new_source,
                fingerprint=fingerprint(self.code, found),
                part=found.part,
            )


def change(happening: Happening, judgement: Judgement) -> Callable[[Compare], ChangeRule]:
    """Make a rule of a generator: `def removed_property(pairs)` has the code `removed-property`."""

    def make(find: Compare) -> ChangeRule:
        summary, _, explanation = inspect.cleandoc(find.__doc__ or "").partition("\n")
        return ChangeRule(
            code=find.__name__.replace("_", "-"),
            change=happening,
            judgement=judgement,
            summary=summary.rstrip("."),
            explanation=explanation.strip(),
            find=find,
        )

    return make
