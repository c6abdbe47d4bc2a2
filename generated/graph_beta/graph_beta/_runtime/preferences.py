"""Documented headers as they are sent. One that pages write as `Prefer: outlook.timezone` is a preference: all
preferences of a request go into one header.
"""

from __future__ import annotations

import re
from collections.abc import Mapping


def headers_of(documented: Mapping[str, str | int | None]) -> dict[str, str | None]:
    """Headers by name; what was not given is None."""
    found: dict[str, str | None] = {}
    for written, value in documented.items():
        name, _, preference = written.partition(": ")
        before = found.get(name)
        if value is None or value is False:
            found[name] = before
        elif preference:
            told = _preference(preference, value)
            found[name] = told if before is None else f"{before}, {told}"
        else:
            found[name] = str(value)
    return found


_PREFER = "prefer"


def add_headers(headers: dict[str, str], more: Mapping[str, str | None]) -> None:
    """Put `more` into `headers`, whose names are in lower case: later ones outweigh earlier ones, preferences one by one."""
    for name, value in more.items():
        key = name.lower()
        if value is not None:
            headers[key] = _joined(headers.get(key, ""), value) if key == _PREFER else value


def _joined(before: str, more: str) -> str:
    new = _split(more)
    named = {_name(each) for each in new}
    return ", ".join([*(each for each in _split(before) if _name(each) not in named), *new])


def _split(preferences: str) -> list[str]:
    """At commas outside quotation marks."""
    return [each.strip() for each in _ONE.findall(preferences) if each.strip()]


_ONE = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*"|")+')


def _name(preference: str) -> str:
    return re.split(r"[=;\s]", preference, maxsplit=1)[0].lower()


def _preference(name: str, value: str | int) -> str:
    """`respond-async`, `odata.maxpagesize=50`, `outlook.timezone="Pacific Standard Time"`."""
    if value is True:
        return name
    if isinstance(value, int):
        return f"{name}={value}"
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name}="{quoted}"'
