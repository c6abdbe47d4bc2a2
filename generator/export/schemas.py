"""Types of the model as JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. Both exports share these rules."""

from __future__ import annotations

from typing import Any

from generator.model.declarations import Declaration, EnumType, Property, StructuredType
from generator.model.primitives import PrimitiveName as P
from generator.model.types import Collection, Named, Primitive, TypeRef
from generator.text import Span

Schema = dict[str, Any]

_PRIMITIVES: dict[P, Schema] = {
    P.BINARY: {"type": "string", "contentEncoding": "base64url"},
    P.BOOLEAN: {"type": "boolean"},
    P.BYTE: {"type": "integer", "minimum": 0, "maximum": 255},
    P.DATE: {"type": "string", "format": "date"},
    P.DATE_TIME_OFFSET: {"type": "string", "format": "date-time"},
    P.DECIMAL: {"type": ["number", "string"], "format": "decimal"},
    P.DOUBLE: {"type": ["number", "string"], "format": "double"},
    P.DURATION: {"type": "string", "format": "duration"},
    P.GUID: {"type": "string", "format": "uuid"},
    P.INT16: {"type": "integer", "minimum": -32768, "maximum": 32767},
    P.INT32: {"type": "integer", "format": "int32"},
    P.INT64: {"type": "integer", "format": "int64"},
    P.SBYTE: {"type": "integer", "minimum": -128, "maximum": 127},
    P.SINGLE: {"type": ["number", "string"], "format": "float"},
    P.STREAM: {"type": "string", "contentMediaType": "application/octet-stream"},
    P.STRING: {"type": "string"},
    P.TIME_OF_DAY: {"type": "string", "format": "time"},
    P.UNTYPED: {},
}


def type_schema(ref: TypeRef, refs: str) -> Schema:
    """A type reference; `refs` is the prefix of references to declared types (`#/$defs/`)."""
    match ref:
        case Collection():
            return {"type": "array", "items": type_schema(ref.item, refs)}
        case Primitive():
            return dict(_PRIMITIVES[ref.name])
        case Named():
            return {"$ref": refs + ref.name}
        case _:
            return {"description": f"Documented as {ref.text!r}, which no page defines."}


def declaration_schema(declared: Declaration, derived: tuple[str, ...], refs: str) -> Schema:
    """A declared type with all it says; `derived` are the types below it, all levels, for the discriminator."""
    if isinstance(declared, EnumType):
        return _enum(declared)
    return _structure(declared, derived, refs)


def source(span: Span) -> Schema:
    """Where a fact stands, as the `x-source` extension gives it."""
    return {"path": span.path, "line": span.line}


def property_schema(prop: Property, refs: str) -> Schema:
    """A property: its type, null where the docs do not exclude it, description and source."""
    schema = type_schema(prop.type, refs)
    if prop.markers.nullable is not False and not prop.markers.key:
        schema = _or_null(schema)
    if prop.description:
        schema["description"] = prop.description
    if prop.markers.read_only:
        schema["readOnly"] = True
    if prop.deprecation is not None:
        schema["deprecated"] = True
    if prop.navigation:
        schema["x-ms-navigationProperty"] = True
    if prop.inference is not None:
        schema["x-inferred"] = {"rule": prop.inference.rule, "reason": prop.inference.reason}
    if prop.sources:
        schema["x-source"] = source(prop.sources[0])
    return schema


def _or_null(schema: Schema) -> Schema:
    kind = schema.get("type")
    if kind is not None:
        return schema | {"type": [*(kind if isinstance(kind, list) else [kind]), "null"]}
    return {"anyOf": [schema, {"type": "null"}]} if "$ref" in schema else schema


def _enum(declared: EnumType) -> Schema:
    names = [member.name for member in declared.members]
    schema: Schema = {"type": "string", "title": declared.name}
    if declared.summary:
        schema["description"] = declared.summary
    if not declared.flags and names:
        schema["enum"] = names
    schema["x-ms-enum"] = {
        "name": declared.name,
        "modelAsString": True,
        "values": [
            {"value": member.name} | ({"description": member.description} if member.description else {})
            for member in declared.members
        ],
    }
    if declared.flags:
        schema["x-ms-enum-flags"] = {"isFlags": True}
    if declared.deprecation is not None:
        schema["deprecated"] = True
    schema["x-source"] = source(declared.sources[0])
    return schema


def _structure(declared: StructuredType, derived: tuple[str, ...], refs: str) -> Schema:
    own: Schema = {} if declared.untyped else {"type": "object"}
    properties = {prop.name: property_schema(prop, refs) for prop in declared.properties}
    if declared.base is None and (derived or declared.abstract):
        properties = {"@odata.type": {"type": "string"}} | properties
        own["discriminator"] = {
            "propertyName": "@odata.type",
            "mapping": {f"#{name}": refs + name for name in derived},
        }
    if properties:
        own["properties"] = properties
    schema: Schema = {"title": declared.name}
    if declared.summary:
        schema["description"] = declared.summary
    schema |= own if declared.base is None else {"allOf": [{"$ref": refs + declared.base}, own]}
    schema["x-kind"] = declared.kind.value
    if declared.abstract:
        schema["x-abstract"] = True
    if declared.open:
        schema["x-open"] = True
    if declared.deprecation is not None:
        schema["deprecated"] = True
    schema["x-source"] = source(declared.sources[0])
    return schema
