"""What HTTP can send as a header, and how pages write it. Knows wire names, not tables."""

from __future__ import annotations

import re

_NAME = r"[!#$%&'*+.^_`|~\w-]+"
_HEADER = re.compile(rf"(?P<header>{_NAME})(?:: ?(?P<preference>[^\s=:]+)(?:=.*)?)?", re.ASCII)
_BEGINS = re.compile(rf"{_NAME}\s*(?:[:=(].*)?", re.ASCII)


def names_header(written: str) -> bool:
    """Whether a name of a table can be that of a header, with a value or a remark behind it."""
    return _BEGINS.fullmatch(written.strip()) is not None


def header_wire(written: str) -> str | None:
    """What a page calls a header, as a request names it: a header, or one preference (`Prefer: outlook.timezone`). None for
    what cannot be sent.
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
