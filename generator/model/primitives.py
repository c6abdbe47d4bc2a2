"""The OData primitive types, under their Edm names. What pages call them is the dialect's business."""

from __future__ import annotations

from enum import StrEnum


class PrimitiveName(StrEnum):
    """An Edm primitive; `UNTYPED` is any JSON value (the docs' "Json", "Object")."""

    BINARY = "Edm.Binary"
    BOOLEAN = "Edm.Boolean"
    BYTE = "Edm.Byte"
    DATE = "Edm.Date"
    DATE_TIME_OFFSET = "Edm.DateTimeOffset"
    DECIMAL = "Edm.Decimal"
    DOUBLE = "Edm.Double"
    DURATION = "Edm.Duration"
    GUID = "Edm.Guid"
    INT16 = "Edm.Int16"
    INT32 = "Edm.Int32"
    INT64 = "Edm.Int64"
    SBYTE = "Edm.SByte"
    SINGLE = "Edm.Single"
    STREAM = "Edm.Stream"
    STRING = "Edm.String"
    TIME_OF_DAY = "Edm.TimeOfDay"
    UNTYPED = "Edm.Untyped"
