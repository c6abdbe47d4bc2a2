"""`resource` blocks: the annotation that names a type, and the JSON that shows its shape."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dialect.kinds import SectionKind
from generator.extract import row_codes
from generator.extract.json_text import read_json
from generator.extract.mended import mended
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.facts.page import RepresentationFacts
from generator.markdown.annotation import AnnotatedFence, Annotation, annotated_fences, read_annotation
from generator.markdown.blocks import Comment, Fence
from generator.text import Span

_RESOURCE = "resource"
_UNMARKED = ("", "ignored")
"""What annotates the one representation of a page that marks none as a resource."""


def read_representations(reading: Reading, regions: Regions) -> tuple[RepresentationFacts, ...]:
    """Every `resource` block of the page, wherever it stands; without any, the JSON under a heading for it."""
    found: list[RepresentationFacts] = []
    for region in regions.all:
        fences = annotated_fences(region.blocks)
        found += [_shown(each, reading) for each in fences if _kind(each) == _RESOURCE]
        with_fence = {each.comment for each in fences if each.comment is not None}
        found += _without_json(region, with_fence, reading)
    if not found:
        sections = regions.of(SectionKind.REPRESENTATION)
        candidates = [each for region in sections for each in annotated_fences(region.blocks)]
        found = [_shown(each, reading) for each in candidates if _kind(each) in _UNMARKED and _is_object(each.fence)]
    return tuple(found)


def _kind(each: AnnotatedFence) -> str:
    return each.annotation.kind if each.annotation is not None else ""


def _is_object(fence: Fence) -> bool:
    return fence.text.lstrip()[:1] == "{"


def _without_json(region: Region, with_fence: set[Comment], reading: Reading) -> Iterator[RepresentationFacts]:
    """Annotations of a type that no code follows: they still name the type."""
    for block in region.blocks:
        if isinstance(block, Comment) and block not in with_fence and "blockType" in block.text:
            annotation = read_annotation(block)
            if annotation is not None and annotation.kind == _RESOURCE:
                reading.account.used(block)
                yield _facts(annotation, None, (), block.span, None)


def _shown(each: AnnotatedFence, reading: Reading) -> RepresentationFacts:
    fence = each.fence
    read = read_json(fence.text)
    if each.comment is not None:
        reading.account.used(each.comment)
    reading.account.used(fence)
    body = read.text if read.json else None
    if (found := mended(read, fence.span.path, fence.first_line)) is not None:
        reading.report(found)
    if body is None:
        hint = "one JSON object; mark nothing with dots, and comment with // only"
        reading.report(
            row_codes.REPRESENTATION_INVALID.at(fence.span, "this representation is not valid JSON", hint=hint)
        )
    return _facts(each.annotation, body, read.repairs, fence.span, _body_span(fence))


def _body_span(fence: Fence) -> Span:
    lines = max(1, fence.text.rstrip("\n").count("\n") + 1)
    return Span(path=fence.span.path, line=fence.first_line, end_line=fence.first_line + lines - 1)


def _facts(
    annotation: Annotation | None, body: str | None, repairs: tuple[str, ...], span: Span, body_span: Span | None
) -> RepresentationFacts:
    if annotation is None:
        annotation = Annotation(kind="", data={}, span=span)
    name = annotation.text("@odata.type") or annotation.text("@type")
    optional = annotation.data.get("optionalProperties")
    return RepresentationFacts(
        type_name=name.lstrip("#").strip() if name else None,
        base_type=annotation.text("baseType"),
        key=annotation.text("keyProperty"),
        open=annotation.flag("openType"),
        abstract=annotation.flag("abstract") if "abstract" in annotation.data else annotation.flag("isAbstract"),
        media=annotation.flag("isMediaEntity"),
        optional=tuple(str(each) for each in optional) if isinstance(optional, list) else (),
        body=body,
        repairs=repairs,
        span=annotation.span if annotation.data else span,
        body_span=body_span,
    )
