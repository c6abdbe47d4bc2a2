"""What a rule may look at: the linked `Api`, every page's facts, and the indexes that several rules share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from generator.dialect.conventions import Conventions
from generator.facts.page import PageFacts
from generator.link.includes import includes_of
from generator.lint.example_check import Wrong, wrong
from generator.lint.finding import Finding
from generator.lint.shapes import Shapes, shapes
from generator.lint.written import Written, written
from generator.model.declarations import StructuredType
from generator.model.indexes.indexed import Indexed
from generator.model.operations import Operation
from generator.text import Span


@dataclass(frozen=True, kw_only=True)
class Docs(Indexed):
    """One state of the docs. Indexes are built when a rule first asks, once a run."""

    pages: Sequence[PageFacts]
    conventions: Conventions

    @cached_property
    def shapes(self) -> Shapes:
        return shapes(self.api, self.hierarchy)

    @cached_property
    def written(self) -> Written:
        return written(self.api)

    @cached_property
    def by_path(self) -> Mapping[str, PageFacts]:
        """Pages by lower-cased path: links of the docs differ from file names in case."""
        return {page.path.lower(): page for page in self.pages}

    def parts(self, page: PageFacts) -> Iterator[PageFacts]:
        """A page, and the pages that it includes."""
        yield page
        for include, _ in includes_of(page, self.by_path):
            if (part := self.by_path.get(include.target.lower())) is not None:
                yield part

    @cached_property
    def operations(self) -> Mapping[str, tuple[Operation, ...]]:
        """Operations by the path of their page."""
        found: dict[str, list[Operation]] = {}
        for each in self.api.operations:
            found.setdefault(each.page, []).append(each)
        return {page: tuple(those) for page, those in found.items()}

    @cached_property
    def types_by_place(self) -> Mapping[Span, StructuredType]:
        """Types by each of the places that define them."""
        return {span: each for each in self.api.types for span in each.sources}

    def section(self, span: Span) -> Span:
        """The lines from the last heading before a span to the first behind it."""
        page = self.by_path.get(span.path.lower())
        lines = [each.span.line for each in page.headings] if page is not None else []
        first = max((line for line in lines if line <= span.line), default=span.line)
        last = min((line - 1 for line in lines if line > span.end_line), default=span.end_line)
        return msgspec.structs.replace(span, line=first, end_line=last, column=None, end_column=None)

    def mentioned(self, span: Span) -> frozenset[str]:
        """The types whose pages the lines of a span link: a sentence may speak of several."""
        page = self.by_path.get(span.path.lower())
        links = page.links if page is not None else ()
        here = (each for each in links if span.line <= each.span.end_line and each.span.line <= span.end_line)
        return frozenset(name for each in here if (name := self.written.by_page.get(each.page.lower())) is not None)

    @cached_property
    def wrong_examples(self) -> tuple[tuple[tuple[str, int], tuple[Wrong, ...]], ...]:
        """What the judge of examples finds, beside operation and ordinal. All examples are judged once."""
        return tuple(
            ((operation.id, example.ordinal), found)
            for operation in self.api.operations
            for example in operation.examples
            if (found := wrong(example, operation, self.shapes))
        )

    @cached_property
    def _example_findings(self) -> Mapping[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for _, faults in self.wrong_examples:
            for each in faults:
                found.setdefault(each.code, []).append(each.finding)
        return {code: tuple(those) for code, those in found.items()}

    def example_findings(self, code: str) -> tuple[Finding, ...]:
        """What the judge of examples finds under one code."""
        return self._example_findings.get(code, ())
