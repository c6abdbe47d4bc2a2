"""Text of pages inside messages: quoted, on one line, cut to a length that a terminal shows."""

from __future__ import annotations

import json
from typing import Any

_LONGEST = 80


def quote(value: Any) -> str:
    """A value of a page as JSON on one line; long ones end in an ellipsis."""
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, dict | list) else _brackets(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2] + "…" + text[-1]


def _brackets(value: dict[str, Any] | list[Any]) -> str:
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    return "{…}" if isinstance(value, dict) else "[…]"
