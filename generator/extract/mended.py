"""The finding that JSON had to be mended to be read."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.extract import example_codes as codes
from generator.extract.json_text import REPAIRS, JsonText
from generator.text import Span


def mended(read: JsonText, path: str, first: int) -> Diagnostic | None:
    """None where nothing was wrong, or nothing could be read. `first` is the page's line on which the JSON begins."""
    if not read.json or not read.repairs:
        return None
    why = "; ".join(REPAIRS[each] for each in read.repairs)
    message = f"this JSON is not valid; to read it, {why}"
    return codes.JSON_MENDED.at(Span.at(path, first + read.line - 1), message)
