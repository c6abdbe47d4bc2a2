"""Brackets laid out over lines as black does it, so that nearly all generated code needs no second pass.

The few shapes that generated code has: definitions, calls, displays. What does not fit here keeps an over-long line,
which tells the formatter to look at the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.python.prose import WIDTH

STEP = 4


@dataclass(frozen=True, slots=True)
class Group:
    """`opening` up to and with the bracket, items, `closing` bracket. A display (`[...]`, `{...}`, a tuple) takes one
    line or a line per item; a call or definition may also hold all its items on one line of their own.
    """

    opening: str
    items: tuple[Item, ...]
    closing: str = ")"
    display: bool = False
    definition: bool = False

    @property
    def comma(self) -> str:
        """What makes a tuple of one item a tuple."""
        return "," if self.display and self.closing == ")" and len(self.items) == 1 else ""

    @property
    def flat(self) -> str:
        return self.opening + ", ".join(map(_flat, self.items)) + self.comma + self.closing


Item = str | Group


def lay_out(item: Item, indent: int, tail: str = "") -> str:
    """The item at an indent (which the first line does not show), followed by `tail`."""
    line = _flat(item) + tail
    if isinstance(item, str) or not item.items or indent + len(line) <= WIDTH:
        return line
    inner, margin = indent + STEP, " " * indent
    body = ", ".join(map(_flat, item.items))
    if len(item.items) == 1 and not item.definition:
        rows = " " * inner + lay_out(item.items[0], inner, item.comma)
    elif inner + len(body) <= WIDTH and not item.display and len(item.items) > 1:
        rows = " " * inner + body
    else:
        rows = "\n".join(" " * inner + lay_out(each, inner, ",") for each in item.items)
    return f"{item.opening}\n{rows}\n{margin}{item.closing}{tail}"


def _flat(item: Item) -> str:
    return item if isinstance(item, str) else item.flat


def mapping(opening: str, pairs: tuple[tuple[str, str], ...]) -> Group:
    """A dict display of finished keys and values."""
    return Group(opening + "{", tuple(f"{key}: {value}" for key, value in pairs), "}", display=True)
