"""Sheets of types, enums, properties and members."""

from __future__ import annotations

from collections.abc import Iterator

from generator.cli.show.layout import Fact, Sheet
from generator.cli.show.subject import Subject
from generator.cli.show.wording import marks, one_line, why
from generator.model.declarations import (
    Declaration,
    EnumMember,
    EnumType,
    Inference,
    Property,
    Restated,
    StructuredType,
)
from generator.model.wording import Deprecation, Note
from generator.python.describing import deprecation_text
from generator.text import Span


def declaration_sheet(subject: Subject, each: Declaration) -> Sheet:
    """All that is known of one type or enum."""
    if isinstance(each, EnumType):
        facts = [*_head(subject, each), *_members(each)]
        kind = "enum of flags" if each.flags else "enum"
    else:
        facts = [*_head(subject, each), *_structure(subject, each)]
        kind = f"{each.kind} type"
    return Sheet(title=each.name, kind=kind, spans=each.sources, facts=(*facts, *_uses(subject, each.name)))


def property_sheet(subject: Subject, owner: StructuredType, found: Property, of: StructuredType | None = None) -> Sheet:
    """All that is known of one property; with what is said of it as one that `of` inherits."""
    restated = subject.relatives.restated((of or owner).name, found.name)
    facts = [
        Fact(label="type", value=subject.names.type(found.type) + why(found.inference), spans=found.sources),
        *_optional("states", marks(found.markers).strip(" ()"), found.sources),
        *_optional("says", one_line(found.description, 400), found.sources),
        *(_restated(subject, name, one) for name, one in restated),
        *_deprecated(found.deprecation),
    ]
    kind = "navigation property" if found.navigation else "property"
    return Sheet(title=f"{owner.name}.{found.name}", kind=kind, spans=found.sources, facts=tuple(facts))


def member_sheet(owner: EnumType, found: EnumMember) -> Sheet:
    """All that is known of one enum member."""
    facts = [
        *_optional("value", "" if found.value is None else str(found.value), found.sources),
        *_optional("says", one_line(found.description, 400), found.sources),
        *_optional("sent", "only on request of unknown members" if found.preferred_only else "", found.sources),
        *_deprecated(found.deprecation),
    ]
    return Sheet(title=f"{owner.name}.{found.name}", kind="enum member", spans=found.sources, facts=tuple(facts))


def _head(subject: Subject, each: Declaration) -> Iterator[Fact]:
    yield from _optional("says", one_line(each.summary), each.sources)
    yield from _inferred(each.inferences)
    yield from _deprecated(each.deprecation)
    python = subject.class_of(each.name)
    if python:
        yield Fact(label="python", value=python)


def _structure(subject: Subject, each: StructuredType) -> Iterator[Fact]:
    relatives, names = subject.relatives, subject.names
    for base in relatives.ancestors(each.name):
        known = relatives.types.get(base)
        yield Fact(label="base", value=names.name(base), spans=known.sources[:1] if known else ())
    for key in each.keys:
        spans = next((one.sources[:1] for _, one in relatives.properties(each.name) if one.name == key), ())
        yield Fact(label="key", value=key, spans=spans)
    yield from _optional("is", ", ".join(it for it in ("abstract", "open", "media") if getattr(each, it)), each.sources)
    yield from _noted(each.notes)
    for navigation in (False, True):
        yield from _inherited(subject, each.name, navigation=navigation)
    for name in relatives.descendants(each.name):
        yield Fact(label="derived", value=names.name(name), spans=relatives.types[name].sources[:1])


def _inherited(subject: Subject, name: str, *, navigation: bool) -> Iterator[Fact]:
    for owner, found in subject.relatives.properties(name):
        if found.navigation is navigation:
            origin = "" if owner == name else f", from {subject.names.name(owner)}"
            value = (
                f"{found.name}: {subject.names.type(found.type)}{origin}{marks(found.markers)}{why(found.inference)}"
            )
            label = "navigation" if navigation else "property"
            restated = next(iter(subject.relatives.restated(name, found.name)), None)
            description = found.description if restated is None else restated[1].description
            spans = found.sources if restated is None else (*restated[1].sources, *found.sources)
            said = _said(found.deprecation, description)
            yield Fact(label=label, value=value, spans=tuple(dict.fromkeys(spans)), said=said)


def _restated(subject: Subject, name: str, found: Restated) -> Fact:
    value = f"{subject.names.name(name)}: {one_line(found.description, 400)}"
    return Fact(label="restated", value=value, spans=found.sources)


def _noted(notes: tuple[Note, ...]) -> Iterator[Fact]:
    return (Fact(label=each.kind or "note", value=one_line(each.text), spans=(each.span,)) for each in notes)


def _members(each: EnumType) -> Iterator[Fact]:
    yield from _noted(each.notes)
    for one in each.members:
        number = "" if one.value is None else f" = {one.value}"
        said = _said(one.deprecation, one.description)
        yield Fact(label="member", value=f"{one.name}{number}", spans=one.sources, said=said)


def _said(deprecation: Deprecation | None, description: str) -> str:
    """The description, unless a deprecation says more."""
    if deprecation is None:
        return one_line(description)
    why_not = deprecation_text(deprecation)
    return one_line(f"Deprecated. {why_not or description}")


def _uses(subject: Subject, name: str) -> Iterator[Fact]:
    for owner, member in subject.users.by_properties.get(name, ()):
        held = next(each for each in subject.relatives.types[owner].properties if each.name == member)
        yield Fact(label="used by", value=f"{subject.names.name(owner)}.{member}", spans=held.sources[:1])
    for each in subject.users.by_operations.get(name, ()):
        operation = subject.operations[each]
        yield Fact(
            label="operation", value=f"{operation.verb} {one_line(operation.title, 60)}", spans=(operation.source,)
        )


def _inferred(found: tuple[Inference, ...]) -> Iterator[Fact]:
    return (Fact(label="inferred", value=f"{one.rule}: {one.reason}") for one in found)


def _optional(label: str, value: str, spans: tuple[Span, ...]) -> Iterator[Fact]:
    if value:
        yield Fact(label=label, value=value, spans=spans[:1])


def _deprecated(found: Deprecation | None) -> Iterator[Fact]:
    if found is not None:
        yield Fact(label="deprecated", value=one_line(found.text), spans=(found.span,))
