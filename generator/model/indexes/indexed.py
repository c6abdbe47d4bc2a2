"""An `Api` with the indexes that several stages ask for: each is made when first asked for, once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.model.api import Api
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.indexes.matches import Matcher
from generator.model.indexes.usage import Usage, usage


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """One `Api` and what is derived from it."""

    api: Api

    @cached_property
    def hierarchy(self) -> Hierarchy:
        return hierarchy(self.api)

    @cached_property
    def usage(self) -> Usage:
        return usage(self.api)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every documented call, those too that only examples show."""
        return calls(self.api)

    @cached_property
    def matcher(self) -> Matcher:
        """Finds documented calls by the URLs of examples."""
        return Matcher(self.calls)
