"""The documented permissions of an operation, for the message of a 403. The data is read only then."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from .registry import PACKAGE

_PARAMETER = re.compile(r"\{[^{}]*\}")


def documented(method: str, path: str) -> Mapping[str, Sequence[str]]:
    """Permissions of the route that `path` is one of, by sort of sign-in, least privileged first; empty when
    none is documented.
    """
    data = _data()
    plain = path.partition("?")[0]
    best: tuple[int, Mapping[str, Sequence[str]]] = (-1, {})
    for template, numbers in data.get("routes", {}).items():
        if method in numbers and _matcher(template).fullmatch(plain):
            fixed = len(_PARAMETER.sub("", template))  # `/users/delta` before `/users/{id}`
            best = max(best, (fixed, data["sets"][numbers[method]]), key=lambda each: each[0])
    return best[1]


@cache
def _data() -> dict[str, Any]:
    file = files(PACKAGE) / "_permissions.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return found


@cache
def _matcher(template: str) -> re.Pattern[str]:
    fixed = _PARAMETER.split(template)
    return re.compile(r"[^/]+".join(map(re.escape, fixed)), re.IGNORECASE)
