"""What a rule may look at: the linked `Api`, every page's facts, and the indexes that several rules share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.facts.page import PageFacts
from generator.lint.shapes import Shapes, shapes
from generator.model.api import Api
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.hierarchy import Hierarchy, hierarchy


@dataclass(frozen=True, kw_only=True)
class Docs:
    """One state of the docs. Indexes are built when a rule first asks, once a run."""

    api: Api
    pages: Sequence[PageFacts]

    @cached_property
    def hierarchy(self) -> Hierarchy:
        return hierarchy(self.api)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        return calls(self.api)

    @cached_property
    def shapes(self) -> Shapes:
        return shapes(self.api)

    @cached_property
    def by_path(self) -> Mapping[str, PageFacts]:
        """Pages by lower-cased path: links of the docs differ from file names in case."""
        return {page.path.lower(): page for page in self.pages}
