"""Headers as parameters: what HTTP can send, and how pages write it. Knows wire names, not tables."""

from __future__ import annotations

import re

_HEADER = re.compile(r"(?P<header>[!#$%&'*+.^_`|~\w-]+)(?:: ?(?P<preference>[^\s=:]+)=?)?", re.ASCII)
_ALONE = frozenset({"respond-async", "odata.allow-entityreferences", "odata.continue-on-error", "odata.track-changes"})
"""Preferences that HTTP and OData define without a value,"""
_COUNTS = frozenset({"odata.maxpagesize", "wait"})
"""and with a number."""


def header_wire(written: str) -> str | None:
    """What a page calls a header, as the runtime takes it: a header, or one preference (`Prefer: outlook.timezone`). None for
    what cannot be sent: a row of another table.
    """
    found = _HEADER.fullmatch(written.strip())
    if found is None:
        return None
    header, preference = found["header"], found["preference"]
    if preference is None and header.lower().startswith("odata.") and not header.lower().startswith("odata.version"):
        header, preference = "Prefer", header
    if preference is None:
        return header
    return f"{header}: {preference}" if header.lower() == "prefer" else header


def header_annotation(wire: str) -> str:
    """What the parameter of a header is declared as."""
    preference = wire.partition(": ")[2].lower()
    return "bool | None" if preference in _ALONE else "int | None" if preference in _COUNTS else "str | None"
