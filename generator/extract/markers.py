"""What the wording of a description states: read-only, required, nullable, defaults, ranges, filters, deprecation.

A statement counts where it is a sentence of its own ("Read-only.", "Key, not nullable."), not where prose mentions it
("Read-only when ... is true").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from generator.dialect.phrases import folded, slot_values
from generator.dialect.profile import Profile
from generator.dialect.schema import MarkerWords
from generator.extract.sentences import sentences
from generator.model.wording import Deprecation, Markers
from generator.text import Span

_JOINERS = re.compile(r"\s*(?:[,;&]|\band\b|\bbut\b|\s-\s)\s*")
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{1,40})[)\]]")
_OPERATORS = re.compile(r"supports \$filter(?:\s+only)?\s*\(([^()\n]*)\)", re.IGNORECASE)
_OPERATOR = re.compile(r"[A-Za-z]+")
_READ_ONLY, _REQUIRED, _OPTIONAL, _KEY = "read_only", "required", "optional", "key"
_NULLABLE, _NOT_NULLABLE, _SELECTED, _NEUTRAL = "nullable", "not_nullable", "selected_only", "neutral"


class _Lexicon(msgspec.Struct, frozen=True):
    """Words and sentences of a profile by what they state."""

    words: dict[str, str]
    sentences: dict[str, str]


def read_markers(text: str, profile: Profile) -> Markers:
    """The statements of a description. `text` is Markdown without its list of values."""
    stated = _stated(text, profile)
    default = minimum = maximum = None
    length = None
    if "efault" in text and (found := profile.default_phrase.search(text)):
        default = slot_values(found)[0]
    if "alue" in text and (found := profile.range_phrase.search(text)):
        minimum, maximum = slot_values(found)[:2]
    if "ax" in text or "imited" in text:
        length = _length(text, profile)
    return Markers(
        read_only=_READ_ONLY in stated,
        required=_REQUIRED in stated and _OPTIONAL not in stated,
        optional=_OPTIONAL in stated,
        key=_KEY in stated,
        nullable=False if _NOT_NULLABLE in stated else True if _NULLABLE in stated else None,
        default=default,
        minimum=minimum,
        maximum=maximum,
        max_length=length,
        filter_operators=_filter_operators(text, profile),
        selected_only=_SELECTED in stated,
    )


def read_deprecation(text: str, span: Span, profile: Profile) -> Deprecation | None:
    """Whether a piece of prose deprecates what it stands beside, with the sentence that says so and what follows it."""
    words = profile.words.deprecation
    if "eprecated" not in text and "EPRECATED" not in text:
        return None
    parts = list(sentences(text))
    for at, sentence in enumerate(parts):
        lower = folded(sentence).lstrip("([")
        if lower.startswith(words.openings) or (
            lower.startswith(words.subjects) and any(verb in lower for verb in words.verbs) and "or not" not in lower
        ):
            told = ". ".join(parts[at : at + 2])
            found = profile.instead_phrase.search(told)
            instead = slot_values(found)[0] if found else None
            return Deprecation(text=told, span=span, instead=instead)
    return None


def _stated(text: str, profile: Profile) -> set[str]:
    lexicon = _lexicon(profile.words.markers)
    found: set[str] = set()
    for sentence in sentences(text):
        if len(sentence) > 200:
            continue
        found.update(_sentence(sentence, lexicon))
        if "(" in sentence or "[" in sentence:
            for inner in _BRACKETED.findall(sentence):
                found.update(_words(folded(inner), lexicon))
    return found


def _sentence(sentence: str, lexicon: _Lexicon) -> Iterable[str]:
    lower = folded(sentence).strip("*_()[] .:")
    whole = lexicon.sentences.get(lower)
    return (whole,) if whole is not None else _words(lower, lexicon)


def _words(text: str, lexicon: _Lexicon) -> Iterable[str]:
    """What a list of nothing but marker words states; nothing if any other word is among them."""
    if len(text) > 80:
        return ()
    parts = [part for part in _JOINERS.split(text) if part]
    stated = [lexicon.words.get(part) for part in parts]
    return () if None in stated else tuple(each for each in stated if each is not None)


def _length(text: str, profile: Profile) -> int | None:
    found = profile.length_phrase.search(text)
    if found is None or "element" in text[found.end() : found.end() + 12]:
        return None
    digits = slot_values(found)[0].replace(",", "")
    return int(digits) if len(digits) < 10 else None


def _filter_operators(text: str, profile: Profile) -> tuple[str, ...]:
    if "filter" not in text:
        return ()
    bare = text.replace("`", "").replace("\\", "")
    lower = bare.lower()
    words = profile.words.markers
    if any(phrase.lower() in lower for phrase in words.no_filter_phrases):
        return ()
    found = _OPERATORS.search(bare)
    if found:
        known = {each.lower() for each in words.filter_operators}
        return tuple(dict.fromkeys(each for each in _OPERATOR.findall(found[1]) if each.lower() in known))
    return ("*",) if any(phrase.lower() in lower for phrase in words.filter_phrases) else ()


@cache
def _lexicon(words: MarkerWords) -> _Lexicon:
    by_word = (
        (_READ_ONLY, words.read_only),
        (_REQUIRED, words.required),
        (_OPTIONAL, words.optional),
        (_KEY, words.key),
        (_NULLABLE, words.nullable),
        (_NOT_NULLABLE, words.not_nullable),
        (_NEUTRAL, words.neutral),
    )
    by_sentence = (
        (_READ_ONLY, words.read_only_sentences),
        (_REQUIRED, words.required_sentences),
        (_KEY, words.key_sentences),
        (_SELECTED, words.selected_only_sentences),
    )
    return _Lexicon(
        {folded(each): what for what, group in by_word for each in group},
        {folded(each): what for what, group in by_sentence for each in group},
    )
