"""Data files of the package, which are read when they are needed: where each type lives, and what each route needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.declarations import namespace, short
from generator.model.indexes.calls import Call
from generator.python.symbols import Symbols
from generator.python.wording import scopes_by_account


def type_table(symbols: Symbols) -> str:
    """Class and module of every type, by namespace and name; module of every enum, by class."""
    models: dict[str, dict[str, list[str]]] = {}
    enums: dict[str, str] = {}
    for name, symbol in sorted(symbols.by_name.items()):
        if symbol.is_enum:
            enums[symbol.class_name] = symbol.module
        else:
            models.setdefault(namespace(name), {})[short(name)] = [symbol.class_name, symbol.module]
    return _document({"models": _rows(models, 2), "enums": _rows(dict(sorted(enums.items())), 1)})


_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def permission_table(documented: Iterable[Call]) -> str:
    """What each documented route needs, for the message of a 403: sets of scopes once; routes as a tree of segments,
    each with a number of a set by verb.
    """
    sets: dict[str, int] = {}
    top: dict[str, Any] = {}
    for call in documented:
        scopes = scopes_by_account(call)
        if not scopes:
            continue
        number = sets.setdefault(json.dumps(scopes, ensure_ascii=False), len(sets))
        for each in call.documents:
            node = top
            for segment in _PLACEHOLDER.sub("{}", str(each.route.path)).strip("/").split("/"):
                node = node.setdefault(f"/{segment}", {})
            node[call.verb.value] = number
    rows = ",\n".join(sets)
    return _document({"sets": f"[\n{rows}\n]", "routes": _rows(top, _EVERY)})


_EVERY = 99
"""A depth that no path has."""


def _document(parts: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{json.dumps(key)}: {text}" for key, text in parts.items()) + "\n}\n"


def _rows(value: Mapping[str, Any], depth: int) -> str:
    """An object with a line for each member, down to a depth, so that a change of one shows as one; keys in order."""
    return "{\n" + ",\n".join(_members(value, depth)) + "\n}" if value else "{}"


def _members(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    for key, member in sorted(value.items()):
        deeper = isinstance(member, dict) and depth > 1
        text = _rows(member, depth - 1) if deeper else json.dumps(member, separators=(",", ":"))
        yield f"{json.dumps(key)}:{text}"
