"""The structured type that a resource page defines, put together from its sections."""

from __future__ import annotations

import re

from generator.extract import codes
from generator.extract.bases import read_bases, says_abstract, says_open
from generator.extract.deprecated_rows import deprecate_named
from generator.extract.derived import read_derived
from generator.extract.intro import Intro, read_notes, subject_words
from generator.extract.methods import read_methods
from generator.extract.properties import read_properties, read_relationships
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.extract.representation import read_representations
from generator.facts.page import RepresentationFacts, TypeFacts
from generator.model.declarations import namespace, short
from generator.text import Span

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


def read_type_facts(reading: Reading, regions: Regions, intro: Intro) -> TypeFacts:
    """The page's type. Its name is the annotation's, else the first word of the H1."""
    representations = read_representations(reading, regions)
    properties = read_properties(reading, regions, representations)
    relationships = read_relationships(reading, regions)
    notes = read_notes(regions)
    title = subject_words(intro.title)
    _check_names(representations, reading)
    qualified = _qualified(representations, title)
    _check_namespace(qualified, intro, reading)
    return TypeFacts(
        name=short(qualified) if qualified is not None else title,
        qualified=qualified,
        namespace=intro.namespace.text if intro.namespace is not None else None,
        summary=intro.summary.text if intro.summary is not None else "",
        bases=read_bases(reading, regions),
        derived=read_derived(reading, regions),
        properties=deprecate_named(properties.rows, notes, reading.profile),
        relationships=deprecate_named(relationships.rows, notes, reading.profile),
        has_property_table=properties.present,
        representations=representations,
        methods=read_methods(reading, regions),
        abstract=says_abstract(reading, regions),
        open=says_open(reading, regions),
        deprecation=intro.deprecation,
        summary_span=intro.summary.span if intro.summary is not None else None,
        span=regions.title.span if regions.title is not None else Span.at(reading.page.path, 1),
    )


def _qualified(representations: tuple[RepresentationFacts, ...], title: str) -> str | None:
    """The type an annotation declares: the one the title names, if there are several."""
    names = [each.type_name for each in representations if each.type_name and _NAME.fullmatch(each.type_name)]
    named = (each for each in names if short(each).lower() == title.lower())
    return next(named, names[0] if names else None)


def _check_names(representations: tuple[RepresentationFacts, ...], reading: Reading) -> None:
    hint = "write a name, with its namespace before it"
    for each in representations:
        for text in (each.type_name, each.base_type):
            if text and not _NAME.fullmatch(text.lstrip("#").strip()):
                message = f"the annotation calls a type {text[:60]!r}, which is no name"
                reading.report(codes.ANNOTATION_BROKEN.at(each.span, message, hint=hint))


def _check_namespace(qualified: str | None, intro: Intro, reading: Reading) -> None:
    if qualified is None or intro.namespace is None or "." not in qualified:
        return
    declared, stated = namespace(qualified), intro.namespace.text
    if declared != stated:
        message = f"the page says namespace {stated!r}, its annotation {declared!r}"
        reading.report(codes.NAMESPACE_DIFFERS.at(intro.namespace.span, message, hint="correct the one that is wrong"))
