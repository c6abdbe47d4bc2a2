"""The JSON representation of a resource page as a value, and what its sample values say of types.

Sample values are hints (`"String (timestamp)"`, `1024`, `true`), so only what can not be meant is a contradiction.
"""

from __future__ import annotations

import re
from typing import Any

from generator.facts.page import RepresentationFacts
from generator.lint.json_places import Pointer, span_in
from generator.lint.json_text import decode
from generator.lint.literals import Fit, fit
from generator.lint.quoting import quote
from generator.lint.shapes import Shapes
from generator.model.primitives import PrimitiveName as P
from generator.model.types import Collection, ItemType, Named, Opaque, Primitive, TypeRef, item_of
from generator.text import Span
from generator.text.nearest import nearest

_NUMBERS = frozenset({P.BYTE, P.SBYTE, P.INT16, P.INT32, P.INT64, P.SINGLE, P.DOUBLE, P.DECIMAL})
_TEXT_HINT = re.compile(r"string|text", re.IGNORECASE)
_TIME_HINT = re.compile(r"string \(timestamp\)|datetimeoffset|timestamp", re.IGNORECASE)
_BOOLEAN_HINT = re.compile(r"boolean|true|false", re.IGNORECASE)
_NUMBER_HINT = re.compile(r"int(?:eger|16|32|64)?|double|single|\d+", re.IGNORECASE)
_WORDS = re.compile(rf"(?:{_TEXT_HINT.pattern}|{_TIME_HINT.pattern}|{_BOOLEAN_HINT.pattern})", re.IGNORECASE)
_PRIMITIVE_WORD = re.compile(
    r"\b(?:string|text|bool(?:ean)?|u?int(?:eger|16|32|64)?|s?byte|short|long|double|float|single|decimal|number|numeric"
    r"|date(?:time)?(?:offset)?|time(?:stamp|span|ofday)?|duration|guid|uuid|binary|bytes?|stream|url|json|iso)\b",
    re.IGNORECASE,
)
_EDM = frozenset(each.value.lower() for each in P)
_WORD = re.compile(r"[A-Za-z]+\d*")
_MEANT = (
    "string",
    "boolean",
    "int32",
    "int64",
    "integer",
    "double",
    "decimal",
    "datetimeoffset",
    "timestamp",
    "duration",
    "identifier",
)
_TIMES = frozenset({P.DATE_TIME_OFFSET, P.DATE, P.STRING, P.TIME_OF_DAY})


def json_of(block: RepresentationFacts) -> Any:
    """The JSON of the block; None where it can not be read."""
    document = None if block.body is None else decode(block.body)
    return None if document is None else document.value


def place_in(block: RepresentationFacts, pointer: Pointer) -> Span:
    """Where a member of the JSON stands on its page."""
    start = block.body_span or block.span
    return start if block.body is None else span_in(block.body, start, pointer)


def names_primitive(name: str) -> bool:
    """Whether a type name is that of a primitive, in one of the ways that pages write it."""
    return name.lower() in _EDM or _PRIMITIVE_WORD.fullmatch(name) is not None


def contradiction(value: Any, declared: TypeRef, known: Shapes) -> str | None:
    """What the sample value shows, if that can not be a value of the declared type; else None."""
    item = item_of(declared)
    if value is None or isinstance(item, Opaque) or item == Primitive(name=P.UNTYPED):
        return None
    many, one = isinstance(declared, Collection), not isinstance(value, list)
    if many and one:
        return None if _names_collection(value) else f"one value, {quote(value)}"
    if not many and not one:
        return f"a list, {quote(value)}"
    sample = value if one else next(iter(value), None)
    return None if sample is None else _item(sample, item, known)


def _item(value: Any, declared: ItemType, known: Shapes) -> str | None:
    if isinstance(value, list) or (isinstance(value, dict) and _is_hint(_named_type(value), known)):
        return None
    if isinstance(declared, Primitive):
        return None if _may_be(value, declared.name) else quote(value)
    if not isinstance(declared, Named):
        return None
    if declared.name in known.enums:
        members = {each.name for each in known.enums[declared.name].members}
        slip = isinstance(value, str) and value not in members and _is_misspelt(value)
        return quote(value) if isinstance(value, bool | dict) or slip else None
    if isinstance(value, dict):
        return _unrelated(_named_type(value), declared.name, known) or _foreign_member(value, declared.name, known)
    return None if isinstance(value, str) and not _WORDS.fullmatch(value.strip()) else quote(value)


def _named_type(value: dict[str, Any]) -> str:
    return str(value.get("@odata.type", "")).removeprefix("#")


def _is_hint(name: str, known: Shapes) -> bool:
    """Pages write enumerations and primitives as objects, too: `{"@odata.type": "microsoft.graph.userType"}`."""
    return name in known.enums or name.lower().startswith("edm.")


def _unrelated(name: str, declared: str, known: Shapes) -> str | None:
    lines = known.hierarchy
    if name not in known.structures or lines.is_kind_of(name, declared) or lines.is_kind_of(declared, name):
        return None
    return f"an object of {name}"


def _foreign_member(value: dict[str, Any], declared: str, known: Shapes) -> str | None:
    """A member, at any depth, that the type of its object does not have, or that is no value of its own type."""
    stated = _named_type(value)
    shape = known.structures.get(stated if stated in known.structures else declared)
    if shape is None or shape.open or (stated and stated not in known.structures):
        return None
    for key, each in value.items():
        member = shape.members.get(key)
        if member is None and "@" not in key and not key.startswith("#"):
            return f"{quote(key)}, which {shape.type.name if shape.type else declared} does not have"
        if member is not None and (said := contradiction(each, member.type, known)) is not None:
            return f"{said} as {quote(key)}"
    return None


def _names_collection(value: Any) -> bool:
    text = _named_type(value) if isinstance(value, dict) else value
    return isinstance(text, str) and "collection" in text.lower()


def _may_be(value: Any, name: P) -> bool:
    if isinstance(value, dict | list):
        return False
    if isinstance(value, bool):
        return name is P.BOOLEAN
    if isinstance(value, int | float):
        return name in _NUMBERS
    return _hint_may_be(str(value).strip(), name)


def _hint_may_be(hint: str, name: P) -> bool:
    if _is_misspelt(hint):
        return False
    if name is not P.STRING and not _PRIMITIVE_WORD.search(hint):
        return not hint.strip(". ") or (hint.isdigit() and name in _NUMBERS) or _fits(hint, name)
    if _TIME_HINT.fullmatch(hint):
        return name in _TIMES
    if _BOOLEAN_HINT.fullmatch(hint):
        return name in (P.BOOLEAN, P.STRING)
    if _NUMBER_HINT.fullmatch(hint):
        return name is not P.BOOLEAN
    return not _TEXT_HINT.fullmatch(hint) or (name is not P.BOOLEAN and name not in _NUMBERS)


def _fits(text: str, name: P) -> bool:
    """Whether a text that names no primitive is a value of one, with or without its quotes."""
    document = decode(text)
    return fit(text, name) is Fit.FITS or (document is not None and fit(document.value, name) is Fit.FITS)


def _is_misspelt(hint: str) -> bool:
    """Whether a hint of a few words has one that is nearly that of a primitive, and of none."""
    words = _WORD.findall(hint)
    return len(words) <= _MOST_WORDS and any(
        word.lower() not in _MEANT and not _PRIMITIVE_WORD.fullmatch(word) and nearest(word, _MEANT) is not None
        for word in words
    )


_MOST_WORDS = 3
