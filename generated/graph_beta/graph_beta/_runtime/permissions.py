"""The documented permissions of an operation, for the message of a 403. The data is read only then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from .data import read_data

_NONE: Mapping[str, Any] = {"sets": [], "routes": {}}


def documented(method: str, path: str) -> Mapping[str, Sequence[str]]:
    """Permissions of the route that `path` is one of, by sort of sign-in, least privileged first; empty when
    none is documented.
    """
    data = _data()
    segments = path.partition("?")[0].strip("/").split("/")
    found = [(fixed, node[method]) for fixed, node in _reached(data["routes"], segments) if method in node]
    if not found:
        return {}
    _, number = max(found, key=itemgetter(0))  # `/users/delta` before `/users/{id}`
    best: Mapping[str, Sequence[str]] = data["sets"][number]
    return best


def _reached(node: Mapping[str, Any], segments: Sequence[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Every node of the tree of routes that these segments lead to, with the characters that were not a key's."""
    if not segments:
        yield 0, node
        return
    first, *others = segments
    for written, below in node.items():
        if written.startswith("/") and _matcher(written).fullmatch(first):
            for fixed, found in _reached(below, others):
                yield fixed + len(written.replace("{}", "")), found


@cache
def _data() -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = read_data("_permissions.json")
    except OSError:  # a program that was frozen without it: the refusal itself is what has to be told
        return _NONE
    return found


@cache
def _matcher(written: str) -> re.Pattern[str]:
    return re.compile("[^/]+".join(map(re.escape, written[1:].split("{}"))), re.IGNORECASE)
