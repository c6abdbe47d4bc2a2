"""Sheets of types, enums, properties and members."""

from __future__ import annotations

from collections.abc import Iterator

from generator.cli.show.layout import Fact, Sheet
from generator.cli.show.wording import marks, one_line, type_text, why
from generator.model.api import Api
from generator.model.declarations import Declaration, EnumMember, EnumType, Property, StructuredType
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.indexes.usage import Usage, usage
from generator.model.wording import Deprecation
from generator.text import Span


def declaration_sheets(api: Api, declarations: tuple[Declaration, ...]) -> Iterator[Sheet]:
    """One sheet for each type or enum."""
    relatives, users = hierarchy(api), usage(api)
    operations = {each.id: each.source for each in api.operations}
    for each in declarations:
        used = tuple(_uses(each.name, users, operations))
        if isinstance(each, EnumType):
            yield Sheet(title=each.name, kind=_enum_kind(each), spans=each.sources, facts=(*_enum(each), *used))
        else:
            facts = (*_type(each, relatives), *used)
            yield Sheet(title=each.name, kind=f"{each.kind} type", spans=each.sources, facts=facts)


def property_sheet(owner: StructuredType, found: Property) -> Sheet:
    """All that is known of one property."""
    facts = [Fact(label="type", value=type_text(found.type) + why(found.inference), spans=found.sources)]
    facts += _optional("states", marks(found.markers), found.sources)
    facts += _optional("says", one_line(found.description), found.sources)
    facts += _deprecated(found.deprecation)
    kind = "navigation property" if found.navigation else "property"
    return Sheet(title=f"{owner.name}.{found.name}", kind=kind, spans=found.sources, facts=tuple(facts))


def member_sheet(owner: EnumType, found: EnumMember) -> Sheet:
    """All that is known of one enum member."""
    facts = _optional("value", "" if found.value is None else str(found.value), found.sources)
    facts += _optional("says", one_line(found.description), found.sources)
    facts += _optional("sent", "only on request of unknown members" if found.preferred_only else "", found.sources)
    facts += _deprecated(found.deprecation)
    return Sheet(title=f"{owner.name}.{found.name}", kind="enum member", spans=found.sources, facts=tuple(facts))


def _type(each: StructuredType, relatives: Hierarchy) -> list[Fact]:
    facts = _optional("says", one_line(each.summary), each.sources)
    facts += _optional("base", " < ".join(relatives.ancestors(each.name)), ())
    facts += _optional("key", ", ".join(each.keys), ())
    facts += _optional("is", ", ".join(name for name in ("abstract", "open", "media") if getattr(each, name)), ())
    facts += [Fact(label="inferred", value=f"{one.rule}: {one.reason}") for one in each.inferences]
    facts += _deprecated(each.deprecation)
    facts += [Fact(label=one.kind, value=one_line(one.text), spans=(one.span,)) for one in each.notes]
    facts += _inherited(each.name, relatives, navigation=False)
    facts += _inherited(each.name, relatives, navigation=True)
    derived = relatives.descendants(each.name)
    return facts + [Fact(label="derived", value=name, spans=relatives.types[name].sources) for name in derived]


def _inherited(name: str, relatives: Hierarchy, *, navigation: bool) -> Iterator[Fact]:
    for owner, found in relatives.properties(name):
        if found.navigation is navigation:
            origin = "" if owner == name else f", from {owner}"
            states = marks(found.markers)
            value = (
                f"{found.name}: {type_text(found.type)}{f' ({states})' if states else ''}{origin}{why(found.inference)}"
            )
            yield Fact(label="navigation" if navigation else "property", value=value, spans=found.sources)


def _enum_kind(each: EnumType) -> str:
    return "enum of flags" if each.flags else "enum"


def _enum(each: EnumType) -> list[Fact]:
    facts = _optional("says", one_line(each.summary), each.sources)
    facts += [Fact(label="inferred", value=f"{one.rule}: {one.reason}") for one in each.inferences]
    facts += _deprecated(each.deprecation)
    for one in each.members:
        number = "" if one.value is None else f" = {one.value}"
        facts.append(Fact(label="member", value=f"{one.name}{number}", spans=one.sources))
    return facts


def _uses(name: str, users: Usage, operations: dict[str, Span]) -> Iterator[Fact]:
    for owner, member in users.by_properties.get(name, ()):
        yield Fact(label="used by", value=f"{owner}.{member}")
    for each in users.by_operations.get(name, ()):
        yield Fact(label="operation", value=each, spans=(operations[each],))


def _optional(label: str, value: str, spans: tuple[Span, ...]) -> list[Fact]:
    return [Fact(label=label, value=value, spans=spans[:1])] if value else []


def _deprecated(found: Deprecation | None) -> list[Fact]:
    return [] if found is None else [Fact(label="deprecated", value=one_line(found.text), spans=(found.span,))]
