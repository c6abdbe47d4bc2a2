"""What a field holds, seen from the wire and from Python: the interface of all kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .encoding import encode, thaw


class Problem(NamedTuple):
    """A value that does not fit its documented type. It was kept as it came."""

    path: str
    """Where, in wire names: `assignedPlans[3].assignedDateTime`."""
    message: str
    value: object

    def __repr__(self) -> str:
        from .hiding import hidden_input

        name = self.path.rpartition(".")[2].partition("[")[0]
        return f"Problem({self.path!r}, {self.message!r}, {hidden_input(name, self.value)!r})"

    def below(self, place: str) -> Problem:
        """The same problem, seen from what holds `place`."""
        dot = "" if not self.path or self.path.startswith("[") else "."
        return self._replace(path=f"{place}{dot}{self.path}")


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
