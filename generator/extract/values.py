"""Inline lists of values: ``Possible values are: `low`, `high`, `unknownFutureValue`.``"""

from __future__ import annotations

import re

from generator.extract import row_codes
from generator.extract.reading import Reading
from generator.extract.sentences import without_breaks
from generator.facts.page import MemberFacts
from generator.markdown.inline import unescaped
from generator.text import Span

_OPENING = re.compile(r"[ \t]*:?[ \t\n]*(?:either[ \t]+|one of[ \t]+|one of the following:?[ \t]*)?")
_QUOTED = re.compile(
    r"``([^`\n]+)``|`([^`\n]*)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|'([^'\n]+)'|\"([^\"\n]+)\"|\u2018([^\u2019\n]+)\u2019|\u201c([^\u201d\n]+)\u201d"
)
_NOTE = re.compile(r"[ \t]*(?:\([^()\n]*\)|(?:--|[-\u2013\u2014:])[ \t][^\n]*(?=\n[ \t\n]*[`*'\"]))")
"""What follows an item: words in brackets, or in a list of one item a line, what the item means."""
_SEPARATOR = re.compile(
    r"[ \t]*(?:,[ \t]*(?:(?:and|or)\b)?|\b(?:and|or)\b|[;/|\n]|[ \t](?=[ \t]*`))[ \t\n]*", re.IGNORECASE
)
_LISTED = re.compile(r":[ \t\n]*(?=[`*'\"])")
_NUMBER = re.compile(r"-?\d")
_BARE_LIST = re.compile(
    r"[A-Za-z]\w*(?:[ \t]*,[ \t]*(?:(?:and|or)[ \t]+)?[A-Za-z]\w*)+(?:[ \t]+(?:and|or)[ \t]+[A-Za-z]\w*)?(?=[ \t]*(?:\.|$))"
)
_LINE = re.compile(r"[ \t\n]*([A-Za-z]\w*)[ \t]*(?:(?:--|-|\u2013|:)[ \t][^\n]*)?(?:\n|$)")
_WORD = re.compile(r"[A-Za-z]\w*")
_JOINERS = frozenset({"and", "or"})


def read_values(text: str, span: Span, reading: Reading) -> tuple[MemberFacts, ...]:
    """The members of the last list that a description gives; () where it gives none.

    Newer pages give two lists, prose first, the full one last. Members behind the evolvable mark, and those a later
    sentence says to ask for, are sent on request only.
    """
    phrase = reading.profile.values_phrase
    text = without_breaks(text)
    names: tuple[str, ...] = ()
    announced = False
    end = 0
    for found in phrase.finditer(text):
        if reading.profile.range_phrase.match(text, found.start()):
            continue
        opening = _OPENING.match(text, found.end())
        start = found.end() if opening is None else opening.end()
        announced = announced or text.startswith(":", found.end())
        listed, stop = _list(text, start)
        if listed:
            names, end = listed, stop
    if not names and (weak := reading.profile.one_of_phrase.search(text)):
        opening = _OPENING.match(text, weak.end())
        listed, stop = _quoted(text, weak.end() if opening is None else opening.end())
        if len(listed) > 1:
            names, end = listed, stop
    if announced and not names and not _NUMBER.match(text[_first_item(text, reading) :]):
        hint = "write each value in back-ticks, with commas between them"
        reading.report(row_codes.VALUES_UNREADABLE.at(span, "the values announced here are not listed", hint=hint))
    return _members(names, _repeated(text, end, reading), span, reading)


def _first_item(text: str, reading: Reading) -> int:
    found = reading.profile.values_phrase.search(text)
    opening = _OPENING.match(text, found.end()) if found else None
    return opening.end() if opening else 0


def _list(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """The items from `start` on, quoted or one a line or bare, and where they end."""
    quoted, end = _quoted(text, start)
    if quoted:
        return quoted, end
    bare = _BARE_LIST.match(text, start)
    if bare is None:
        return _lines(text, start)
    return tuple(dict.fromkeys(word for word in _WORD.findall(bare[0]) if word not in _JOINERS)), bare.end()


def _quoted(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Quoted items from `start` on, and where they end."""
    names: list[str] = []
    at = start
    while True:
        found = _QUOTED.match(text, at)
        if found is None:
            break
        name = next(group for group in found.groups() if group is not None)
        names.append(unescaped(name).strip())
        at = found.end()
        note = _NOTE.match(text, at)
        separator = _SEPARATOR.match(text, note.end() if note else at)
        if separator is None:
            break
        at = separator.end()
    return tuple(dict.fromkeys(each for each in names if each)), at


def _lines(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """One value a line, maybe with a dash and what it means."""
    names: list[str] = []
    at = start
    while found := _LINE.match(text, at):
        names.append(found[1])
        at = found.end()
    return (tuple(dict.fromkeys(names)), at) if len(names) > 1 else ((), start)


def _repeated(text: str, end: int, reading: Reading) -> tuple[str, ...]:
    """The values that the text behind the list says to ask for."""
    folded = text.lower()
    for phrase in reading.profile.words.values.repeats:
        at = folded.find(phrase, end)
        listed = _LISTED.search(text, at + len(phrase)) if at >= 0 else None
        if listed is not None:
            return _list(text, listed.end())[0]
    return ()


def _members(
    names: tuple[str, ...], repeated: tuple[str, ...], span: Span, reading: Reading
) -> tuple[MemberFacts, ...]:
    evolvable = reading.profile.words.values.evolvable
    members: list[MemberFacts] = []
    behind = False
    for name in dict.fromkeys((*names, *repeated)):
        on_request = behind or name in repeated
        members.append(MemberFacts(name=name, value=None, description="", span=span, preferred_only=on_request))
        behind = behind or name == evolvable
    return tuple(members)
