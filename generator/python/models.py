"""Structured types as views: one module a type, its own properties only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from generator.diagnostics import Report
from generator.model.declarations import Property, StructuredType
from generator.model.types import Named, Opaque, TypeRef, item_of
from generator.python.annotations import Annotation, field_annotation
from generator.python.codes import NAME_CLASH, REDECLARED
from generator.python.describing import (
    deprecated_decorator,
    deprecation_line,
    documented,
    listed,
    property_doc,
    source_lines,
)
from generator.python.imports import from_imports, names_in, standard_imports
from generator.python.layout import Group, Item, lay_out, mapping
from generator.python.literals import literal
from generator.python.naming import derived_wire_name, distinct, member_name
from generator.python.prose import sentence
from generator.python.symbols import Symbol, Symbols
from generator.python.web import Web
from generator.text import Span


class FieldView(msgspec.Struct, frozen=True, kw_only=True):
    """`name: annotation | None = None` and its docstring, "" for none."""

    name: str
    annotation: str
    doc: str


class ModelView(msgspec.Struct, frozen=True, kw_only=True):
    """A module of `models/`."""

    path: str
    standard: tuple[str, ...]
    parent: str
    """The import of the base class."""
    checking: tuple[str, ...]
    decorator: str
    """`@deprecated(...)`; "" where it is not."""
    head: str
    doc: str
    fields: tuple[FieldView, ...]
    origin: tuple[Span, ...]


def model_views(symbols: Symbols, report: Report, web: Web | None) -> Iterator[ModelView]:
    """Every structured type, by class name."""
    for symbol in sorted(symbols.by_name.values(), key=lambda each: each.class_name):
        if isinstance(symbol.declaration, StructuredType):
            yield _view(symbol, symbols, report, web)


def _view(symbol: Symbol, symbols: Symbols, report: Report, web: Web | None) -> ModelView:
    declared = symbol.declaration
    assert isinstance(declared, StructuredType)
    own = own_properties(declared, symbols, report)
    names = field_names(declared, own, symbols, report)
    annotations = {each.name: field_annotation(each.type, symbols) for each in own}
    used = [annotations[each.name] for each in own]
    base = symbols.find(declared.base) if declared.base else None
    checking = _checking(used, symbol, base)
    typing = {"TYPE_CHECKING"} if checking else set()
    standard = standard_imports({name for each in used for name in names_in(each.text)} | typing)
    return ModelView(
        path=f"models/{symbol.module}.py",
        standard=standard,
        parent=f"from .{base.module} import {base.class_name}" if base else "from .._runtime.model import Base",
        checking=checking,
        decorator=deprecated_decorator(declared.deprecation, "This type is deprecated.", 0),
        head=_head(symbol, base, own, names),
        doc=documented(
            (
                sentence(declared.summary) or f"The type {declared.name}.",
                deprecation_line(declared.deprecation),
            ),
            4,
            source_lines(declared.sources, web),
            listed("Inherited, in its own words:", _restated(declared, symbols), 4),
        ),
        fields=tuple(
            FieldView(name=names[each.name], annotation=annotations[each.name].text, doc=property_doc(each, 4))
            for each in own
        ),
        origin=(*declared.sources, *(span for each in declared.restated for span in each.sources)),
    )


def _restated(declared: StructuredType, symbols: Symbols) -> Iterator[tuple[str, str]]:
    """What the type says of its inherited properties, by their names in Python."""
    inherited = {prop.name: owner for owner, prop in _inherited_from(declared, symbols)}
    for each in declared.restated:
        if each.name in inherited and not each.name.startswith("@"):
            owner = symbols.lines.types[inherited[each.name]]
            names = field_names(owner, owner.properties, symbols, lambda _: None)
            yield names[each.name], each.description


def own_properties(declared: StructuredType, symbols: Symbols, report: Report) -> tuple[Property, ...]:
    """The properties that the class itself has to declare: new ones, and inherited ones whose type gets narrower."""
    inherited = {prop.name: prop for prop in _inherited(declared, symbols)}
    kept: list[Property] = []
    for each in declared.properties:
        if each.name.startswith("@"):
            continue
        before = inherited.get(each.name)
        if before is None or _narrows(each.type, before.type, symbols):
            kept.append(each)
        elif each.type != before.type:
            message = f"{declared.name} redeclares {each.name} as {each.type}; it inherits {before.type}"
            report(REDECLARED.at(each.sources[0] if each.sources else None, message))
    return tuple(kept)


def _narrows(ref: TypeRef, before: TypeRef, symbols: Symbols) -> bool:
    """Whether a property may be declared again: the same form, of a derived type, or of any where nothing was known."""
    if ref == before or type(ref) is not type(before):
        return False
    item, base = item_of(ref), item_of(before)
    if not isinstance(item, Named) or not isinstance(base, Named):
        return isinstance(base, Opaque) and not isinstance(item, Opaque)
    return symbols.lines.is_kind_of(item.name, base.name)


def field_names(
    declared: StructuredType, own: tuple[Property, ...], symbols: Symbols, report: Report
) -> dict[str, str]:
    """Python names of a type's own properties by wire name. They also differ from those of its bases."""
    inherited = {member_name(prop.name): prop.name for prop in _inherited(declared, symbols)}
    wanted = {each.name: _candidates(each.name, inherited) for each in sorted(own, key=lambda each: each.name)}
    names = distinct(wanted)
    for each in own:
        if names[each.name] != member_name(each.name):
            message = f"{declared.name}.{each.name} is {names[each.name]} in Python: its plain name is taken"
            report(NAME_CLASH.at(each.sources[0] if each.sources else None, message))
    return names


def _candidates(name: str, inherited: Mapping[str, str]) -> tuple[str, ...]:
    """The plain name, where no base has it for another property. Of two that want it, a name that says the wire name
    without help keeps it.
    """
    plain = member_name(name)
    longer = f"{plain.rstrip('_')}_property"
    if inherited.get(plain, name) != name:
        return (longer,)
    return (plain,) if derived_wire_name(plain) == name else (plain, longer)


def _inherited(declared: StructuredType, symbols: Symbols) -> tuple[Property, ...]:
    return tuple(prop for _, prop in _inherited_from(declared, symbols))


def _inherited_from(declared: StructuredType, symbols: Symbols) -> tuple[tuple[str, Property], ...]:
    """Inherited properties, each with the type that declares it."""
    return symbols.lines.properties(declared.base) if declared.base else ()


def _checking(used: list[Annotation], symbol: Symbol, base: Symbol | None) -> tuple[str, ...]:
    modules: dict[str, list[str]] = {}
    for found in {each.class_name: each for annotation in used for each in annotation.symbols}.values():
        if found is not symbol and found is not base:
            place = f"..enums.{found.module}" if found.is_enum else f".{found.module}"
            modules.setdefault(place, []).append(found.class_name)
    return from_imports(modules, indent=4)


def _head(symbol: Symbol, base: Symbol | None, own: tuple[Property, ...], names: dict[str, str]) -> str:
    """The `class` statement, with what the runtime can't derive."""
    declared = symbol.declaration
    items: list[Item] = [base.class_name if base else "Base", f"odata_type={literal('#' + declared.name)}"]
    wire = tuple(
        (literal(names[each.name]), literal(each.name))
        for each in own
        if derived_wire_name(names[each.name]) != each.name
    )
    if wire:
        items.append(mapping("wire=", wire))
    read_only = tuple(literal(names[each.name]) for each in own if each.markers.read_only)
    if read_only:
        items.append(Group("read_only=(", read_only, display=True))
    return lay_out(Group(f"class {symbol.class_name}(", tuple(items)), 0, ":")
