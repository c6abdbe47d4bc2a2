"""Values of a TOML text, each read as what it must be. Every mistake names the key, its line and the nearest key there is."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import NoReturn

from generator.config.lines import line_of

KeyPath = tuple[str, ...]


class ConfigError(Exception):
    """The file cannot be used; the message begins with its name and, where it is known, the line."""


class Reader:
    """The text, to say where a key stands, and the name of its file."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    def table(self, value: object, at: KeyPath, known: tuple[str, ...] | None) -> Mapping[str, object]:
        """`value` as a table; with `known`, one that has no other keys."""
        if not isinstance(value, dict):
            self.fail(at, f"{dotted(at)!r} must be a table, not {kind_of(value)}")
        for key in value if known is not None else ():
            if key not in (known or ()):
                near = difflib.get_close_matches(key, known or (), n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known or ())}"
                self.fail((*at, key), f"unknown key {key!r}{f' in [{dotted(at)}]' if at else ''}; {hint}")
        return value

    def string(self, value: object, at: KeyPath) -> str:
        if not isinstance(value, str) or not value:
            self.fail(at, f"{at[-1]!r} must be a text, not {kind_of(value)}")
        return value

    def strings(self, value: object, at: KeyPath) -> tuple[str, ...]:
        if not isinstance(value, list):
            self.fail(at, f"{at[-1]!r} must be a list of texts, not {kind_of(value)}")
        return tuple(self.string(each, at) for each in value)

    def fail(self, at: KeyPath, message: str) -> NoReturn:
        raise ConfigError(f"{self.name}:{line_of(self.text, at)}: {message}")


def dotted(at: KeyPath) -> str:
    """As a header of the file writes it."""
    return ".".join(at)


def kind_of(value: object) -> str:
    """What a value is, in the words of TOML."""
    if isinstance(value, str):
        return "a text" if value else "an empty text"
    kinds = {
        bool: "a boolean",
        int: "an integer",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    return kinds.get(type(value), f"a {type(value).__name__}")
