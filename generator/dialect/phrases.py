"""Words and phrases of a profile as patterns. A profile holds no regular expressions, so it can't make matching slow."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SLOTS = {
    "{name}": r"(?:`(?P<code{i}>[^`\n]+)`|'(?P<quoted{i}>[^'\n]+)'|\"(?P<double{i}>[^\"\n]+)\"|\*\*(?P<bold{i}>[^*\n]+)\*\*"
    r"|(?P<bare{i}>-?\d(?:[\w.:+/-]*\w)?|[A-Za-z]\w*){end})",
    "{number}": r"(?P<number{i}>-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)",
    "{count}": r"(?P<count{i}>\d[\d,]*)",
}
_END = r"(?=\s*(?:[.,;)<]|$))"
"""A bare word at the end of a phrase must end a clause: in "Default is the current user" it is no value."""
_SLOT = re.compile(r"(\{name\}|\{number\}|\{count\})")
_BLANKS = re.compile(r"\s+")


def folded(text: str) -> str:
    """The form in which words are compared: lower case, single blanks, no colon at the end."""
    return _BLANKS.sub(" ", text).strip().lower().rstrip(":").rstrip()


class WordPattern:
    """Words, some with `*` for any text, that a whole text is compared to."""

    __slots__ = ("_exact", "_wild")

    def __init__(self, words: Iterable[str]) -> None:
        words = tuple(map(folded, words))
        self._exact = frozenset(each for each in words if "*" not in each)
        wild = ["[^\n]*".join(map(re.escape, each.split("*"))) for each in words if "*" in each]
        self._wild = re.compile("|".join(wild)) if wild else None

    def matches(self, text: str) -> bool:
        """Whether the text is one of the words."""
        text = folded(text)
        return text in self._exact or (self._wild is not None and self._wild.fullmatch(text) is not None)

    @property
    def exact(self) -> frozenset[str]:
        """The words without `*`, folded."""
        return self._exact


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for phrases with slots, longest first. Groups are numbered by slot: `code0`, `number1`; see `slot_value`."""
    ordered = sorted(phrases, key=lambda each: (-len(each), each))
    parts: list[str] = []
    count = 0
    for phrase in ordered:
        pieces: list[str] = []
        for piece in _SLOT.split(phrase):
            if piece in _SLOTS:
                end = _END if phrase.endswith(piece) else ""
                pieces.append(_SLOTS[piece].replace("{i}", str(count)).replace("{end}", end))
                count += 1
            else:
                pieces.append(_BLANKS.sub(r"\\s+", re.escape(piece).replace(r"\ ", " ")))
        parts.append("".join(pieces))
    return re.compile(r"(?<![A-Za-z])(?:" + "|".join(parts) + ")", re.IGNORECASE)


def slot_values(found: re.Match[str]) -> tuple[str, ...]:
    """What stands in the slots of the phrase that matched, in order."""
    return tuple(value for value in found.groups() if value is not None)
