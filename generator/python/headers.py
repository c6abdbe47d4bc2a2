"""What the parameters of headers are declared as."""

from __future__ import annotations

_ALONE = frozenset({"respond-async", "odata.allow-entityreferences", "odata.continue-on-error", "odata.track-changes"})
"""Preferences that HTTP and OData define without a value,"""
_COUNTS = frozenset({"odata.maxpagesize", "wait"})
"""and with a number."""


def header_annotation(wire: str) -> str:
    """What the parameter of a header is declared as."""
    preference = wire.partition(": ")[2].lower()
    return "bool | None" if preference in _ALONE else "int | None" if preference in _COUNTS else "str | None"
