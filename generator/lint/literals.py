"""The JSON forms of OData primitive values, as strictly as the generated SDK reads them.

`templates/python/runtime` has the same forms in its strict reader; what fits here, it accepts, and the other way round.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from generator.model.primitives import PrimitiveName as P


class Fit(Enum):
    """How a JSON value suits a primitive type."""

    FITS = "fits"
    WRONG_KIND = "wrong kind"
    """Another kind of JSON value: text where a number belongs."""
    WRONG_FORM = "wrong form"
    """Text, as it should be, but not of the type's form: `1/31/2021` for a date."""
    OUT_OF_RANGE = "out of range"
    """A whole number that the type's bits do not hold. The SDK reads it: its integers have no bounds."""


FORMS: Mapping[P, str] = {
    P.BINARY: "base64 text",
    P.DATE: "a date such as 2021-01-31",
    P.DATE_TIME_OFFSET: "a timestamp such as 2021-01-31T08:30:00Z",
    P.DURATION: "a duration such as P1DT2H30M",
    P.GUID: "a GUID such as 12345678-9abc-def0-1234-56789abcdef0",
    P.TIME_OF_DAY: "a time of day such as 08:30:00",
    P.DECIMAL: "a decimal number",
    P.DOUBLE: "a number",
    P.SINGLE: "a number",
    P.STREAM: "base64 text",
}
"""What text of a type looks like, for people."""

# Hours are bound here: some versions of Python take 24:00 for the next day.
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME_OF_DAY = re.compile(r"((?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d{1,12})?)?)", re.ASCII)
_DATE_TIME_OFFSET = re.compile(
    r"(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(?::\d\d)?)(?:(?<=:\d\d:\d\d)\.\d{1,12})?(Z|[+-]\d\d:\d\d)", re.ASCII
)
_DURATION = re.compile(r"-?P(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?", re.ASCII)
_GUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", re.ASCII)
_URL_SAFE = str.maketrans("-_", "+/")
_DECIMAL = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_SPECIAL = frozenset({"INF", "-INF", "NaN"})


_INTEGERS: Mapping[P, range] = {
    P.BYTE: range(256),
    P.SBYTE: range(-128, 128),
    P.INT16: range(-(2**15), 2**15),
    P.INT32: range(-(2**31), 2**31),
    P.INT64: range(-(2**63), 2**63),
}
_NUMBERS = frozenset({P.SINGLE, P.DOUBLE, P.DECIMAL})


def fit(value: Any, name: P) -> Fit:
    """How a decoded JSON value suits the primitive type. Null suits nothing here: the caller decides on null."""
    if name in _INTEGERS:
        return _integer(value, name)
    if name is P.UNTYPED or (name in _NUMBERS and type(value) in (int, float)):
        return Fit.FITS
    if name is P.BOOLEAN or not isinstance(value, str):
        return Fit.FITS if name is P.BOOLEAN and isinstance(value, bool) else Fit.WRONG_KIND
    form = _TEXT.get(name)
    if form is None or form(value):
        return Fit.FITS
    return Fit.WRONG_KIND if name in _NUMBERS else Fit.WRONG_FORM


def _integer(value: Any, name: P) -> Fit:
    if type(value) is not int:
        return Fit.WRONG_KIND
    return Fit.FITS if value in _INTEGERS[name] else Fit.OUT_OF_RANGE


def _is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None and _exists(text)


def _is_time_of_day(text: str) -> bool:
    found = _TIME_OF_DAY.fullmatch(text)
    return found is not None and _exists(f"2000-01-01T{text[:8]}")


def _is_timestamp(text: str) -> bool:
    found = _DATE_TIME_OFFSET.fullmatch(text)
    return found is not None and _exists(found[1] + found[2].replace("Z", "+00:00"))


def _exists(text: str) -> bool:
    """Whether the calendar and the clock have it: no 30 February, no 25 o'clock."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_base64(text: str) -> bool:
    """In either alphabet; padding may be left out. Versions of Python differ on too much of it, so it is made anew."""
    digits = text.translate(_URL_SAFE).rstrip("=")
    if text and not digits:
        return False
    try:
        b64decode(digits + "=" * (-len(digits) % 4), validate=True)
    except ValueError:
        return False
    return True


_TEXT: Mapping[P, Callable[[str], bool]] = {
    P.BINARY: _is_base64,
    P.DATE: _is_date,
    P.DATE_TIME_OFFSET: _is_timestamp,
    P.DECIMAL: lambda text: _DECIMAL.fullmatch(text) is not None,
    P.DOUBLE: _SPECIAL.__contains__,
    P.DURATION: lambda text: _DURATION.fullmatch(text) is not None,
    P.GUID: lambda text: _GUID.fullmatch(text) is not None,
    P.STREAM: _is_base64,
    P.SINGLE: _SPECIAL.__contains__,
    P.TIME_OF_DAY: _is_time_of_day,
}
"""Types whose text has a form; any text fits the others."""
