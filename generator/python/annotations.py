"""References to types as Python annotations: in models by class name, in requests by module alias."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.primitives import PrimitiveName as P
from generator.model.types import Collection, ItemType, Named, Opaque, Primitive, TypeRef
from generator.python.symbols import Symbol, Symbols

_PRIMITIVES = {
    P.BINARY: "bytes",
    P.BOOLEAN: "bool",
    P.BYTE: "int",
    P.DATE: "dt.date",
    P.DATE_TIME_OFFSET: "dt.datetime",
    P.DECIMAL: "Decimal",
    P.DOUBLE: "float",
    P.DURATION: "dt.timedelta",
    P.GUID: "UUID",
    P.INT16: "int",
    P.INT32: "int",
    P.INT64: "int",
    P.SBYTE: "int",
    P.SINGLE: "float",
    P.STREAM: "bytes",
    P.STRING: "str",
    P.TIME_OF_DAY: "dt.time",
    P.UNTYPED: "Any",
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation without `| None`, and the classes of this package that it names."""

    text: str
    symbols: tuple[Symbol, ...] = ()


def field_annotation(ref: TypeRef, symbols: Symbols) -> Annotation:
    """What the field of a model is declared as. A flags enum is a set of its members."""
    if isinstance(ref, Collection):
        inner = _item(ref.item, symbols)
        return Annotation(f"list[{inner.text}]", inner.symbols)
    inner = _item(ref, symbols)
    if inner.symbols and inner.symbols[0].is_flags:
        return Annotation(f"set[{inner.text}]", inner.symbols)
    return inner


def _item(ref: ItemType, symbols: Symbols) -> Annotation:
    match ref:
        case Primitive():
            return Annotation(_PRIMITIVES[ref.name])
        case Named() if (found := symbols.find(ref.name)) is not None:
            return Annotation(found.class_name, (found,))
        case Named() | Opaque():
            return Annotation(_unnamed(ref, symbols))


def request_item(ref: ItemType, symbols: Symbols) -> str:
    """The type of one thing in modules of `requests/`: `m.User`, `e.BodyType`, `str`; `Any` where nothing is known."""
    match ref:
        case Primitive():
            return _PRIMITIVES[ref.name]
        case Named() if (found := symbols.find(ref.name)) is not None:
            return found.qualified
        case Named() | Opaque():
            return _unnamed(ref, symbols)


def _unnamed(ref: Named | Opaque, symbols: Symbols) -> str:
    return "str" if isinstance(ref, Named) and ref.name in symbols.texts else "Any"


def parameter_annotation(ref: TypeRef, symbols: Symbols) -> str:
    """What the parameter of an action is declared as. Flags are a set, or text: a member, or several with commas; times and
    GUIDs may be given as text.
    """
    if isinstance(ref, Collection):
        return f"Sequence[{or_text(request_item(ref.item, symbols))}]"
    found = symbols.find(ref.name) if isinstance(ref, Named) else None
    flags = found is not None and found.is_flags
    return f"set[{request_item(ref, symbols)}] | str" if flags else or_text(request_item(ref, symbols))


def or_text(annotation: str) -> str:
    """The annotation of a value that may be given as the text it is sent as."""
    return f"{annotation} | str" if annotation.startswith("dt.") or annotation == "UUID" else annotation
