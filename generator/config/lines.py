"""Where a key stands in a TOML text: the parser of the standard library does not tell."""

from __future__ import annotations

import re
import tomllib

_KEY = re.compile(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*'|\s*\.\s*)+?)\s*=""")


def line_of(text: str, key: tuple[str, ...]) -> int:
    """The line of the innermost part of `key` that has a line of its own; 1 if none has (an inline table at the top)."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            table = _path(line.strip()) or table
            path = table
        else:
            match = _KEY.match(line)
            path = (*table, *_path(f"{match[1]} = 0")) if match else ()
        for end in range(1, len(path) + 1):
            found.setdefault(path[:end], number)
    return next((found[key[:end]] for end in range(len(key), 0, -1) if key[:end] in found), 1)


def _path(line: str) -> tuple[str, ...]:
    """The keys that one header or assignment opens; () for a line that is neither (inside a list or a long string)."""
    try:
        value: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        path.append(key)
        value = value[0] if isinstance(value, list) and value else value
    return tuple(path)
