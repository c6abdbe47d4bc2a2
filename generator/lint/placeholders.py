"""Texts that stand in an example for a value nobody filled in: the name of a type, `size-value`, or a value cut short."""

from __future__ import annotations

import re

_TYPE = re.compile(
    r"\W*(?:string|boolean|bool|true/false|int(?:eger|16|32|64)?|number|double|decimal|date(?:time(?:offset)?)?|timestamp"
    r"|timeofday|time|duration|guid|binary|byte|enum)\W*(?:\([^()]*\))?\W*",
    re.IGNORECASE,
)
"""`Boolean`, `String (timestamp)`."""
_NAMED = re.compile(r"\w[\w ]*[-. ]value(?:-\d+)?", re.IGNORECASE)
"""`skuId-value-1`, `score.value`, `Activity Result value`."""
_BRACKETED = re.compile(r"<[^<>]+>|\{[^{}]+\}")
_ANNOTATED = re.compile(r"@odata\.type\W.*", re.IGNORECASE)
"""What a template left of `{"@odata.type": "microsoft.graph.size"}`."""
_CUT = re.compile(r"\.{3}|…")


def is_placeholder(text: str) -> bool:
    """Whether the text names what belongs in its place."""
    return any(form.fullmatch(text) for form in (_TYPE, _NAMED, _BRACKETED, _ANNOTATED))


def is_cut_short(text: str) -> bool:
    """Whether the text leaves out a part of the value."""
    return _CUT.search(text) is not None
