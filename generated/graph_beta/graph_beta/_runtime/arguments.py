"""What a caller may give an action or a function: values that fit their annotations, as the fields of a model do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from .calls import UNSET, AsWritten

if TYPE_CHECKING:
    from .kinds import Nested

Accept = Callable[[Any], Any]


class Taken(NamedTuple):
    """What one parameter takes."""

    plain: frozenset[type]
    """Types of values that are sent as they are: most of those that are given, so they are looked for first."""
    accept: Accept
    """The value to send for any other. Raises ValueError when it does not fit."""


def check_of(method: Callable[..., Any]) -> Callable[[dict[str, Any]], None]:
    """What puts the values to send in the place of those that a caller gave a method, by their names.

    Raises ValidationError for what does not fit: all of it.
    """
    takes = {name: _taken(text) for name, text in method.__annotations__.items()}

    def check(given: dict[str, Any]) -> None:
        faults: list[tuple[str, Any, str]] = []
        for name, value in given.items():
            taken = takes.get(name)
            if taken is None or value.__class__ in taken.plain or value is UNSET:
                continue
            try:
                given[name] = taken.accept(value)
            except ValueError as fault:
                if value.__class__ is not AsWritten:
                    faults.append((name, value, str(fault)))
        if faults:
            from .checking import misfit

            raise misfit(method.__qualname__, faults)

    return check


_WRITTEN_AS_TEXT = (dt.date, dt.time, dt.timedelta, UUID)
_PLAIN: dict[str, type] = {"None": type(None), "str": str, "bool": bool, "int": int, "float": float}
_ALTERNATIVE = re.compile(r"(?:[^|\[]|\[[^\]]*\])+")
"""What stands between bars outside brackets."""


def _taken(annotation: str) -> Taken:
    """What a parameter with this annotation takes: `T`, `T | None`, `T | str`, where T may be `Sequence[...]`."""
    alternatives = [each.strip() for each in _ALTERNATIVE.findall(annotation)]
    plain = frozenset(_PLAIN[each] for each in alternatives if each in _PLAIN)
    accept = _accept(alternatives[0])
    return Taken(plain, _or_text(accept) if "str" in alternatives[1:] else accept)


def _accept(text: str) -> Accept:
    """What looks at the values of one type. One that is not of generated requests' grammar takes anything."""
    from .kinds import Nested, kind_of
    from .leaves import LEAVES

    if text == "str":
        return _text
    if text.startswith("Sequence["):
        return _sequence(_taken(text[9:-1]))
    if text.startswith(("m.", "e.", "set[e.")):
        kind = kind_of(text.replace("e.", "", 1) if text.startswith("set[") else text[2:])
        return _object(kind) if isinstance(kind, Nested) else kind.accept
    return LEAVES.get(text, LEAVES["Any"]).accept


def _text(value: Any) -> str:
    """Text, or the text of what is written in one way alone: a time, a GUID."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        raise ValueError("should have a time zone, or be the text that is meant: its .isoformat()")
    if isinstance(value, _WRITTEN_AS_TEXT):
        from .encoding import write_text

        return str(write_text(value))
    raise ValueError(f"should be text, not {type(value).__name__}")


def _or_text(accept: Accept) -> Accept:
    from .enums import OpenEnum

    return lambda value: (
        value if isinstance(value, str) and not isinstance(value, OpenEnum) else accept(value)
    )


def _sequence(item: Taken) -> Accept:
    from .leaves import items_of

    plain, accept = item.plain | {type(None)}, item.accept

    def sequence(value: Any) -> Any:
        if value.__class__ is list and plain.issuperset(map(type, value)):
            return value
        return [each if each.__class__ in plain else accept(each) for each in items_of(value)]

    return sequence


def _object(kind: Nested) -> Accept:
    """A model, or JSON of one, which is sent as it is."""

    def accept(value: Any) -> Any:
        if type(value) is not dict:
            return kind.accept(value)
        from .checking import refuse_python_names

        refuse_python_names(kind.load(), value)
        return value

    return accept
