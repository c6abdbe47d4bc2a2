"""Pass: enumerations that no page defines, known by their name in a Type cell and a list of values beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from generator.diagnostics import Label, Report
from generator.dialect.conventions import Conventions
from generator.facts.page import MemberFacts, PropertyFacts
from generator.facts.written import WrittenCollection, WrittenLink, WrittenName
from generator.link.declare_enums import declared_names, enum_members
from generator.link.draft import Draft, place_of
from generator.link.names import Declared, Place, names_of
from generator.link.type_codes import ENUM_VALUES_DIFFER
from generator.model.declarations import EnumType, Inference, namespace, short
from generator.model.types import Named, Opaque

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\Z")


def declare_inline_enums(draft: Draft, report: Report) -> Draft:
    """Declare what a cell names and lists; where the name is known, add to the declaration what only the list has."""
    found: dict[str, list[PropertyFacts]] = {}
    longer: dict[str, list[MemberFacts]] = {}
    combined: set[str] = set()
    spelled = {each.lower(): each for each in (namespace(name) for name in (*draft.types, *draft.enums))}
    for place, row, at_home in _rows_with_values(draft):
        written = row.type.type if row.type else None
        item = written.item if isinstance(written, WrittenCollection) else written
        if not isinstance(item, WrittenName | WrittenLink):
            continue
        known = draft.names.item(item, place)
        if isinstance(known, Opaque) and (name := _full_name(known.text, place, draft.conventions)):
            at = namespace(name)
            found.setdefault(f"{spelled.get(at.lower(), at)}.{short(name)}", []).append(row)
        elif isinstance(known, Named) and known.name in draft.enums:
            extra = _undeclared(draft.enums[known.name], row, report)
            longer.setdefault(known.name, []).extend(extra if at_home else ())
            if row.combined:
                combined.add(known.name)
    enums = {
        name: _lengthened(_combined(each) if name in combined else each, longer.get(name, []))
        for name, each in draft.enums.items()
    }
    enums |= {name: _declared(name, rows) for name, rows in found.items()}
    added = [Declared(name=name, page="", anchor=None) for name in found]
    return replace(draft, enums=enums, names=names_of([*declared_names(draft), *added], draft.conventions))


def _full_name(text: str, place: Place, conventions: Conventions) -> str | None:
    """The name that an unknown word would have: a bare one in the page's namespace, a qualified one in the service's."""
    word = text.removeprefix("#")
    if not _NAME.match(word):
        return None
    head, dot, rest = word.partition(".")
    if not dot:
        return f"{place.namespace}.{word}"
    full = f"{conventions.namespace}.{rest}" if head.lower() in conventions.aliases else word
    return full if full.lower().startswith(f"{conventions.namespace}.".lower()) else None


def _rows_with_values(draft: Draft) -> Iterator[tuple[Place, PropertyFacts, bool]]:
    """Rows with a list, and whether they belong to a type: API pages repeat such lists carelessly."""
    for page in draft.pages:
        place = place_of(page, draft.conventions)
        for each in page.types:
            yield from ((place, row, True) for row in (*each.properties, *each.relationships) if row.values)
        if page.operation is not None:
            yield from ((place, each.row, False) for each in page.operation.parameters if each.row.values)


def _declared(name: str, rows: list[PropertyFacts]) -> EnumType:
    longest = max(rows, key=lambda row: len(row.values))
    return EnumType(
        name=name,
        members=enum_members(longest.values),
        flags=any(row.combined for row in rows),
        summary="",
        deprecation=None,
        sources=tuple(row.span for row in rows),
        inferences=(
            Inference(rule="inline-enum", reason=f"the Type cell of {longest.name} names it and lists values"),
        ),
    )


def _undeclared(enum: EnumType, row: PropertyFacts, report: Report) -> list[MemberFacts]:
    """What the list beside a property has beyond the declared members, where it is a list of that enumeration at all."""
    known = {each.name for each in enum.members}
    extra = [each for each in row.values if each.name not in known]
    if not extra:
        return []
    listed = ", ".join(repr(each.name) for each in extra[:5])
    lowered = {each.lower() for each in known}
    spelled = all(each.name.lower() in lowered for each in extra)
    said = "spells values otherwise than" if spelled else "lists values that are not of"
    report(
        ENUM_VALUES_DIFFER.at(
            row.span,
            f"{row.name!r} {said} {enum.name!r}: {listed}",
            labels=(Label(span=enum.sources[0], message="its members stand here"),),
        )
    )
    if len(extra) == len(row.values):
        return []
    return [each for each in extra if each.name.lower() not in lowered]


def _combined(enum: EnumType) -> EnumType:
    if enum.flags:
        return enum
    inference = Inference(rule="listed-flags", reason="a property that has it says that its values combine")
    return msgspec.structs.replace(enum, flags=True, inferences=(*enum.inferences, inference))


def _lengthened(enum: EnumType, extra: list[MemberFacts]) -> EnumType:
    if not extra:
        return enum
    members = enum_members(tuple(extra))
    reason = f"properties list {', '.join(each.name for each in members)} as well"
    return msgspec.structs.replace(
        enum,
        members=(*enum.members, *members),
        inferences=(*enum.inferences, Inference(rule="listed-members", reason=reason)),
    )
