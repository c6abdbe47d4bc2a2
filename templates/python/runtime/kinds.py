# ruff: noqa: TRY004 - pydantic reports a ValueError of a field, and lets a TypeError through
"""What a field's annotation means on the wire.

A kind reads JSON (total: what does not fit is kept as it came), accepts what a Python caller gives (raises
ValueError), writes JSON, and lists what does not fit. The annotations of generated models follow a small
grammar (`T | None`, `list[T]`, `set[E]`), so they are read as text: nothing is evaluated, and a class that an
annotation names is imported when its first value comes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from . import values
from .encoding import encode, thaw
from .enums import FlagSet, OpenEnum, split
from .registry import find_class


class Problem(NamedTuple):
    """A value that does not fit its documented type. It was kept as it came."""

    path: str
    """Where, in wire names: `assignedPlans[3].assignedDateTime`."""
    message: str
    value: object


class Kind:
    """Any JSON at all: the type of a field whose shape no page documents, and the base of the others."""

    def read(self, wire: Any) -> Any:
        """The Python value of a JSON value that is not null."""
        return thaw(wire)

    def accept(self, value: Any) -> Any:
        """The value to keep for one that a caller gave, not None. Raises ValueError when it does not fit."""
        return value

    def write(self, value: Any) -> Any:
        """The JSON value of a Python value."""
        return encode(value)

    def misfits(self, _value: Any, /) -> Iterator[Problem]:
        """What in a value that is not None does not fit, with paths relative to it."""
        return iter(())


class Plain(Kind):
    """Text, truth values and numbers: what JSON has itself."""

    def __init__(self, name: str, *types: type) -> None:
        self.name = name
        self.types = types

    def accept(self, value: Any) -> Any:
        if type(value) in self.types or (isinstance(value, self.types) and not isinstance(value, bool)):
            return value
        raise ValueError(f"should be {self.name}, not {type(value).__name__}")

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if type(value) not in self.types:
            yield Problem("", f"not {self.name}", value)


class Text(Kind):
    """A value that travels as text of a fixed form: times, GUIDs, binary."""

    def __init__(self, name: str, type_: type, read: Callable[[str], Any]) -> None:
        self.name = name
        self.type = type_
        self.parse = read

    def read(self, wire: Any) -> Any:
        if type(wire) is not str:
            return thaw(wire)
        value = self.parse(wire)
        return wire if value is None else value

    def accept(self, value: Any) -> Any:
        parsed = self.parse(value) if type(value) is str else value
        if not isinstance(parsed, self.type):
            raise ValueError(f"should be {self.name}, not {value!r}")
        return parsed

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, self.type):
            yield Problem("", f"not {self.name}", value)


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
            raise ValueError(f"should be a decimal number, not {value!r}")
        return parsed

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        from decimal import Decimal

        if not isinstance(value, Decimal):
            yield Problem("", "not a decimal number", value)


class Choice(Kind):
    """A value of an open enumeration."""

    def __init__(self, load: Callable[[], type[OpenEnum]]) -> None:
        self.load = load

    def read(self, wire: Any) -> Any:
        return self.load()(wire) if type(wire) is str else thaw(wire)

    def accept(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.load()(str(value))
        raise ValueError(f"should be {self.load().__name__}, not {type(value).__name__}")

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
        if isinstance(value, str):
            return set(split(value, self.load()))
        if isinstance(value, Iterable):
            return {self.load()(str(each)) for each in value}
        raise ValueError(f"should be a set of {self.load().__name__}, not {type(value).__name__}")

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, (set, frozenset)):
            yield Problem("", f"not text of {self.load().__name__}", value)
            return
        for each in sorted(map(str, value)):
            if not self.load()(each).is_documented:
                yield Problem("", f"not a documented value of {self.load().__name__}", each)


class Nested(Kind):
    """An object of a documented class, or of one derived from it as its @odata.type says."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self.load = load

    def read(self, wire: Any) -> Any:
        return self.load()._read(wire) if type(wire) is dict else thaw(wire)

    def accept(self, value: Any) -> Any:
        declared = self.load()
        if isinstance(value, declared):
            return value
        if isinstance(value, dict):
            return declared.from_dict(value)
        raise ValueError(f"should be {declared.__name__}, not {type(value).__name__}")

    def write(self, value: Any) -> Any:
        return encode(value, self.load())

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        declared = self.load()
        if isinstance(value, declared):
            yield from value.problems(declared)
        else:
            yield Problem("", f"not an object of {declared.__name__}", value)


class Many(Kind):
    """A collection; its items fit or do not fit one by one."""

    def __init__(self, item: Kind) -> None:
        self.item = item
        # Items that JSON has itself are copied in one step.
        self.plain = type(item) is Plain

    def read(self, wire: Any) -> Any:
        if type(wire) is not list or self.plain:
            return thaw(wire)
        read = self.item.read
        return [None if each is None else read(each) for each in wire]

    def accept(self, value: Any) -> Any:
        if isinstance(value, (str, bytes, dict)) or not isinstance(value, Iterable):
            raise ValueError(f"should be a list, not {type(value).__name__}")
        return [None if each is None else self.item.accept(each) for each in value]

    def write(self, value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            return encode(value)
        write = self.item.write
        return [None if each is None else write(each) for each in value]

    def misfits(self, value: Any, /) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem("", "not a list", value)
            return
        for index, each in enumerate(value):
            for problem in () if each is None else self.item.misfits(each):
                yield problem._replace(
                    path=f"[{index}]{'.' if problem.path[:1] not in ('', '[') else ''}{problem.path}"
                )


ANY = Kind()
_LEAVES: dict[str, Kind] = {
    "Any": ANY,
    "dict[str, Any]": Plain("an object", dict),
    "str": Plain("text", str),
    "bool": Plain("true or false", bool),
    "int": Plain("a whole number", int),
    "float": Float("a number", float, int),
    "Decimal": DecimalNumber(),
    "bytes": Text("base64", bytes, values.read_binary),
    "UUID": Text("a GUID", UUID, values.read_guid),
    "dt.datetime": DateTime("a date and time with an offset", dt.datetime, values.read_datetime),
    "dt.date": Day("a date", dt.date, values.read_date),
    "dt.time": Text("a time of day", dt.time, values.read_time),
    "dt.timedelta": Text("a duration", dt.timedelta, values.read_duration),
}


def kind_of(annotation: str) -> Kind:
    """The kind that an annotation names.

    One outside the grammar (a subclass written by hand) takes any JSON.
    """
    text = annotation.removesuffix("| None").strip()
    if text in _LEAVES:
        return _LEAVES[text]
    if text.startswith("list["):
        return Many(kind_of(text[5:-1]))
    flags = text.startswith("set[")
    found = find_class(text[4:-1] if flags else text)
    if found is None:
        return ANY
    what, load = found
    return Nested(load) if what == "model" else Flags(load) if flags else Choice(load)


def kind_of_type(token: type[Any]) -> Kind:
    """The kind of what a method returns: a model, an enumeration or a type of Python."""
    if token is object:
        return ANY
    if hasattr(token, "_read"):
        return Nested(lambda: token)
    if issubclass(token, OpenEnum):
        return Choice(lambda: token)
    return _LEAVES.get(token.__name__) or _LEAVES.get(f"dt.{token.__name__}", ANY)
