"""Pass: the enumerations that pages and sections define, and with them the symbol table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Label, Report
from generator.facts.page import MemberFacts, PageKind
from generator.link.collections_of_enums import homes_of_collections
from generator.link.draft import DefiningEnum, Draft, place_of
from generator.link.names import Declared, names_of
from generator.link.spelling import namespace_spellings
from generator.link.type_codes import DUPLICATE_ENUM, ENUM_AND_TYPE
from generator.model.declarations import EnumMember, EnumType, StructuredType, namespace


def declare_enums(draft: Draft, report: Report) -> Draft:
    """One enumeration for each name. Where several places define it, the most trusted one has the word."""
    spaces = namespace_spellings(draft.pages)
    homes = homes_of_collections(draft.pages, draft.conventions)
    grouped: dict[str, list[tuple[str, DefiningEnum]]] = {}
    for page in draft.pages:
        for facts in page.enums:
            home = namespace(facts.qualified or "") or homes.get(page.path)
            home = home or place_of(page, draft.conventions).namespace
            name = f"{spaces.get(home.lower(), home)}.{facts.name}"
            grouped.setdefault(name.lower(), []).append((name, DefiningEnum(page=page, facts=facts)))
    enums: dict[str, EnumType] = {}
    defining: dict[str, tuple[DefiningEnum, ...]] = {}
    for each in grouped.values():
        ordered = sorted(each, key=lambda pair: _trust(pair[1]))
        name = ordered[0][0]
        defining[name] = tuple(part for _, part in ordered)
        enums[name] = _declared(name, defining[name])
        _check_agreement(name, defining[name], report)
    types = _without_enums(draft, enums, report)
    drafted = replace(
        draft,
        enums={name: each for name, each in enums.items() if name not in types},
        types=types,
        defining={name: draft.defining[name] for name in types},
        defining_enums=defining,
    )
    return replace(drafted, names=names_of(declared_names(drafted), draft.conventions))


def declared_names(draft: Draft) -> Iterator[Declared]:
    """Every name with every place that declares it; types before enumerations, so that a page's main name is its type."""
    for name, parts in draft.defining.items():
        yield from (Declared(name=name, page=part.page.path, anchor=None) for part in parts)
    for name, found in draft.defining_enums.items():
        if name in draft.enums:
            yield from (Declared(name=name, page=part.page.path, anchor=part.facts.anchor) for part in found)


def enum_members(members: tuple[MemberFacts, ...]) -> tuple[EnumMember, ...]:
    """Members as declared, each name once."""
    once = {each.name: each for each in reversed(members)}
    return tuple(
        EnumMember(
            name=each.name,
            value=each.value,
            description=each.description,
            sources=(each.span,),
            preferred_only=each.preferred_only,
            deprecation=each.deprecation,
        )
        for each in members
        if once[each.name] is each
    )


def _trust(part: DefiningEnum) -> tuple[int, str, int]:
    """A page about the enumeration alone, then collections of enumerations, then sections of other pages."""
    rank = 0 if part.facts.anchor is None else 1 if part.page.kind is PageKind.ENUM else 2
    return rank, part.page.path, part.facts.span.line


def _declared(name: str, parts: tuple[DefiningEnum, ...]) -> EnumType:
    main = parts[0].facts
    return EnumType(
        name=name,
        members=enum_members(main.members),
        flags=any(part.facts.flags for part in parts),
        summary=main.summary,
        deprecation=main.deprecation,
        sources=tuple(part.facts.span for part in parts),
        summary_span=main.summary_span,
        notes=parts[0].page.notes if main.anchor is None else (),
    )


def _check_agreement(name: str, parts: tuple[DefiningEnum, ...], report: Report) -> None:
    main = {each.name for each in parts[0].facts.members}
    for part in parts[1:]:
        other = {each.name for each in part.facts.members}
        if other != main:
            differing = ", ".join(sorted(other ^ main)[:5])
            report(
                DUPLICATE_ENUM.at(
                    part.facts.span,
                    f"{name!r} is defined here and elsewhere with other members ({differing})",
                    labels=(Label(span=parts[0].facts.span, message="this definition is used"),),
                )
            )


def _without_enums(draft: Draft, enums: dict[str, EnumType], report: Report) -> dict[str, StructuredType]:
    """The types that no enumeration replaces: a type without any property gives way to members of the same name."""
    kept = {}
    for name, each in draft.types.items():
        enum = enums.get(name)
        if enum is None:
            kept[name] = each
            continue
        bare = not any(part.facts.properties or part.facts.relationships for part in draft.defining[name])
        taken = "an enumeration" if bare else "a type"
        report(
            ENUM_AND_TYPE.at(
                each.sources[0],
                f"{name!r} is documented as a type and as an enumeration; it is taken for {taken}",
                labels=(Label(span=enum.sources[0], message="the members stand here"),),
            )
        )
        if not bare:
            kept[name] = each
    return kept
