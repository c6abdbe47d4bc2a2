"""Docs to one linked and checked state: the value that every command starts from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator import lint
from generator.build.progress import Progress
from generator.build.reading import Means, Read, read_pages
from generator.diagnostics import Diagnostic, sort_key
from generator.dialect import Profile
from generator.facts.page import PageFacts
from generator.link import link
from generator.model.api import Api
from generator.model.indexes.indexed import Indexed
from generator.overrides import Applied, Override, apply
from generator.text import SourceFile
from generator.workspace.docs import Docs


class Build(msgspec.Struct, frozen=True, kw_only=True):
    """One state of the docs, understood. `diagnostics` of tree, reader, linker, overrides and rules, in the one total order."""

    sources: tuple[SourceFile, ...]
    pages: tuple[PageFacts, ...]
    indexed: Indexed
    applied: tuple[Applied, ...]
    """The corrections that the model holds already."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def api(self) -> Api:
        return self.indexed.api


def build(docs: Docs, read: Read, profile: Profile, progress: Progress, overrides: Sequence[Override] = ()) -> Build:
    """Link, correct and check what was `read` of the docs. The same pages and overrides give the same value."""
    progress("linking", 0, 0)
    linked = link([each.facts for each in read.pages], profile.conventions)
    corrected = apply(linked.api, overrides, profile.conventions)
    progress("checking", 0, 0)
    docs_of_rules = lint.Docs(api=corrected.api, pages=linked.pages, conventions=profile.conventions)
    rules = lint.run(docs_of_rules, lint.RULES)
    found = [*docs.diagnostics, *linked.diagnostics, *corrected.diagnostics, *rules]
    for each in read.pages:
        found.extend(each.diagnostics)
    return Build(
        sources=docs.sources,
        pages=linked.pages,
        indexed=docs_of_rules,
        applied=corrected.applied,
        diagnostics=tuple(sorted(dict.fromkeys(found), key=sort_key)),
    )


def build_api(docs: Docs, profile: Profile, means: Means, overrides: Sequence[Override] = ()) -> Api:
    """The model alone, for what needs no findings: the rules, which take as long as linking, do not run."""
    read = read_pages(docs.sources, profile, means)
    means.progress("linking", 0, 0)
    linked = link([each.facts for each in read.pages], profile.conventions)
    return apply(linked.api, overrides, profile.conventions).api
