"""The account of a page: what became of each heading, table row, request line, fence, annotation and include.

The reader lists every item of a page first; extractors then say of each that they used it or which named rule ignores
it. What is left over is reported by the reader, so nothing leaves the page unseen. `lint.coverage` adds pages up.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ItemKind(StrEnum):
    HEADING = "heading"
    ROW = "row"
    REQUEST_LINE = "request-line"
    FENCE = "fence"
    ANNOTATION = "annotation"
    INCLUDE = "include"


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many items of one kind the page has, and what became of them. used + ignored + reported = total."""

    kind: ItemKind
    total: int
    used: int
    ignored: tuple[tuple[str, int], ...]
    """Rule name and count, sorted by name."""
    reported: tuple[int, ...] = ()
    """Lines of the items that no fact holds and that a finding speaks of."""


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """One tally per kind that occurs on the page, in the order of `ItemKind`."""

    tallies: tuple[Tally, ...] = ()
