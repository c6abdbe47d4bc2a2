"""The import lines of a generated module, sorted and laid out as black keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.python.layout import Group, lay_out

_STANDARD = {
    "dt": "import datetime as dt",
    "Decimal": "from decimal import Decimal",
    "Sequence": "from collections.abc import Sequence",
    "UUID": "from uuid import UUID",
}
_TYPING = ("TYPE_CHECKING", "Any", "Literal", "TypeVar", "Unpack", "overload")


def standard_imports(used: Iterable[str]) -> tuple[str, ...]:
    """Lines for the names of the standard library among `used`: plain imports first, then by module."""
    names = set(used)
    lines = [_STANDARD[name] for name in _STANDARD if name in names]
    typing = tuple(name for name in _TYPING if name in names)
    if typing:
        lines.append(from_import("typing", typing))
    return tuple(sorted(lines, key=lambda line: (line.startswith("from"), line)))


def from_import(module: str, names: Iterable[str], indent: int = 0) -> str:
    """`from module import A, B`, in brackets with a name a line where it is too long."""
    ordered = tuple(sorted(names, key=_import_order))
    line = f"from {module} import {', '.join(ordered)}"
    if indent + len(line) <= 110:
        return line
    group = Group(f"from {module} import (", ordered, ")", display=True)
    if len(ordered) > 1:
        return lay_out(group, indent)
    margin = " " * indent
    return f"{group.opening}\n{margin}    {ordered[0]},\n{margin})"


def from_imports(modules: Mapping[str, Iterable[str]], indent: int = 0) -> tuple[str, ...]:
    """One import per module, furthest package first."""
    ordered = sorted(modules, key=lambda name: (-_dots(name), name))
    return tuple(from_import(name, modules[name], indent) for name in ordered)


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))


def _import_order(name: str) -> tuple[int, str]:
    """Constants, classes, functions: isort's order."""
    plain = name.partition(" ")[0]
    rank = 0 if plain.isupper() and len(plain) > 1 else 1 if plain[:1].isupper() else 2
    return rank, name


def names_in(annotations: str) -> set[str]:
    """The names of the standard library that annotations need."""
    return identifiers(annotations) & {"Any", "Decimal", "Literal", "Sequence", "UUID", "dt"}


_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*")


def identifiers(code: str) -> set[str]:
    """The names that code uses, string literals and attributes left out."""
    return set(_NAME.findall(_TEXT.sub("", code)))
