"""Documented headers as they are sent. One that pages write as `Prefer: outlook.timezone` is a preference: all
preferences of a request go into one header.
"""

from __future__ import annotations

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


def _preference(name: str, value: str | int) -> str:
    """`respond-async`, `odata.maxpagesize=50`, `outlook.timezone="Pacific Standard Time"`."""
    if value is True:
        return name
    if isinstance(value, int):
        return f"{name}={value}"
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name}="{quoted}"'
