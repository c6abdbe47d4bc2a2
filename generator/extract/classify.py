"""What kind of page this is, by its content: front matter and folders are wrong often enough to be hints only."""

from __future__ import annotations

import posixpath

from generator.dialect.kinds import Column, SectionKind
from generator.dialect.phrases import WordPattern, folded
from generator.extract import codes
from generator.extract.columns import columns_of
from generator.extract.emptiness import awaits_table
from generator.extract.reading import Reading
from generator.extract.regions import Region, Regions
from generator.facts.page import PageKind
from generator.markdown.annotation import read_annotation
from generator.markdown.blocks import Comment, Fence, Field, Table

_API_SECTIONS = frozenset({SectionKind.HTTP_REQUEST, SectionKind.PERMISSIONS})


def classify(reading: Reading, regions: Regions) -> PageKind:
    """The kind of the page. A `doc_type` that says otherwise is reported."""
    kind = _kind(reading, regions)
    _check_doc_type(kind, reading)
    return kind


def _kind(reading: Reading, regions: Regions) -> PageKind:
    words = reading.profile.words.pages
    folders = frozenset(reading.page.path.split("/")[:-1])
    if folders.intersection(words.include_folders):
        return PageKind.INCLUDE
    requests = any(_has_request_lines(each, reading) for each in regions.all)
    if requests and folders.intersection(words.api_folders):
        return PageKind.API
    if not folders.intersection(words.api_folders) and _is_enum(reading, regions):
        return PageKind.ENUM
    if _is_resource(reading, regions):
        return PageKind.RESOURCE
    placed = bool(folders.intersection((*words.api_folders, *words.resource_folders)))
    sections = {each.kind for each in regions.all}
    meant = not placed or _said(reading) == PageKind.API.value
    if (requests and meant and SectionKind.HTTP_REQUEST in sections) or (
        folders.intersection(words.api_folders) and sections & _API_SECTIONS
    ):
        return PageKind.API
    return PageKind.CONCEPTUAL


def _has_request_lines(region: Region, reading: Reading) -> bool:
    return any(isinstance(block, Fence) and reading.account.request_lines(block) for block in region.blocks)


def _is_enum(reading: Reading, regions: Regions) -> bool:
    stem = posixpath.basename(reading.page.path).removesuffix(".md")
    title = regions.title.text if regions.title else ""
    if reading.profile.enum_title.matches(title) or WordPattern(
        reading.profile.words.pages.enum_collection_files
    ).matches(stem):
        return True
    sections = regions.of(SectionKind.MEMBERS)
    members = any(_has_table(each) for each in sections) or awaits_table(sections, reading)
    return members and not any(_has_typed_table(each, reading) for each in regions.of(SectionKind.PROPERTIES))


def _is_resource(reading: Reading, regions: Regions) -> bool:
    if regions.title is not None and reading.profile.resource_title.matches(regions.title.text):
        return True
    own = (each for each in regions.of(SectionKind.PROPERTIES) if each.own and _below_title(each))
    if any(_has_typed_table(each, reading) for each in own):
        return True
    return any(_declares_resource(block) for each in regions.all for block in each.blocks if isinstance(block, Comment))


def _below_title(region: Region) -> bool:
    """A section of the page, not of one of several things that the page tells of."""
    return region.heading is not None and region.heading.level <= 2


def _declares_resource(comment: Comment) -> bool:
    annotation = read_annotation(comment) if "resource" in comment.text else None
    return annotation is not None and annotation.kind == "resource"


def _has_table(region: Region) -> bool:
    return any(isinstance(block, Table) for block in region.blocks)


def _has_typed_table(region: Region, reading: Reading) -> bool:
    return any(isinstance(block, Table) and Column.TYPE in columns_of(block, reading) for block in region.blocks)


def _said(reading: Reading) -> str | None:
    """The kind of page that the front matter states."""
    field = _doc_type(reading)
    return None if field is None else reading.profile.words.pages.doc_types.get(folded(field.value))


def _doc_type(reading: Reading) -> Field | None:
    return next((each for each in reading.page.front_matter if each.key == "doc_type"), None)


def _check_doc_type(kind: PageKind, reading: Reading) -> None:
    said, field = _said(reading), _doc_type(reading)
    if field is not None and said is not None and said != kind.value and kind is not PageKind.INCLUDE:
        message = f"the front matter says {field.value!r}; the page is of kind {kind.value!r} by its content"
        hint = "correct doc_type, or give the page the sections of its kind"
        reading.report(codes.DOC_TYPE_WRONG.at(field.span, message, hint=hint))
