"""Where a parsed line stands in the page as written: lines taken out before parsing shift nothing that is reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from markdown_it.rules_block import StateBlock

from generator.diagnostics import Report
from generator.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`numbers[i]` is the line of the page that parsed line `i` is; block rules report through `report`."""

    path: str
    numbers: Sequence[int]
    report: Report

    def span(self, first: int, last: int, column: int | None = None, end_column: int | None = None) -> Span:
        """Parsed lines `first` to `last`, both included."""
        numbers = self.numbers
        return Span(path=self.path, line=numbers[first], end_line=numbers[last], column=column, end_column=end_column)


KEY = "place"


def place_of(state: StateBlock) -> Place:
    """The place that `parse_page` put into the parser's environment."""
    return cast("Place", state.env[KEY])
