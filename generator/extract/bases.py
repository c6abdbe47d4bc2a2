"""Sentences of an introduction that name a base type, or say that a type is abstract or open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dialect.kinds import SectionKind
from generator.dialect.phrases import folded
from generator.extract import row_codes
from generator.extract.intro import subject_words
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.extract.sentences import sentences
from generator.extract.type_text import written_link
from generator.facts.page import BaseFacts
from generator.facts.written import WrittenLink, WrittenName
from generator.markdown.blocks import Callout, Paragraph
from generator.markdown.inline import find_links
from generator.text.nearest import is_slip

_BETWEEN = re.compile(
    r"[ \t\n*`]*(?:(?:the|an?|abstract|base|type|class|resource|entity)\b[ \t\n*`]*){0,5}", re.IGNORECASE
)
_QUALIFIED = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+|(?<=[`*\[])[A-Za-z]\w*(?=[`*\]])")

_LONGEST = 40
"""No words before the link of a base are longer."""
_ABOUT = (SectionKind.REPRESENTATION, SectionKind.PROPERTIES)


def read_bases(reading: Reading, regions: Regions) -> tuple[BaseFacts, ...]:
    """Every base that the introduction names, in order; else what the prose of its sections says of the page's subject."""
    found = tuple(base for block in _intro(regions) for base in _bases_in(block, reading))
    if found or regions.title is None:
        return found
    subject = subject_words(regions.title.text).lower()
    prose = (block for each in regions.of(*_ABOUT) if each.own for block in each.blocks)
    inherited = reading.profile.words.inheritance.property_phrases
    about = (
        block
        for block in prose
        if isinstance(block, Paragraph) and any(each in block.text.lower() for each in (subject, *inherited))
    )
    return tuple(base for block in about for base in _bases_in(block, reading))


def says_abstract(reading: Reading, regions: Regions) -> bool:
    """Whether a sentence of the introduction says that no instance is of exactly this type."""
    words = reading.profile.words.inheritance
    return _says(regions, words.abstract_openings, words.abstract_phrases)


def says_open(reading: Reading, regions: Regions) -> bool:
    """Whether the title or a sentence of the introduction says that instances carry properties not listed."""
    words = reading.profile.words.inheritance
    titled = regions.title is not None and reading.profile.open_title.matches(regions.title.text)
    return titled or _says(regions, words.open_openings, words.open_phrases)


def _intro(regions: Regions) -> Iterator[Paragraph | Callout]:
    return (block for each in regions.intro for block in each.blocks if isinstance(block, Paragraph | Callout))


def _bases_in(block: Paragraph | Callout, reading: Reading) -> Iterator[BaseFacts]:
    text = block.text
    _report_slip(block, reading)
    for found in reading.profile.base_phrase.finditer(text):
        between = _BETWEEN.match(text, found.end())
        start = found.end() if between is None else between.end()
        base = _base_at(text, start, reading)
        if isinstance(base, WrittenLink) and not base.page:
            continue
        if base is not None:
            yield BaseFacts(type=base, wording=found[0], span=block.span)
        elif found.start() == 0 or text[found.start() - 1] == "\n":
            hint = "link the page of the base type"
            message = f"{found[0]!r} is followed by no type"
            reading.report(row_codes.BASE_UNREADABLE.at(block.span, message, hint=hint))


def _report_slip(block: Paragraph | Callout, reading: Reading) -> None:
    """Report a link behind words that are nearly those before a base."""
    before, bracket, _ = block.text[:_LONGEST].partition("[")
    words = before.strip(" *`")
    if bracket and words and reading.profile.base_phrase.search(before) is None:
        phrases = reading.profile.words.inheritance.phrases
        meant = next((each for each in phrases if is_slip(words.lower(), each.lower())), None)
        if meant is not None and next(find_links(block.text, reading.definitions), None) is not None:
            message = f"{words!r} is nearly what names a base type"
            hint = f"write {meant!r} if it is one"
            reading.report(row_codes.BASE_UNREADABLE.at(block.span, message, hint=hint))


def _base_at(text: str, start: int, reading: Reading) -> WrittenLink | WrittenName | None:
    """The link or qualified name that stands right at `start`."""
    link = next((each for each in find_links(text[start : start + 400], reading.definitions)), None)
    if link is not None and link.start == 0:
        written = written_link(link, reading)
        return written if isinstance(written, WrittenLink | WrittenName) else None
    found = _QUALIFIED.match(text, start)
    return WrittenName(name=found[0]) if found else None


def _says(regions: Regions, openings: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    for block in _intro(regions):
        for sentence in sentences(block.text):
            lower = folded(sentence)
            if lower.startswith(openings) or any(phrase in lower for phrase in phrases):
                return True
    return False
