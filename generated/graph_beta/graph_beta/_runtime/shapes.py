"""The fields of a model class: their names in Python and on the wire, and what they hold.

Built when a class is first used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .kind import Kind
from .kinds import kind_of
from .leaves import Flags, Plain


class Field(NamedTuple):
    name: str
    """Python name."""
    wire: str
    """Exact wire name."""
    kind: Kind
    read_only: bool
    atomic: bool
    """Text, truth values and numbers are kept as they came: reading them costs no call."""


class Shape:
    """All fields of a class, those of its bases first."""

    __slots__ = ("by_name", "by_wire", "defaults", "fixed", "is_derived", "readers", "writers")

    def __init__(self, cls: type[Any]) -> None:
        self.by_name: dict[str, Field] = {}
        lines = [each for each in reversed(cls.__mro__) if "__wire__" in vars(each)]
        for each in lines:
            own = vars(each)
            self._add(each.__annotations__, own["__wire__"], own["__read_only__"])
        above = lines[1:-1]  # not Base

        # From the root of all entities, which has an identifier and no more, everything with a key is derived.
        self.is_derived = len(above) > 1 or (len(above) == 1 and set(above[0].__annotations__) != {"id"})
        self.by_wire = {field.wire: field for field in self.by_name.values()}
        self.defaults: dict[str, Any] = dict.fromkeys(self.by_name)
        # What reading and writing need of each field, and no more: they run for every value.
        self.readers = {
            each.wire: (each.name, None if each.atomic else each.kind.read) for each in self.by_name.values()
        }
        self.writers = {each.wire: (each.name, each.kind.write) for each in self.by_name.values()}

        # A set is read from a text and can be changed all the same; everything else that changes is read from a list
        # or an object.
        self.fixed = not any(type(each.kind) is Flags for each in self.by_name.values())

    def _add(
        self, annotations: Mapping[str, Any], wire: Mapping[str, str], read_only: frozenset[str]
    ) -> None:
        for name, annotation in annotations.items():
            if name.startswith("_") or "ClassVar" in str(annotation):
                continue
            kind = kind_of(annotation if isinstance(annotation, str) else getattr(annotation, "__name__", ""))
            self.by_name[name] = Field(
                name, wire.get(name) or camel(name), kind, name in read_only, type(kind) is Plain
            )


def camel(name: str) -> str:
    """The wire name of most fields: `display_name` -> `displayName`, `from_` -> `from`."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)
