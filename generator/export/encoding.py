"""JSON as every export writes it: indented, in the order built, UTF-8, one final newline."""

from __future__ import annotations

from typing import Any

import msgspec


def json_text(value: Any) -> str:
    """A document of plain values or structs."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
