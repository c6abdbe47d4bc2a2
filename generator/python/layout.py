"""Brackets laid out over lines as black does it, so that nearly all generated code needs no second pass.

The few shapes that generated code has: definitions, calls, displays. What does not fit here keeps an over-long line,
which tells the formatter to look at the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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
    return _laid_out(item, indent, tail, inside=False)


def _laid_out(item: Item, indent: int, tail: str, *, inside: bool) -> str:
    """`inside` brackets lines may break before dots and within annotations, too."""
    line = _flat(item) + tail
    if indent + len(line) <= WIDTH:
        return line
    if isinstance(item, str):
        return _parameter(line, indent, tail) if inside else line
    links = _links(item.opening) if inside else ()
    if len(links) > 2:
        *first, last = links
        margin = "\n" + " " * indent
        return margin.join([*first, _laid_out(replace(item, opening=last), indent, tail, inside=False)])
    return _broken(item, indent, tail) if item.items else line


def _broken(item: Group, indent: int, tail: str) -> str:
    inner, margin = indent + STEP, " " * indent
    body = ", ".join(map(_flat, item.items))
    if len(item.items) == 1 and not item.definition:
        rows = " " * inner + _laid_out(item.items[0], inner, item.comma, inside=True)
    elif inner + len(body) <= WIDTH and not item.display and len(item.items) > 1:
        rows = " " * inner + body
    else:
        rows = "\n".join(" " * inner + _laid_out(each, inner, ",", inside=True) for each in item.items)
    return f"{item.opening}\n{rows}\n{margin}{item.closing}{tail}"


_UNION = re.compile(r"(\w+): ([^=]+ \| None)( = [\w.]+)?,")


def _parameter(line: str, indent: int, tail: str) -> str:
    """A parameter that does not fit: brackets around the alternatives of its annotation."""
    found = _UNION.fullmatch(line) if tail == "," else None
    if found is None:
        return line
    margin = " " * indent
    return f"{found[1]}: (\n{margin}{' ' * STEP}{found[2]}\n{margin}){found[3] or ''},"


def _links(opening: str) -> tuple[str, ...]:
    """A chain of calls, cut before each dot that follows a closing bracket: where black breaks it if there are several."""
    links: list[str] = []
    start = depth = 0
    quote = ""
    for place, char in enumerate(opening):
        if quote:
            quote = "" if char == quote and opening[place - 1] != "\\" else quote
        elif char in "\"'":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "." and depth == 0 and place and opening[place - 1] in ")]}":
            links.append(opening[start:place])
            start = place
    return (*links, opening[start:])


def _flat(item: Item) -> str:
    return item if isinstance(item, str) else item.flat


def mapping(opening: str, pairs: tuple[tuple[str, str], ...]) -> Group:
    """A dict display of finished keys and values."""
    return Group(opening + "{", tuple(f"{key}: {value}" for key, value in pairs), "}", display=True)
