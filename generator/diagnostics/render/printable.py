"""Text from pages made safe for terminals and logs: it can say anything and do nothing."""

from __future__ import annotations

_HARMLESS_SPACES = frozenset("\u00a0\u202f\u3000")


def printable(text: str) -> str:
    """`text` on one line, with every character that moves, hides, reorders or colours replaced by its escape.

    That is all of Unicode's controls, formats (bidirectional overrides, zero-width characters), line separators, private
    and unassigned characters and lone surrogates. A tab becomes four spaces.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return "    "
    if character.isprintable() or character in _HARMLESS_SPACES:
        return character
    return character.encode("unicode_escape").decode("ascii")
