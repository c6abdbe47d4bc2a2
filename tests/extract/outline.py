"""The facts of a page as short lines, so that expectations in case files read like the page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract import Extracted
from generator.facts.page import EnumFacts, MemberFacts, PageFacts, PropertyFacts, RepresentationFacts, TypeFacts
from generator.facts.written import WrittenCollection, WrittenLink, WrittenName, WrittenText, WrittenType
from generator.model.types import Primitive
from generator.model.wording import Deprecation, Markers
from generator.text import Span


def everything(read: Extracted) -> dict[str, str]:
    """What a case may ask for, by the word of its fence."""
    facts = read.facts
    parts = {
        "page": _page(facts),
        "types": [line for each in facts.types for line in _type(each)],
        "enums": [line for each in facts.enums for line in _enum(each)],
        "links": [f"{where(each.span)} {each.page}#{each.anchor or ''}" for each in facts.links],
        "ledger": _ledger(facts),
        "findings": [
            f"{where(each.span)} {each.code}: {each.message}" for each in read.diagnostics if each.span is not None
        ],
    }
    return {word: "".join(f"{line}\n" for line in lines) for word, lines in parts.items()}


def where(span: Span) -> str:
    return f"{span.line}" if span.column is None else f"{span.line}:{span.column}"


def written(found: WrittenType | None) -> str:
    match found:
        case None:
            return "-"
        case Primitive():
            return found.name.value.removeprefix("Edm.")
        case WrittenLink():
            return f"[{found.label}]({found.page}{'#' + found.anchor if found.anchor else ''})"
        case WrittenName():
            return found.name
        case WrittenText():
            return f"text {found.text!r}"
        case WrittenCollection():
            return f"many {written(found.item)}"


def _page(facts: PageFacts) -> Iterator[str]:
    yield f"{facts.kind.value} {facts.title!r}"
    if facts.namespace is not None:
        yield f"{where(facts.namespace.span)} namespace {facts.namespace.text}"
    if facts.summary is not None:
        yield f"{where(facts.summary.span)} summary {facts.summary.text!r}"
    yield from (f"{where(each.span)} {each.kind} {each.text!r}" for each in facts.notes)
    yield from _deprecation(facts.deprecation)
    yield from (
        f"{where(each.span)} include {each.label} -> {each.target} under {each.heading!r}" for each in facts.includes
    )
    for each in facts.headings:
        yield f"{where(each.span)} {'#' * each.level} {each.text} #{each.anchor} = {each.section or '-'}"


def _type(facts: TypeFacts) -> Iterator[str]:
    words = [word for word, on in (("abstract", facts.abstract), ("open", facts.open)) if on]
    yield " ".join([where(facts.span), *words, "type", facts.name, f"({facts.qualified or '-'})"])
    if facts.summary:
        yield f"  summary {facts.summary!r}"
    yield from (f"  {where(each.span)} {each.wording} {written(each.type)}" for each in facts.bases)
    yield from (f"  {where(each.span)} derived {written(each.type)}" for each in facts.derived)
    yield from (f"  {line}" for line in _deprecation(facts.deprecation))
    yield from (f"  {line}" for each in facts.properties for line in property_lines(each))
    yield from (f"  ~{line}" for each in facts.relationships for line in property_lines(each))
    yield from (f"  {_representation(each)}" for each in facts.representations)
    for each in facts.methods:
        returns = written(each.returns.type) if each.returns is not None else "-"
        yield f"  {where(each.span)} method {each.title!r} -> {each.page or '-'} returns {returns}"


def property_lines(facts: PropertyFacts) -> Iterator[str]:
    """A row of a typed table: place, name, type, what its description states, and its text below."""
    head = f"{where(facts.span)} {facts.name}: {written(facts.type.type) if facts.type is not None else '-'}"
    states = list(_states(facts.markers))
    if facts.inherited_from is not None:
        states.append(f"from={written(facts.inherited_from)}")
    if facts.values:
        states.append("values=" + ",".join(map(_value, facts.values)))
    yield " ".join([head, *states])
    if facts.description:
        yield f"  {facts.description!r}"
    yield from (f"  {line}" for line in _deprecation(facts.deprecation))


def _states(markers: Markers) -> Iterator[str]:
    for name in markers.__struct_fields__:
        value = getattr(markers, name)
        if value not in (None, False, ()) or (name == "nullable" and value is False):
            shown = ",".join(value) if isinstance(value, tuple) else value
            yield name if value is True else f"{name}={shown}"


def _value(member: MemberFacts) -> str:
    return f"({member.name})" if member.preferred_only else member.name


def _enum(facts: EnumFacts) -> Iterator[str]:
    kind = "flags" if facts.flags else "enum"
    yield f"{where(facts.span)} {kind} {facts.name} ({facts.qualified or '-'}) #{facts.anchor or ''} {facts.summary!r}"
    for each in facts.members:
        number = "" if each.value is None else f" = {each.value}"
        yield f"  {where(each.span)} {_value(each)}{number} {each.description!r}"
        yield from (f"    {line}" for line in _deprecation(each.deprecation))


def _deprecation(found: Deprecation | None) -> Iterator[str]:
    if found is not None:
        instead = f" instead {found.instead}" if found.instead else ""
        yield f"deprecated {found.text!r}{instead}"


def _representation(facts: RepresentationFacts) -> str:
    said = {
        "type": facts.type_name,
        "base": facts.base_type,
        "key": facts.key,
        "open": facts.open,
        "abstract": facts.abstract,
        "media": facts.media,
        "optional": ",".join(facts.optional),
        "repairs": ",".join(facts.repairs),
    }
    shown = " ".join(f"{name}={value}" for name, value in said.items() if value not in (None, ""))
    return f"{where(facts.span)} shown {shown} {'JSON' if facts.body is not None else 'no JSON'}"


def _ledger(facts: PageFacts) -> Iterator[str]:
    for each in facts.ledger.tallies:
        ignored = "".join(f" {name}={count}" for name, count in each.ignored)
        yield f"{each.kind.value}: {each.used} of {each.total} used, {len(each.reported)} reported{ignored}"
