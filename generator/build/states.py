"""Docs to one linked and checked state: the value that every command starts from."""

from __future__ import annotations

import msgspec

from generator import lint
from generator.build.reading import Means, read_pages
from generator.diagnostics import Diagnostic, sort_key
from generator.dialect import Profile
from generator.facts.page import PageFacts
from generator.link import link
from generator.model.api import Api
from generator.text import SourceFile
from generator.workspace.docs import Docs


class Build(msgspec.Struct, frozen=True, kw_only=True):
    """One state of the docs, understood. `diagnostics` of tree, reader, linker and rules, in the one total order."""

    sources: tuple[SourceFile, ...]
    pages: tuple[PageFacts, ...]
    api: Api
    diagnostics: tuple[Diagnostic, ...]


def build(docs: Docs, profile: Profile, means: Means) -> Build:
    """Read, link and check. The same docs and profile give the same value, whatever the means."""
    extracted = read_pages(docs.sources, profile, means)
    pages = tuple(each.facts for each in extracted)
    means.progress("linking", 0, 0)
    linked = link(pages)
    means.progress("checking", 0, 0)
    rules = lint.run(lint.Docs(api=linked.api, pages=pages), lint.RULES)
    found = [*docs.diagnostics, *linked.diagnostics, *rules]
    for each in extracted:
        found.extend(each.diagnostics)
    diagnostics = tuple(sorted(dict.fromkeys(found), key=sort_key))
    return Build(sources=docs.sources, pages=pages, api=linked.api, diagnostics=diagnostics)
