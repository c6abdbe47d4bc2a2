"""Pass: what pages of derived types say of properties that these inherit, where it is not what is said of the base's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.dialect.phrases import folded
from generator.facts.page import PropertyFacts
from generator.link.draft import Draft
from generator.model.declarations import Property, Restated
from generator.model.indexes.hierarchy import hierarchy_of
from generator.text import Span

_Told = Mapping[Span, list[tuple[str, Property]]]
"""The properties that a row tells of, each with its type: an included row may tell of several."""


def keep_restated(draft: Draft, _report: Report) -> Draft:
    """Give every type the words of its own rows for what it inherits, where its base has others."""
    told: dict[Span, list[tuple[str, Property]]] = {}
    for name, each in draft.types.items():
        for prop in each.properties:
            for span in prop.sources:
                told.setdefault(span, []).append((name, prop))
    known = hierarchy_of(draft.types.values())
    bases = {name: known.ancestors(name) for name in draft.types}
    found: dict[str, tuple[Restated, ...]] = {}
    for name in sorted(draft.types, key=lambda each: len(bases[each])):
        before = {one.name: one.description for base in reversed(bases[name]) for one in found.get(base, ())}
        found[name] = _restated(_inherited_rows(draft, name, bases[name], told), before)
    types = {name: msgspec.structs.replace(each, restated=found[name]) for name, each in draft.types.items()}
    return replace(draft, types=types)


def _inherited_rows(
    draft: Draft, name: str, bases: Collection[str], told: _Told
) -> Iterator[tuple[PropertyFacts, Property]]:
    """The rows on the pages of a type that tell of properties of its bases."""
    for part in draft.defining.get(name, ()):
        for row in (*part.facts.properties, *part.facts.relationships):
            found = told.get(row.span, ())
            if not any(owner == name for owner, _ in found):
                yield from ((row, prop) for owner, prop in found if owner in bases)


def _restated(rows: Iterable[tuple[PropertyFacts, Property]], before: Mapping[str, str]) -> tuple[Restated, ...]:
    """What the rows say that is not said `before`, by bases that restate the property, or where it is declared."""
    found: dict[tuple[str, str], Restated] = {}
    for row, prop in rows:
        words = _words(row.description)
        if words and words != _words(before.get(prop.name, prop.description)):
            first = found.get((prop.name, words)) or Restated(name=prop.name, description=row.description, sources=())
            found[prop.name, words] = msgspec.structs.replace(first, sources=(*first.sources, row.span))
    return tuple(found.values())


def _words(description: str) -> str:
    """The form in which descriptions are compared."""
    return folded(description).rstrip(". ")
