"""The request headers that pages list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.page import PageFacts
from generator.lint.docs import Docs
from generator.model.operations import ParameterPlace
from generator.text import Span


def header_tables(docs: Docs) -> Iterator[tuple[PageFacts, set[str]]]:
    """Pages that list request headers, with the names in lower case."""
    for page in docs.pages:
        found = page.operation.parameters if page.operation is not None else ()
        names = {each.row.name.lower() for each in found if each.place is ParameterPlace.HEADER}
        if names:
            yield page, names


def header_rows(page: PageFacts) -> tuple[tuple[str, str], ...]:
    """Names and descriptions of the headers that a page lists."""
    found = page.operation.parameters if page.operation is not None else ()
    return tuple((each.row.name, each.row.description) for each in found if each.place is ParameterPlace.HEADER)


def names_span(page: PageFacts) -> Span:
    """The first header row of a page that has one."""
    rows = page.operation.parameters if page.operation is not None else ()
    return next(each.row.span for each in rows if each.place is ParameterPlace.HEADER)
