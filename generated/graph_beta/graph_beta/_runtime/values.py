"""Values that remember their text.

A timestamp of seven fractional digits, an upper-case GUID or unpadded base64 cannot be rebuilt from the
Python value alone. Each `read_*` function here turns text into the Python value that users expect and keeps
the text where it would not come back by itself; each `write_*` function gives the text back, or makes the
canonical one for a value that was built in Python. A text that has not the documented form gives None.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import math
import re
from typing import Any, SupportsIndex
from uuid import UUID, SafeUUID

_DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):\d\d(:\d\d(\.\d{1,12})?)?", re.ASCII)
_DURATION = re.compile(
    r"(-)?P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?", re.ASCII
)
_GUID = re.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_set = object.__setattr__
_URL_SAFE = str.maketrans("-_", "+/")


class Timestamp(dt.datetime):
    """A `datetime` that was read; `text` is how the service wrote it."""

    __slots__ = ("text",)
    text: str

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> str | tuple[Any, ...]:
        return _remade(self, read_datetime) or super().__reduce_ex__(protocol)


class TimeOfDay(dt.time):
    """A `time` that was read; `text` is how the service wrote it."""

    __slots__ = ("text",)
    text: str

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> str | tuple[Any, ...]:
        return _remade(self, read_time) or super().__reduce_ex__(protocol)


class Duration(dt.timedelta):
    """A `timedelta` that was read; `text` is how the service wrote it."""

    __slots__ = ("text",)
    text: str

    def __reduce__(self) -> str | tuple[Any, ...]:
        return _remade(self, read_duration) or super().__reduce__()


class Guid(UUID):
    """A `UUID` that was read; `text` is how the service wrote it, in capitals perhaps.

    The number is made of it when it is asked for: most GUIDs are only handed on.
    """

    __slots__ = ("text",)
    text: str

    def __getattr__(self, name: str) -> Any:
        if name == "is_safe":
            return SafeUUID.unknown
        if name != "int":
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        number = int(self.text.replace("-", ""), 16)
        _set(self, "int", number)
        return number

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        return (read_guid, (self.text,))

    def __deepcopy__(self, memo: object) -> Guid:
        return self


class Binary(bytes):
    """`bytes` whose text is not canonical base64."""

    text: str

    def __reduce__(self) -> tuple[Any, ...]:
        return (read_binary, (self.text,))


def _remade(value: Timestamp | TimeOfDay | Duration, read: Any) -> tuple[Any, ...] | None:
    """How pickle and deepcopy rebuild a value that has its text; one made by arithmetic has none."""
    return (read, (value.text,)) if hasattr(value, "text") else None


def read_datetime(text: str) -> Timestamp | None:
    if _DATE_TIME.fullmatch(text) is None:
        return None
    try:
        value = Timestamp.fromisoformat(text)
    except ValueError:  # the 31st of February
        return None
    value.text = text
    return value


def write_datetime(value: dt.datetime) -> str:
    text: str | None = getattr(value, "text", None)
    if text is None:
        text = value.isoformat()
        text = f"{text[:-6]}Z" if text.endswith("+00:00") else text
    return text


def read_date(text: str) -> dt.date | None:
    if _DATE.fullmatch(text) is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def read_time(text: str) -> TimeOfDay | None:
    if _TIME.fullmatch(text) is None:
        return None
    try:
        value = TimeOfDay.fromisoformat(text)
    except ValueError:
        return None
    value.text = text
    return value


def write_time(value: dt.time) -> str:
    return getattr(value, "text", None) or value.isoformat()


def read_duration(text: str) -> Duration | None:
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    sign, days, hours, minutes, seconds, fraction = match.groups(default="0")
    try:
        span = dt.timedelta(
            days=int(days),
            hours=int(hours),
            minutes=int(minutes),
            seconds=int(seconds),
            microseconds=int(fraction[:6].ljust(6, "0")),
        )
    except (OverflowError, ValueError):  # ValueError: more digits than Python converts
        return None
    if sign == "-":
        span = -span
    value = Duration(span.days, span.seconds, span.microseconds)
    value.text = text
    return value


def write_duration(value: dt.timedelta) -> str:
    text: str | None = getattr(value, "text", None)
    if text is not None:
        return text
    micro = (value.days * 86400 + value.seconds) * 1_000_000 + value.microseconds
    sign, micro = ("-", -micro) if micro < 0 else ("", micro)
    seconds, fraction = divmod(micro, 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    second = f"{seconds}.{fraction:06d}".rstrip("0") if fraction else str(seconds)
    clock = "".join(
        f"{n}{unit}" for n, unit in ((str(hours), "H"), (str(minutes), "M"), (second, "S")) if n != "0"
    )
    date = f"{days}D" if days else ""
    return f"{sign}P{date}T{clock}" if clock else f"{sign}P{date}" if date else "PT0S"


def read_guid(text: str) -> UUID | None:
    if _GUID.fullmatch(text) is None:
        return None
    value = object.__new__(Guid)
    _set(value, "text", text)
    return value


def write_guid(value: UUID) -> str:
    return str(value)


def read_binary(text: str) -> bytes | None:
    digits = text.translate(_URL_SAFE).rstrip("=")  # versions of Python differ on too much padding
    if text and not digits:
        return None
    try:
        value = base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    if base64.b64encode(value) == text.encode():
        return value
    exact = Binary(value)
    exact.text = text
    return exact


def write_binary(value: bytes) -> str:
    return getattr(value, "text", None) or base64.b64encode(value).decode()


def read_float(text: str) -> float | None:
    """The three numbers that JSON cannot write."""
    return {"INF": float("inf"), "-INF": float("-inf"), "NaN": float("nan")}.get(text)


def write_float(value: float) -> float | str:
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"
