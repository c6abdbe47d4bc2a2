"""How models behave inside pydantic: `model_validate`, `model_dump`, `TypeAdapter`, JSON schema. Loaded when
first used.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic_core import core_schema
from pydantic_core.core_schema import SerializationInfo

from .encoding import encode
from .kind import Kind
from .kinds import Many, Nested
from .leaves import Choice, DecimalNumber, Flags, Float, Plain, Text
from .shapes import Shape


def core_schema_of(cls: type[Any]) -> core_schema.CoreSchema:
    def validate(value: Any) -> Any:
        if isinstance(value, cls):
            return value
        if isinstance(value, dict):
            return cls.from_dict(value)
        raise ValueError(f"should be {cls.__name__} or an object with wire names, not {type(value).__name__}")

    writer = core_schema.plain_serializer_function_ser_schema(dump, info_arg=True)
    return core_schema.no_info_plain_validator_function(validate, serialization=writer)


def dump(model: Any, info: SerializationInfo) -> Any:
    """`model_dump`: Python names unless by_alias, JSON values in mode "json"."""
    from .model import Base, shape_of

    def plain(value: Any) -> Any:
        if isinstance(value, Base):
            return dump_one(value)
        if isinstance(value, list):
            return [plain(each) for each in value]
        return encode(value) if info.mode == "json" else value

    def dump_one(each: Base) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for name, field in shape_of(type(each)).by_name.items():
            value = each.__dict__[name]
            if (info.exclude_unset and name not in each.model_fields_set) or (
                value is None and (info.exclude_none or info.exclude_defaults)
            ):
                continue
            shown[field.wire if info.by_alias else name] = plain(value)
        return {**shown, **{key: plain(value) for key, value in (each.model_extra or {}).items()}}

    top = dump_one(model)
    keep = info.include if isinstance(info.include, (set, dict)) else None
    drop = info.exclude if isinstance(info.exclude, (set, dict)) else ()
    return {key: value for key, value in top.items() if (keep is None or key in keep) and key not in drop}


def json_schema_of(cls: type[Any], shape: Shape) -> dict[str, Any]:
    """An object of the documented properties, by their wire names.

    References to other models stay one level deep.
    """
    properties = {
        field.wire: {"anyOf": [_schema(field.kind), {"type": "null"}]} for field in shape.by_name.values()
    }
    return {"type": "object", "title": cls.__name__, "properties": properties}


_FORMATS: dict[type, dict[str, str]] = {
    dt.datetime: {"format": "date-time"},
    dt.date: {"format": "date"},
    dt.time: {"format": "time"},
    dt.timedelta: {"format": "duration"},
    UUID: {"format": "uuid"},
    bytes: {"contentEncoding": "base64"},
}
_PLAIN = {str: "string", bool: "boolean", int: "integer", dict: "object"}


def _schema(kind: Kind) -> dict[str, Any]:
    match kind:
        case Many():
            return {"type": "array", "items": _schema(kind.item)}
        case Nested():
            return {"type": "object", "title": kind.load().__name__}
        case Choice() | Flags():
            return {"type": "string", "examples": [str(each) for each in kind.load()]}
        case Float() | DecimalNumber():
            return {"type": "number"}
        case Plain():
            return {"type": _PLAIN[kind.types[0]]}
        case Text():
            return {"type": "string", **_FORMATS[kind.type]}
    return {}


def names_of(shape: Shape) -> dict[str, Any]:
    """The classes that annotations name, by name."""
    names: dict[str, Any] = {"dt": dt, "UUID": UUID, "Decimal": Decimal, "Any": Any}
    for field in shape.by_name.values():
        kind = field.kind
        while isinstance(kind, Many):
            kind = kind.item
        if isinstance(kind, (Nested, Choice, Flags)):
            names[kind.load().__name__] = kind.load()
    return names
