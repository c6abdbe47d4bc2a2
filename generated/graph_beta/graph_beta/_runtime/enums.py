"""Open enumerations: a value that is not documented yet is kept as it came and compares equal to its text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Self


class OpenEnum(StrEnum):
    """An enumeration of documented texts. `Colour("mauve")` works although nobody documented mauve."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_documented(self) -> bool:
        """Whether the value is one of those that the page lists."""
        return self._value_ in type(self)._value2member_map_

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __copy__(self) -> Self:
        return self

    def __reduce_ex__(self, _protocol: object) -> tuple[type[Self], tuple[str]]:
        """By value: some versions of Python pickle by name, and an undocumented member has none to be found by."""
        return type(self), (str(self),)


class OpenFlags(OpenEnum):
    """An enumeration whose values combine. A field of it holds a set; the wire holds one text, "a,b"."""


class FlagSet(set[Any]):
    """The set that was read from `text`.

    As long as it holds the same members, that text is what goes back.
    """

    text: str

    @classmethod
    def read(cls, text: str, member: type[OpenFlags]) -> FlagSet:
        flags = cls(split(text, member))
        flags.text = text
        return flags


def split(text: str, member: type[OpenFlags]) -> list[OpenFlags]:
    return [member(part) for part in (each.strip() for each in text.split(",")) if part]


def write_flags(flags: Iterable[Any]) -> str:
    """One text, in the order of the documentation; undocumented members behind, by name."""
    members = set(flags)
    text: str | None = getattr(flags, "text", None)
    if text is not None and members == {part for part in (each.strip() for each in text.split(",")) if part}:
        return text
    kinds = {type(each) for each in members if isinstance(each, OpenFlags)}
    order = {value: place for kind in kinds for place, value in enumerate(kind._value2member_map_)}
    return ",".join(
        sorted((str(each) for each in members), key=lambda each: (order.get(each, len(order)), each))
    )
