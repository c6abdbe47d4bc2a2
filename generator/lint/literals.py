"""The text forms of OData primitive values in JSON, as the OData ABNF gives them."""

from __future__ import annotations

import re
from typing import Any

from generator.model.primitives import PrimitiveName as P

_DATE = r"-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?"
_PATTERNS = {
    P.DATE: re.compile(_DATE),
    P.TIME_OF_DAY: re.compile(_TIME),
    P.DATE_TIME_OFFSET: re.compile(rf"{_DATE}T{_TIME}(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?", re.IGNORECASE),
    P.DURATION: re.compile(
        r"[+-]?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
    ),
    P.GUID: re.compile(r"\{?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\}?"),
}
_INTEGERS = {P.BYTE, P.SBYTE, P.INT16, P.INT32, P.INT64}
_NUMBERS = {P.SINGLE, P.DOUBLE, P.DECIMAL}
_SPECIAL_NUMBERS = {"NaN", "INF", "-INF", "Infinity", "-Infinity"}
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def fits(value: Any, name: P) -> bool:
    """Whether a decoded JSON value is one of the primitive type. Null fits nothing here: the caller decides on null."""
    if name is P.UNTYPED:
        return True
    if name is P.BOOLEAN:
        return isinstance(value, bool)
    if name in _INTEGERS:
        return _integer(value, name)
    if name in _NUMBERS:
        return _number(value)
    if not isinstance(value, str):
        return False
    pattern = _PATTERNS.get(name)
    return pattern is None or pattern.fullmatch(value) is not None


def _integer(value: Any, name: P) -> bool:
    """JSON integers; Int64 also as a string, as IEEE754Compatible=true sends it."""
    if isinstance(value, str):
        return name is P.INT64 and _DIGITS.fullmatch(value) is not None and "." not in value
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def _number(value: Any) -> bool:
    if isinstance(value, str):
        return value in _SPECIAL_NUMBERS or _DIGITS.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)
