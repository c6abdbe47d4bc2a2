# ruff: noqa: TRY004 - pydantic reports a ValueError of a field, and lets a TypeError through
"""The kinds of single values: text, numbers, times, enumerations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from . import values
from .encoding import encode, thaw
from .enums import FlagSet, OpenEnum, split
from .kind import Kind, Problem

_NO_LISTS = (str, bytes, bytearray, memoryview, Mapping)


def items_of(value: Any, what: str = "a list") -> Iterable[Any]:
    """`value`, which stands for a collection. Raises ValueError for what iterates over something else than items."""
    if isinstance(value, _NO_LISTS) or not isinstance(value, Iterable) or hasattr(value, "to_dict"):
        raise ValueError(f"should be {what}, not {type(value).__name__}")
    return value


class Plain(Kind):
    """Text, truth values and numbers: what JSON has itself."""

    def __init__(self, name: str, *types: type) -> None:
        self.name = name
        self.types = types

    def accept(self, value: Any) -> Any:
        if type(value) in self.types or (isinstance(value, self.types) and not isinstance(value, bool)):
            return value
        # Which text of a time is meant, with an offset or without, nothing says.
        hint = ": its .isoformat() is text" if str in self.types and hasattr(value, "isoformat") else ""
        raise ValueError(f"should be {self.name}, not {type(value).__name__}{hint}")

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if type(value) not in self.types:
            yield Problem("", f"not {self.name}", value)


def _sort(value: Any) -> str:
    """What a message calls a value, which it does not show: it may be a secret."""
    return "other text" if isinstance(value, str) else type(value).__name__


class Text(Kind):
    """A value that travels as text of a fixed form: times, GUIDs, binary."""

    def __init__(
        self, name: str, type_: type, read: Callable[[str], Any], write: Callable[[Any], str]
    ) -> None:
        self.name = name
        self.type = type_
        self.parse = read
        self.text = write

    def read(self, wire: Any) -> Any:
        if type(wire) is not str:
            return thaw(wire)
        value = self.parse(wire)
        return wire if value is None else value

    def write(self, value: Any) -> Any:
        text = getattr(value, "text", None)  # how it came, which `values` keeps
        if text.__class__ is str:
            return text
        return self.text(value) if isinstance(value, self.type) else encode(value)

    def accept(self, value: Any) -> Any:
        parsed = self.parse(value) if type(value) is str else value
        if not isinstance(parsed, self.type):
            raise ValueError(f"should be {self.name}, not {_sort(value)}")
        return parsed

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, self.type):
            yield Problem("", f"not {self.name}", value)


class Bytes(Text):
    """Binary. Buffers that can change are copied."""

    def accept(self, value: Any) -> Any:
        return super().accept(bytes(value) if isinstance(value, (bytearray, memoryview)) else value)


class DateTime(Text):
    """A time with an offset; one without would mean another moment on another machine."""

    def accept(self, value: Any) -> Any:
        parsed = super().accept(value)
        if parsed.tzinfo is None:
            raise ValueError("should have a time zone, for example tzinfo=datetime.timezone.utc")
        return parsed


class Day(Text):
    """A date. `datetime` derives from `date` in Python but is not one here."""

    def accept(self, value: Any) -> Any:
        if isinstance(value, dt.datetime):
            raise ValueError("should be a date, not a datetime")
        return super().accept(value)


class Float(Plain):
    """A number, or one of the three that JSON cannot write."""

    def read(self, wire: Any) -> Any:
        value = values.read_float(wire) if type(wire) is str else None
        return thaw(wire) if value is None else value


class DecimalNumber(Kind):
    """A number of exact decimal digits."""

    def read(self, wire: Any) -> Any:
        from .decimals import read_decimal

        value = read_decimal(wire) if type(wire) in (int, float, str) else None
        return thaw(wire) if value is None else value

    def accept(self, value: Any) -> Any:
        from decimal import Decimal

        from .decimals import read_decimal

        parsed = read_decimal(value) if type(value) in (int, float, str) else value
        if not isinstance(parsed, Decimal):
            raise ValueError(f"should be a decimal number, not {_sort(value)}")
        return parsed

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        from decimal import Decimal

        if not isinstance(value, Decimal):
            yield Problem("", "not a decimal number", value)


def _text_of(declared: type[OpenEnum], value: Any) -> str:
    """The text of a member. Raises ValueError for what is no text, and for a member of another enumeration."""
    if not isinstance(value, str) or (isinstance(value, OpenEnum) and not isinstance(value, declared)):
        raise ValueError(f"should be {declared.__name__}, not {type(value).__name__}")
    return str(value)


class Choice(Kind):
    """A value of an open enumeration."""

    def __init__(self, load: Callable[[], type[OpenEnum]]) -> None:
        self.load = load

    def read(self, wire: Any) -> Any:
        return self.load()(wire) if type(wire) is str else thaw(wire)

    def accept(self, value: Any) -> Any:
        declared = self.load()
        return declared(_text_of(declared, value))

    def write(self, value: Any) -> Any:
        return value._value_ if isinstance(value, OpenEnum) else encode(value)

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, OpenEnum):
            yield Problem("", f"not text of {self.load().__name__}", value)
        elif not value.is_documented:
            yield Problem("", f"not a documented value of {self.load().__name__}", str(value))


class Flags(Kind):
    """Values of an enumeration that combine: a set in Python, "a,b" on the wire."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self.load = load

    def read(self, wire: Any) -> Any:
        return FlagSet.read(wire, self.load()) if type(wire) is str else thaw(wire)

    def accept(self, value: Any) -> Any:
        declared = self.load()
        if isinstance(value, str):
            return set(split(_text_of(declared, value), declared))
        items = items_of(value, f"a set of {declared.__name__}")
        return {declared(_text_of(declared, each)) for each in items}

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, (set, frozenset)):
            yield Problem("", f"not text of {self.load().__name__}", value)
            return
        for each in sorted(map(str, value)):
            if not self.load()(each).is_documented:
                yield Problem("", f"not a documented value of {self.load().__name__}", each)


LEAVES: dict[str, Kind] = {
    "Any": Kind(),
    "dict[str, Any]": Plain("an object", dict),
    "str": Plain("text", str),
    "bool": Plain("true or false", bool),
    "int": Plain("a whole number", int),
    "float": Float("a number", float, int),
    "Decimal": DecimalNumber(),
    "bytes": Bytes("base64", bytes, values.read_binary, values.write_binary),
    "UUID": Text("a GUID", UUID, values.read_guid, values.write_guid),
    "dt.datetime": DateTime(
        "a date and time with an offset", dt.datetime, values.read_datetime, values.write_datetime
    ),
    "dt.date": Day("a date", dt.date, values.read_date, dt.date.isoformat),
    "dt.time": Text("a time of day", dt.time, values.read_time, values.write_time),
    "dt.timedelta": Text("a duration", dt.timedelta, values.read_duration, values.write_duration),
}
"""By annotation, as generated models spell it."""
