"""Calls and types of an API that stand for their kind in documents: an action, a function, a family of types, an enum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import msgspec

from generator.model.declarations import EnumType, Property, StructuredType
from generator.model.operations import ParameterPlace
from generator.model.primitives import PrimitiveName
from generator.model.steps import Role
from generator.model.types import Named, Primitive, item_of
from generator.python.layout import Group, lay_out
from generator.python.literals import literal
from generator.python.models import field_names
from generator.python.naming import constant_name
from generator.python.samples import argument_samples
from generator.python.sites import Access, BodyForm, CallSite
from generator.python.subject import Subject, chain_code
from generator.python.symbols import Symbol, Symbols
from generator.python.words import words


class AlternateView(msgspec.Struct, frozen=True, kw_only=True):
    """A read by another key than the usual one."""

    call: str


class FamilyView(msgspec.Struct, frozen=True, kw_only=True):
    """A list whose items are of several classes."""

    call: str
    base: str
    derived: str
    field: str


class EnumView(msgspec.Struct, frozen=True, kw_only=True):
    """A field that holds a member of an enumeration."""

    model: str
    field: str
    enum: str
    member: str
    wire: str


class OddView(msgspec.Struct, frozen=True, kw_only=True):
    """A field that holds no text, to be given one."""

    model: str
    field: str
    wire: str


def field_of(symbol: Symbol, wanted: Property, symbols: Symbols) -> str:
    """The Python name of a property of a type or of one of its bases."""
    owner = next(owner for owner, each in symbols.lines.properties(symbol.declaration.name) if each is wanted)
    declared = symbols.lines.types[owner]
    return field_names(declared, declared.properties, symbols, lambda _: None)[wanted.name]


def alternates(sites: Iterable[CallSite], subject: Subject) -> Iterator[AlternateView]:
    """`graph.applications.by_app_id("app-id").get()`: the subject's own first."""
    found = (
        each
        for each in sites
        if each.method == "get" and each.chain and (each.chain[-1].name or "").startswith("by_") and not _demands(each)
    )
    for site in sorted(found, key=lambda each: (each.chain[:-1] != subject.chain, len(each.chain), each.shape)):
        *lead, last = site.chain
        if last.arguments == 1 and last.name is not None and all(_is_name(each) for each in lead):
            key = literal("-".join(words(last.name)[1:]).lower())
            yield AlternateView(call=f"{chain_code(tuple(lead))}.{last.name}({key}).get()")


def _is_name(access: Access) -> bool:
    return access.literal is None and not (access.name and access.arguments)


def _demands(site: CallSite) -> bool:
    return any(each.required for each in site.parameters)


def families(sites: Iterable[CallSite], symbols: Symbols) -> Iterator[FamilyView]:
    found: list[tuple[int, int, FamilyView]] = []
    for site in sites:
        ref = site.spoken.response.type
        item = item_of(ref) if ref is not None else None
        base = symbols.find(item.name) if site.method == "list" and isinstance(item, Named) else None
        if base is None or not all(_is_name(each) for each in site.chain):
            continue
        below = [each for each in symbols.lines.derived.get(base.declaration.name, ()) if each in symbols.by_name]
        own = [(each, text) for each in below for text in _own_texts(symbols.by_name[each])]
        if len(below) > 1 and own:
            derived, text = symbols.by_name[own[0][0]], own[0][1]
            view = FamilyView(
                call=f"{chain_code(site.chain)}.list()",
                base=base.class_name,
                derived=derived.class_name,
                field=field_of(derived, text, symbols),
            )
            found.append((len(site.chain), -len(below), view))
    yield from (view for *_, view in sorted(found, key=lambda each: each[:2]))


def _own_texts(symbol: Symbol) -> Iterator[Property]:
    if isinstance(symbol.declaration, StructuredType):
        for each in symbol.declaration.properties:
            if isinstance(each.type, Primitive) and each.type.name is PrimitiveName.STRING:
                yield each


def _models(first: Symbol, symbols: Symbols) -> Iterator[tuple[Symbol, Property]]:
    """The properties of a type, then those of all others: plain ones, which may be set."""
    for symbol in (first, *sorted(symbols.by_name.values(), key=lambda each: each.class_name)):
        if isinstance(symbol.declaration, StructuredType) and symbol.declaration.deprecation is None:
            for _, each in symbols.lines.properties(symbol.declaration.name):
                if not each.name.startswith("@") and each.deprecation is None and not each.markers.read_only:
                    yield symbol, each


def enums(first: Symbol, symbols: Symbols) -> Iterator[EnumView]:
    for symbol, each in _models(first, symbols):
        found = symbols.find(each.type.name) if isinstance(each.type, Named) else None
        if found is None or not isinstance(found.declaration, EnumType) or found.is_flags:
            continue
        names = [member.name for member in found.declaration.members if member.name.isalpha()]
        if len(names) > 1:
            yield EnumView(
                model=symbol.class_name,
                field=field_of(symbol, each, symbols),
                enum=found.class_name,
                member=constant_name(names[-1]),
                wire=literal(names[-1]),
            )


def odd(first: Symbol, symbols: Symbols) -> Iterator[OddView]:
    for symbol, each in _models(first, symbols):
        if isinstance(each.type, Primitive) and each.type.name is PrimitiveName.BOOLEAN:
            yield OddView(model=symbol.class_name, field=field_of(symbol, each, symbols), wire=literal(each.name))


def actions(sites: Iterable[CallSite]) -> Iterator[str]:
    for site in sites:
        if site.body is BodyForm.PARAMETERS and site.verb == "POST":
            samples = argument_samples(site)
            if samples and not any(each.place is ParameterPlace.FUNCTION for each in site.parameters):
                yield lay_out(_call(site, samples), 0)


def _call(site: CallSite, arguments: tuple[str, ...]) -> Group:
    return Group(f"{chain_code(site.chain)}.{site.method}(", arguments)


_SAMPLES: Mapping[str, str] = {
    "dt.datetime | str": "dt.datetime(2026, 1, {}, tzinfo=dt.UTC)",
    "dt.date | str": "dt.date(2026, 1, {})",
    "bool": "True",
    "int": "{}",
}
"""What functions are given in a guide, by type; `{}` counts."""


def functions(sites: Iterable[CallSite]) -> Iterator[tuple[str, bool]]:
    """A function's call, and whether it is given times. Those are the most telling ones."""
    found: list[tuple[bool, str]] = []
    for site in sites:
        last = site.spoken.steps[-1] if site.spoken.steps else None
        if last is None or last.role is not Role.FUNCTION or site.gives == "_delta":
            continue
        needed = [each for each in site.parameters if each.place is ParameterPlace.FUNCTION and each.required]
        if all(each.type in _SAMPLES for each in needed):
            values = tuple(
                f"{each.name}={_SAMPLES[each.type].format(number)}" for number, each in enumerate(needed, start=1)
            )
            found.append((any("dt." in each for each in values), _shown(site, values)))
    yield from ((code, times) for times, code in sorted(found, key=lambda each: not each[0]))


def _shown(site: CallSite, values: tuple[str, ...]) -> str:
    """A call that reads something, and what comes back of it: many things as a loop."""
    call = _call(site, values)
    if site.gives == "_many":
        return lay_out(replace(call, opening=f"for each in {call.opening}"), 0, ":") + "\n    print(each)"
    return lay_out(replace(call, opening=f"found = {call.opening}"), 0)


def references(sites: Iterable[CallSite], subject: Subject, symbols: Symbols) -> Iterator[str]:
    """A link made between two objects whose types go together."""
    known = tuple(sites)
    for site in known:
        into = site.spoken.steps[-2].type if len(site.spoken.steps) > 1 else None
        wanted = item_of(into) if into is not None else None
        if site.body is not BodyForm.REFERENCE or site.verb != "POST" or not isinstance(wanted, Named):
            continue
        target = _target(known, wanted.name, subject, symbols)
        if target is not None:
            yield f"{chain_code(site.chain)}.{site.method}({target})"


def _target(sites: tuple[CallSite, ...], wanted: str, subject: Subject, symbols: Symbols) -> str | None:
    """Something by its key, of a type that may be linked to: the guide's subject, or else what has a short path."""
    if symbols.lines.is_kind_of(subject.symbol.declaration.name, wanted):
        return subject.item
    for site in sites:
        ref = site.spoken.response.type
        reads = site.method == "get" and len(site.chain) == 2 and site.chain[-1].name is None
        if reads and isinstance(ref, Named) and symbols.lines.is_kind_of(ref.name, wanted):
            return chain_code(site.chain)
    return None
