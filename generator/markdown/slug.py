"""Anchors of headings, as viewers make them."""

from __future__ import annotations

import re

_DROPPED = re.compile(r"[^\w\- ]")


def slug(text: str) -> str:
    """Lower case, punctuation dropped, blanks as `-`: `ABC values (preview)` is `abc-values-preview`."""
    return _DROPPED.sub("", text.lower()).strip().replace(" ", "-")


class Slugs:
    """Anchors of one page: the second heading of a text gets `-1`, the third `-2`."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def add(self, text: str) -> str:
        anchor = slug(text)
        count = self._seen.get(anchor, 0)
        self._seen[anchor] = count + 1
        return anchor if count == 0 else f"{anchor}-{count}"
