"""Bodies of examples as JSON values, with the members that a JSON object has twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.lint.json_places import Pointer, places


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A decoded body. `twice` points to members whose name their object has before already."""

    value: Any
    twice: tuple[Pointer, ...] = ()


def decode(text: str) -> Document | None:
    """The document, or None where the text is none (the reader has reported that)."""
    repeated = False

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        found = dict(pairs)
        repeated = repeated or len(found) < len(pairs)
        return found

    try:
        value = json.loads(text, object_pairs_hook=members)
    except (ValueError, RecursionError):
        return None
    return Document(value=value, twice=tuple(_repeated(text)) if repeated else ())


def _repeated(text: str) -> Iterator[Pointer]:
    seen: set[Pointer] = set()
    known: set[Pointer] = set()  # reported, or inside of something reported
    for place in places(text):
        if place.pointer in seen and place.pointer not in known:
            known.add(place.pointer)
            if place.pointer[:-1] not in known:
                yield place.pointer
        seen.add(place.pointer)
