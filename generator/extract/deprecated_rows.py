"""Members that a callout of their page deprecates, as their own rows often do not: "The **a** and **b** properties are
deprecated. Use **c** instead."
"""

from __future__ import annotations

import re

import msgspec

from generator.dialect.phrases import folded, slot_values
from generator.dialect.profile import Profile
from generator.extract.sentences import sentences
from generator.facts.page import PropertyFacts
from generator.model.wording import Deprecation, Note
from generator.text import Span

_WORD = re.compile(r"[\w.@-]+")
_AROUND = frozenset(("the", "and", "or", "both", "property", "properties", "relationship", "relationships"))
"""What else may stand beside the names before the verb. A sentence with any other word is about something else."""


def deprecate_named(
    rows: tuple[PropertyFacts, ...], notes: tuple[Note, ...], profile: Profile
) -> tuple[PropertyFacts, ...]:
    """The rows, with the deprecations that callouts tell of them. What a row says itself counts more, if it says why."""
    told: dict[str, Deprecation] = {}
    for note in notes:
        if "eprecated" in note.text:
            for name, deprecation in _told(note.text, note.span, frozenset(each.name for each in rows), profile):
                told.setdefault(name, deprecation)
    return tuple(
        msgspec.structs.replace(each, deprecation=told[each.name])
        if each.name in told and _says_nothing(each.deprecation, profile)
        else each
        for each in rows
    )


def _says_nothing(deprecation: Deprecation | None, profile: Profile) -> bool:
    return deprecation is None or folded(deprecation.text) in profile.words.deprecation.title_suffixes


def _told(text: str, span: Span, names: frozenset[str], profile: Profile) -> list[tuple[str, Deprecation]]:
    found: list[tuple[str, Deprecation]] = []
    parts = list(sentences(text))
    for at, sentence in enumerate(parts):
        verb = next((each for each in profile.words.deprecation.verbs if each in sentence), None)
        before = _WORD.findall(sentence.partition(verb)[0]) if verb is not None else []
        named = [each for each in before if each in names]
        if named and all(each in names or each.lower() in _AROUND for each in before):
            said = ". ".join(parts[at : at + 2])
            phrase = profile.instead_phrase.search(said)
            instead = slot_values(phrase)[0] if phrase and len(named) == 1 else None
            found += [(name, Deprecation(text=said, span=span, instead=instead)) for name in named]
    return found
