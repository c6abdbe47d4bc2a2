"""Pass: the structured types that pages define, several pages of one type joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Report
from generator.dialect.conventions import Conventions
from generator.facts.page import PageFacts, TypeFacts
from generator.link.draft import Defining, Draft, place_of
from generator.link.spelling import best_spelling, labels, namespace_spellings
from generator.link.type_codes import TYPE_NAME_CASE
from generator.model.declarations import Inference, StructuredType, StructureKind, namespace, short
from generator.model.paths import Key, Name
from generator.model.wording import Words
from generator.text.plural import singular


def declare_types(draft: Draft, report: Report) -> Draft:
    """One type for each qualified name, whatever its case; a type's main page is the one whose file bears its name."""
    spaces = namespace_spellings(draft.pages)
    called = labels(draft.pages)
    listed = _keyed_segments(draft.pages)
    grouped: dict[str, list[tuple[str, Defining]]] = {}
    for page in draft.pages:
        for facts in page.types:
            name = qualified_name(facts, page, draft.conventions)
            if facts.qualified is None and short(name).lower() in listed:
                name = f"{namespace(name)}.{singular(listed[short(name).lower()])}"
            part = Defining(page=page, facts=facts, place=place_of(page, draft.conventions))
            grouped.setdefault(name.lower(), []).append((name, part))
    types: dict[str, StructuredType] = {}
    defining: dict[str, tuple[Defining, ...]] = {}
    for lowered, each in grouped.items():
        home = namespace(lowered)
        name = f"{spaces.get(home, namespace(each[0][0]))}.{_spelling(each, called, report)}"
        parts = sorted((part for _, part in each), key=lambda part: _distance(name, part))
        types[name] = _declared(name, parts)
        defining[name] = tuple(parts)
    return replace(draft, types=types, defining=defining)


def _keyed_segments(pages: Iterable[PageFacts]) -> Mapping[str, str]:
    """Names that paths follow by a key, by lower case: collections. A page titled like one is about one of its items."""
    paths = (route.path.segments for page in pages if page.operation is not None for route in page.operation.routes)
    pairs = (pair for path in paths for pair in pairwise(path))
    votes: dict[str, Counter[str]] = {}
    for name, key in pairs:
        if isinstance(name, Name) and isinstance(key, Key):
            votes.setdefault(name.text.lower(), Counter())[name.text] += 1
    return {lowered: best_spelling(found) for lowered, found in votes.items() if not lowered.endswith(_NO_PLURALS)}


_NO_PLURALS = ("ss", "us", "is")
"""How words end that only look like plurals: address, status, analysis."""


def qualified_name(facts: TypeFacts, page: PageFacts, conventions: Conventions) -> str:
    """The annotation's qualified name; else the name within the namespace that the page states."""
    stated = (facts.qualified or "").removeprefix("#")
    head, _, rest = stated.partition(".")
    if rest:
        return f"{conventions.namespace}.{rest}" if head in conventions.aliases else stated
    home = (facts.namespace or "").strip(" `.") or place_of(page, conventions).namespace
    return f"{home}.{stated or facts.name}"


def _spelling(each: list[tuple[str, Defining]], called: Mapping[str, Counter[str]], report: Report) -> str:
    """The short name as the pages that define it, their titles and the links to them write it."""
    votes: Counter[str] = Counter()
    for name, part in each:
        votes[short(name)] += 1
        words = (part.page.title.partition(" ")[0], *called.get(part.page.path.lower(), Counter()).elements())
        votes.update(word for word in words if word.lower() == short(name).lower())
    best = best_spelling(votes)
    for name, part in each:
        if short(name) != best:
            report(TYPE_NAME_CASE.at(part.facts.span, f"{short(name)!r} is spelled {best!r} elsewhere"))
    return best


def _distance(name: str, part: Defining) -> tuple[bool, int, str, int]:
    """Order of the pages that define one type: by its own file name, then the one that lists most."""
    stem = part.page.path.rpartition("/")[2].removesuffix(".md").lower()
    rows = len(part.facts.properties) + len(part.facts.relationships)
    return stem.rpartition("-")[2] != short(name).lower(), -rows, part.page.path, part.facts.span.line


def _declared(name: str, parts: list[Defining]) -> StructuredType:
    main = parts[0]
    shown = [block for part in parts for block in part.facts.representations]
    summary = _summary(parts)
    return StructuredType(
        name=name,
        kind=StructureKind.COMPLEX,
        base=None,
        abstract=any(block.abstract for block in shown) or any(part.facts.abstract for part in parts),
        open=any(block.open for block in shown) or any(part.facts.open for part in parts),
        media=any(block.media for block in shown),
        keys=(),
        properties=(),
        summary=summary.text if summary is not None else "",
        notes=main.page.notes,
        deprecation=main.facts.deprecation or main.page.deprecation,
        sources=tuple(part.facts.span for part in parts),
        inferences=_inferred(name, main),
        summary_span=summary.span if summary is not None else None,
    )


def _inferred(name: str, main: Defining) -> tuple[Inference, ...]:
    if main.facts.name.lower() == short(name).lower():
        return ()
    reason = f"its page is titled {main.facts.name!r}, which paths follow by a key"
    return (Inference(rule="singular-title", reason=reason),)


def _summary(parts: list[Defining]) -> Words | None:
    """Of the first page that has one."""
    told = (each.facts for each in parts if each.facts.summary)
    first = next((Words(text=each.summary, span=each.summary_span or each.span) for each in told), None)
    return first or parts[0].page.summary
