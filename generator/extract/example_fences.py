"""The fences of a page that may be examples, in order, with what their surroundings say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from generator.dialect.kinds import SectionKind
from generator.extract.account import Item
from generator.extract.http_request import TABS, is_template
from generator.extract.ignore_rules import CODE_TAB
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.markdown.annotation import AnnotatedFence, annotated_fences, read_annotation
from generator.markdown.blocks import Comment, Fence, Paragraph

MESSAGE_KINDS = ("request", "response")
"""The kinds of annotation that announce a message."""

_NUMBERED = re.compile(r"(?:examples?|samples?)\b[ \t]*\d*[ \t]*[:.\u2013-]?[ \t]*", re.IGNORECASE)


class Hint(StrEnum):
    """What a fence is announced as."""

    REQUEST = "request"
    RESPONSE = "response"
    OTHER = "other"
    """Under a heading of its own, such as a notification."""
    NONE = "none"


class ExampleFence(msgspec.Struct, frozen=True, kw_only=True):
    """A fence outside templates. `title` is that of the example it stands in; `in_examples` that it stands among them,
    `in_passing` that it stands elsewhere on a page that has its request lines in their own section.
    """

    annotated: AnnotatedFence
    title: str | None
    hint: Hint
    in_examples: bool
    in_passing: bool
    of_options: bool
    """It stands where query options are explained."""


def example_fences(regions: Regions, reading: Reading) -> Iterator[ExampleFence]:
    """Every fence that is not of a client's code tab and does not only show paths."""
    titles: list[tuple[int, str | None]] = []
    above: Comment | None = None
    stated = bool(regions.of(SectionKind.HTTP_REQUEST))
    for region in regions.all:
        _enter(region, titles, reading)
        title = next((each for _, each in reversed(titles) if each), None)
        examples = region.kind is SectionKind.EXAMPLES
        for annotated in _with_annotation_above(annotated_fences(region.blocks), above):
            if annotated.fence.tab not in TABS:
                items: tuple[Item, ...] = (annotated.fence, *reading.account.request_lines(annotated.fence))
                for item in items:
                    reading.account.ignored(item, CODE_TAB)
            elif region.kind is not SectionKind.HTTP_REQUEST or not is_template(annotated):
                hint = _hint(region, annotated.fence, reading)
                yield ExampleFence(
                    annotated=annotated,
                    title=title,
                    hint=hint,
                    in_examples=examples,
                    in_passing=stated and not examples and region.kind is not SectionKind.HTTP_REQUEST,
                    of_options=region.kind is SectionKind.OPTIONS,
                )
        above = _left_over(region)


def _left_over(region: Region) -> Comment | None:
    """The annotation at the end of a region that no fence of it follows."""
    for block in reversed(region.blocks):
        if isinstance(block, Fence):
            return None
        if isinstance(block, Comment) and (read := read_annotation(block)) is not None and read.kind in MESSAGE_KINDS:
            return block
    return None


def _with_annotation_above(fences: Sequence[AnnotatedFence], above: Comment | None) -> Sequence[AnnotatedFence]:
    """Some pages put the heading between the annotation and its fence."""
    if above is None or not fences or fences[0].annotation is not None:
        return fences
    first = AnnotatedFence(fence=fences[0].fence, annotation=read_annotation(above), comment=above)
    return (first, *fences[1:])


def _enter(region: Region, titles: list[tuple[int, str | None]], reading: Reading) -> None:
    """Keep the titles of the examples around a region, by level."""
    heading = region.heading
    if heading is None:
        return
    while titles and titles[-1][0] >= heading.level:
        titles.pop()
    title = None
    if region.kind is SectionKind.EXAMPLES:
        found = _NUMBERED.match(heading.text)
        if found is not None:
            title = heading.text[found.end() :].strip(" :()") or None
        elif reading.profile.section(heading.text) is None:
            title = heading.text
    titles.append((heading.level, title))


def _hint(region: Region, fence: Fence, reading: Reading) -> Hint:
    """By the nearest heading; where that says nothing, by the last paragraph before the fence."""
    kind = None if region.heading is None else reading.profile.section(region.heading.text)
    if kind in (SectionKind.REQUEST, SectionKind.REQUEST_BODY):
        return Hint.REQUEST
    if kind is SectionKind.RESPONSE:
        return Hint.RESPONSE
    if kind is None and region.kind is SectionKind.EXAMPLES:
        return Hint.OTHER
    if region.kind not in (SectionKind.EXAMPLES, SectionKind.REQUEST, SectionKind.RESPONSE):
        return Hint.NONE
    last = ""
    for block in region.blocks:
        if block is fence:
            break
        if isinstance(block, Paragraph):
            last = block.text.lower()
    if "response" in last:
        return Hint.RESPONSE
    return Hint.REQUEST if "request" in last else Hint.NONE
