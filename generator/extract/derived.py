"""The types that a page says derive from its own: a section that lists them, or a sentence that calls its type their base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.dialect.kinds import SectionKind
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.extract.sentences import sentences
from generator.extract.type_text import written_link
from generator.facts.page import BaseFacts
from generator.facts.written import WrittenLink
from generator.markdown.blocks import Block, Callout, Paragraph, Table
from generator.markdown.inline import find_links
from generator.text import Span

_SENTENCE_END = re.compile(r"[.;](?=\s|\Z)|\n\s*\n")
_FILLER = re.compile(r"[\s*`:]*(?:(?:the|an?)\b[\s*`]*)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s*`]*(?:,?\s*(?:and|or)\b|,)[\s*`]*(?:(?:the|an?)\b[\s*`]*)?", re.IGNORECASE)


def read_derived(reading: Reading, regions: Regions) -> tuple[BaseFacts, ...]:
    """Every derived type that the introduction or a section on derived types links, in order."""
    intro = [each for region in regions.intro for each in _of_intro(region.blocks, reading)]
    return (*intro, *_of_sections(reading, regions))


def _of_intro(blocks: Iterable[Block], reading: Reading) -> Iterator[BaseFacts]:
    """What sentences name, and the lists and tables that sentences announce."""
    announced: str | None = None
    for block in blocks:
        if isinstance(block, Table) or (isinstance(block, Paragraph) and block.item):
            if announced is not None:
                yield from _listed(block, announced, reading)
        elif isinstance(block, Paragraph | Callout):
            announced = _announces(block.text, reading)
            yield from _told(block, reading)


def _announces(text: str, reading: Reading) -> str | None:
    """The sentence that ends a paragraph, if it says that derived types follow."""
    *_, last = ("", *sentences(text))
    lower = last.lower()
    follows = text.rstrip().endswith(":") or "following" in lower
    phrases = reading.profile.words.inheritance.derived_lists
    return last if follows and any(each in lower for each in phrases) else None


def _of_sections(reading: Reading, regions: Regions) -> Iterator[BaseFacts]:
    for region in regions.of(SectionKind.DERIVED_TYPES):
        wording = region.heading.text if region.heading is not None else ""
        for block in region.blocks:
            if isinstance(block, Table) or (isinstance(block, Paragraph) and block.item):
                yield from _listed(block, wording, reading)


def _listed(block: Table | Paragraph, wording: str, reading: Reading) -> Iterator[BaseFacts]:
    """What the rows of a table or a list item begin with."""
    if isinstance(block, Table):
        for row in block.rows:
            found = _first(row.cells[0].text, row.cells[0].span, wording, reading)
            if found is not None:
                reading.account.used(row)
                yield found
    elif (found := _first(block.text, block.span, wording, reading)) is not None:
        yield found


def _first(text: str, span: Span, wording: str, reading: Reading) -> BaseFacts | None:
    link = next(find_links(text, reading.definitions), None)
    written = written_link(link, reading) if link is not None and not text[: link.start].strip(" *`") else None
    return BaseFacts(type=written, wording=wording, span=span) if isinstance(written, WrittenLink) else None


def _told(block: Paragraph | Callout, reading: Reading) -> Iterator[BaseFacts]:
    """The links that follow the phrase at once, or after words that open a list of examples, up to the sentence's end."""
    openers = reading.profile.words.inheritance.derived_openers
    for phrase in reading.profile.base_of_phrase.finditer(block.text):
        end = _SENTENCE_END.search(block.text, phrase.end())
        rest = block.text[phrase.end() : end.start() if end is not None else len(block.text)]
        place = 0
        for link in find_links(rest, reading.definitions):
            between = rest[place : link.start]
            lead = between.rstrip(" *`:").lower()
            opens = place == 0 and (_FILLER.fullmatch(between) or lead.endswith(openers))
            if not opens and not (place and _SEPARATOR.fullmatch(between)):
                break
            written = written_link(link, reading)
            if isinstance(written, WrittenLink):
                yield BaseFacts(type=written, wording=phrase[0], span=block.span)
            place = link.end
