"""What stands between the H1 and the first section: title, namespace, summary, deprecation; and the page's callouts."""

from __future__ import annotations

import posixpath
import re

import msgspec

from generator.dialect.kinds import SectionKind
from generator.dialect.phrases import folded
from generator.dialect.profile import Profile
from generator.extract import codes
from generator.extract.markers import read_deprecation
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.extract.sentences import sentences
from generator.facts.page import PageKind
from generator.markdown.blocks import Block, Callout, Include, Paragraph
from generator.markdown.inline import plain
from generator.model.wording import Deprecation, Note, Words
from generator.text import Span
from generator.text.plural import singular

_NAMESPACE = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)*")
_UNTOLD = frozenset({SectionKind.EXAMPLES, SectionKind.RELATED})


class Intro(msgspec.Struct, frozen=True, kw_only=True):
    """The page's own words about its subject."""

    title: str
    namespace: Words | None
    summary: Words | None
    deprecation: Deprecation | None


def read_intro(reading: Reading, regions: Regions, kind: PageKind) -> Intro:
    """Title, namespace line, first paragraph, and whether the page deprecates its subject."""
    title = _title(reading, regions, kind)
    namespace: Words | None = None
    summary: Words | None = None
    prefix = reading.profile.words.pages.namespace_line.lower()
    for block in _prose(regions):
        if not isinstance(block, Paragraph):
            continue
        line = next((each for each in block.text.split("\n") if each.lower().startswith(prefix)), None)
        if line is None:
            summary = summary or _summary(block, reading)
        elif namespace is None:
            namespace = _namespace(line[len(prefix) :], block.span, reading)
            rest = "\n".join(each for each in block.text.split("\n") if each != line).strip()
            summary = summary or (Words(text=rest, span=block.span) if rest else None)
    return Intro(title=title, namespace=namespace, summary=summary, deprecation=_deprecation(title, reading, regions))


def read_notes(regions: Regions) -> tuple[Note, ...]:
    """The callouts of the page that tell of its subject: all but those of examples."""
    found: list[Note] = []
    for region in regions.all:
        if region.kind not in _UNTOLD:
            found += [
                Note(kind=block.kind or "note", text=block.text, span=block.span)
                for block in region.blocks
                if isinstance(block, Callout)
            ]
    return tuple(found)


def subject_words(title: str) -> str:
    """The first word of a title: the name of the type or enum that the page is about."""
    return (title.split(maxsplit=1) or [""])[0]


def _prose(regions: Regions) -> list[Paragraph | Callout]:
    return [block for each in regions.intro for block in each.blocks if isinstance(block, Paragraph | Callout)]


def _summary(block: Paragraph, reading: Reading) -> Words | None:
    """A paragraph that is more than the sentence on inheritance or a stopgap."""
    if folded(plain(block.text)).rstrip(".") in reading.profile.words.pages.placeholder_texts:
        return None
    if reading.profile.base_phrase.match(block.text) and len(list(sentences(block.text))) == 1:
        return None
    return Words(text=block.text, span=block.span)


def _title(reading: Reading, regions: Regions, kind: PageKind) -> str:
    page = reading.page
    if regions.title is not None and regions.title.text:
        _report_second(regions, reading)
        reading.account.used(regions.title)
        return regions.title.text
    span = Span.at(page.path, 1)
    if len(regions.all) == 1 and not regions.all[0].blocks:
        reading.report(codes.PAGE_EMPTY.at(span, "this page says nothing", hint="write it, or remove it"))
    elif kind is not PageKind.INCLUDE:
        hint = "begin with `# ` and the name of what the page is about"
        reading.report(codes.TITLE_MISSING.at(span, "this page has no H1", hint=hint))
    stated = next((field.value for field in page.front_matter if field.key == "title" and field.value), None)
    return stated or posixpath.basename(page.path).removesuffix(".md")


def _report_second(regions: Regions, reading: Reading) -> None:
    titles = [each.heading for each in regions.all if each.title and each.heading is not None]
    for heading in titles[1:]:
        message = f"{heading.text[:80]!r} is a second H1, so what it heads is taken for a part of the introduction"
        reading.report(codes.TITLE_REPEATED.at(heading.span, message, hint="write it as `##`"))


def _namespace(text: str, span: Span, reading: Reading) -> Words | None:
    name = plain(text).strip()
    found = _NAMESPACE.fullmatch(name)
    if found is None:
        hint = f"write it as `{reading.profile.words.pages.namespace_line} {reading.profile.conventions.namespace}`"
        reading.report(codes.NAMESPACE_MALFORMED.at(span, f"{name[:80]!r} is no namespace", hint=hint))
        found = _NAMESPACE.match(name)
    return Words(text=found[0], span=span) if found else None


def _deprecation(title: str, reading: Reading, regions: Regions) -> Deprecation | None:
    profile = reading.profile
    for block in _prose(regions):
        said = read_deprecation(block.text, block.span, profile) or _deprecates(block, title, profile)
        if said is not None:
            return said
    suffixes = profile.words.deprecation.title_suffixes
    if regions.title is not None and folded(title).endswith(suffixes):
        return Deprecation(text=title, span=regions.title.span)
    blocks = (block for region in regions.intro for block in region.blocks)
    return next(filter(None, (_included(each, reading.page.path, profile) for each in blocks)), None)


def _included(block: Block, page: str, profile: Profile) -> Deprecation | None:
    """An include whose file name says that its text deprecates what the page is about: `widget-deprecate` does on
    `widget-get`; elsewhere it tells that another thing is deprecated which uses the same.
    """
    if not isinstance(block, Include):
        return None
    words = posixpath.basename(block.target.lower()).removesuffix(".md").split("-")
    parts = profile.words.pages.deprecating_includes
    at = next((at for at, word in enumerate(words) if any(part in word for part in parts)), 0)
    subjects = {singular(each) for each in posixpath.basename(page.lower()).removesuffix(".md").split("-")}
    if at == 0 or singular(words[at - 1]) not in subjects:
        return None
    return Deprecation(text=block.label, span=block.span)


def _deprecates(block: Paragraph | Callout, title: str, profile: Profile) -> Deprecation | None:
    """A sentence that names the page's subject and says that it is deprecated."""
    if "eprecated" not in block.text:
        return None
    subject = subject_words(title).lower()
    parts = list(sentences(block.text))
    for at, sentence in enumerate(parts):
        lower = folded(sentence)
        verb = next((each for each in profile.words.deprecation.verbs if each in lower), None)
        if (
            verb is not None
            and lower.startswith("the ")
            and (subject in lower.partition(verb)[0] or " api" in lower.partition(verb)[0])
        ):
            found = profile.instead_phrase.search(". ".join(parts[at:]))
            instead = next((each for each in found.groups() if each), None) if found else None
            return Deprecation(text=". ".join(parts[at : at + 2]), span=block.span, instead=instead)
    return None
