"""A type or enum of another namespace."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.facts import Known, of_type
from generator.diff.model import Difference, Happening, Judgement
from generator.diff.pairs import Pairs
from generator.diff.rule import change
from generator.model.declarations import namespace, short


@change(Happening.CHANGED, Judgement.BREAKING)
def moved_type(pairs: Pairs) -> Iterator[Difference]:
    """A type or enum stands in another namespace.

    Code that names it in full breaks, as does `@odata.type` of objects that are kept. What else changed of it is listed
    as of any other type; properties and calls that refer to it are not listed for that.

    Before: "Namespace: microsoft.graph". After: "Namespace: microsoft.graph.externalConnectors".
    """
    kept: list[tuple[str, Known, Known]] = [*pairs.types.kept(), *pairs.enums.kept()]
    for name, old, new in kept:
        if old.name != name:
            was, now = namespace(old.name), namespace(new.name)
            message = f"{short(name)} moved to {now} from {was}"
            yield of_type(old, new, message, {"namespace": was}, {"namespace": now})
