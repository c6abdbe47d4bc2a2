"""Where in a JSON text a key or a value stands. Asked only for findings, so examples without any cost nothing.

Reads as documented: comments, trailing commas and other slips that the reader mends are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.text import Span

Pointer = tuple[str | int, ...]
"""Keys and indexes from the document's root to a value."""

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)|(?P<text>"(?:[^"\\\n]|\\.)*"?)|(?P<mark>[{}\[\]:,])|(?P<bare>[^\s{}\[\]:,"]+)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Place(NamedTuple):
    """Offsets of a value, and of the key before it (None in lists and at the root). Brackets stand for what they hold."""

    pointer: Pointer
    key: tuple[int, int] | None
    value: tuple[int, int]


@lru_cache(maxsize=64)  # the findings of one body are made one after the other
def places(text: str) -> tuple[Place, ...]:
    """Every value in document order: first the root, parents before what they hold. Total: any text gives something."""
    return tuple(_places(text))


def _places(text: str) -> Iterator[Place]:
    stack: list[str | int] = []  # a list's next index, or an object's current key
    kinds: list[str] = []
    key: tuple[int, int] | None = None
    waiting = False  # a key was read, its value was not
    for token in _TOKEN.finditer(text):
        mark, at = token[0], token.span()
        if token.lastgroup == "space":
            continue
        if token.lastgroup == "mark" and mark in ":,}]":
            if mark == "," and kinds and kinds[-1] == "[":
                stack[-1] = int(stack[-1]) + 1
            elif mark in "}]" and kinds:
                kinds.pop()
                stack.pop()
            waiting = mark == ":"
            continue
        if kinds and kinds[-1] == "{" and not waiting and mark not in "{[":
            stack[-1], key = _decoded(mark), at
            continue
        yield Place(tuple(stack), key if kinds and kinds[-1] == "{" else None, at)
        waiting = False
        if mark in "{[":
            kinds.append(mark)
            stack.append("" if mark == "{" else 0)


def span_in(body: str, start: Span, pointer: Pointer, *, at_key: bool = False, last: bool = False) -> Span:
    """The line and columns of a value (or of its key) in a body that begins at `start`.

    `last` takes the last of several members of one name. What is not found (a mended body may differ from the text)
    stands at the nearest place around it.
    """
    found, depth = None, -1
    for each in places(body):
        nearer = len(each.pointer) > depth and pointer[: len(each.pointer)] == each.pointer
        if nearer or (last and each.pointer == pointer):
            found, depth = each, len(each.pointer)
    if found is None:
        return start
    begin, end = found.key if at_key and found.key is not None else found.value
    return _span(body, start, begin, end)


def _span(body: str, start: Span, begin: int, end: int) -> Span:
    line = body.count("\n", 0, begin)
    shift = (start.column or 1) if line == 0 else 1
    column = begin - (body.rfind("\n", 0, begin) + 1) + shift
    return Span.at(start.path, start.line + line, column, column + end - begin)


def _decoded(token: str) -> str:
    inner = token[1:-1] if token.startswith('"') and token.endswith('"') and len(token) > 1 else token.removeprefix('"')
    return _ESCAPE.sub(_unescape, inner)


def _unescape(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _ESCAPED.get(code, code)
