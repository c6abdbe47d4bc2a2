"""What the passes hand on: the model as far as it is known, beside the facts it is made from. A pass returns a new draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Report
from generator.dialect.conventions import Conventions
from generator.facts.page import EnumFacts, OperationFacts, PageFacts, TypeFacts
from generator.link.names import Names, Place, names_of
from generator.model.declarations import EnumType, StructuredType, namespace
from generator.model.operations import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Defining:
    """A page's part in the definition of a type."""

    page: PageFacts
    facts: TypeFacts
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class DefiningEnum:
    """A page's or section's part in the definition of an enumeration."""

    page: PageFacts
    facts: EnumFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The page behind an operation."""

    page: PageFacts
    facts: OperationFacts
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`types`, `enums` and `operations` are model values whose fields later passes complete; the rest is what they go by.

    `defining`, `defining_enums` and `described` lead from a name or operation id back to the facts, the main page first.
    """

    conventions: Conventions
    pages: tuple[PageFacts, ...]
    names: Names
    types: Mapping[str, StructuredType] = field(default_factory=dict)
    defining: Mapping[str, tuple[Defining, ...]] = field(default_factory=dict)
    enums: Mapping[str, EnumType] = field(default_factory=dict)
    defining_enums: Mapping[str, tuple[DefiningEnum, ...]] = field(default_factory=dict)
    operations: tuple[Operation, ...] = ()
    described: Mapping[str, Described] = field(default_factory=dict)


Pass = Callable[[Draft, Report], Draft]
"""One step of linking: a pure function but for what it reports."""


def begin(pages: tuple[PageFacts, ...], conventions: Conventions) -> Draft:
    """The draft before the first pass: pages in the order of their paths, nothing declared."""
    ordered = tuple(sorted(pages, key=lambda each: each.path))
    return Draft(conventions=conventions, pages=ordered, names=names_of((), conventions))


def place_of(page: PageFacts, conventions: Conventions) -> Place:
    """Where the page's names are looked up from: in the namespace of what it declares, else in the one it states."""
    stated = page.namespace.text.strip(" `.") if page.namespace else ""
    homes = {namespace((each.qualified or "").removeprefix("#")) for each in page.types} - {"", *conventions.aliases}
    declared = next(iter(homes)) if len(homes) == 1 else ""
    return Place(page=page.path.lower(), namespace=declared or stated or conventions.namespace)
