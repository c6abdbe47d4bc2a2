"""Characters that are not shown as they are. The lists are our own, since each version of Python has another Unicode: what it
calls unassigned is a letter of the next one, and the same docs must give the same bytes. No such lists grow but that of formats.
"""

from __future__ import annotations

import re

_SPACES = r"\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_FORMATS = (
    r"\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    r"\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    r"\U000e0020-\U000e007f"
)
_NO_CHARACTERS = (
    r"\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(15))
)  # fmt: skip
"""Surrogates, private use, and what never will be a character."""

SPACE = re.compile(f"[{_SPACES}]")
"""Controls, and separators of any width; the plain space is not among them."""
UNSEEN = re.compile(f"[{_FORMATS}{_NO_CHARACTERS}]")
"""What shows nothing, changes the direction of text, or means something else for everyone."""
