"""The namespace of a page that collects enumerations and states none: that of all the pages which use them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.dialect.conventions import Conventions
from generator.facts.page import PageFacts, PageKind
from generator.facts.written import WrittenLink, WrittenName
from generator.link.draft import place_of
from generator.link.spelling import written_items


def homes_of_collections(pages: Sequence[PageFacts], conventions: Conventions) -> Mapping[str, str]:
    """By page: the one namespace whose pages name or link what the collection defines, if it is one alone."""
    silent = {page.path: page for page in pages if _is_silent(page)}
    by_link = {path.lower(): path for path in silent}
    defining: dict[str, set[str]] = {}
    for page in pages:
        for enum in page.enums:
            defining.setdefault(enum.name.lower(), set()).add(page.path)
    by_name = {name: next(iter(paths)) for name, paths in defining.items() if len(paths) == 1 and paths <= set(silent)}
    users: dict[str, set[str]] = {}
    for page in pages:
        for used in _used(page, by_link, by_name):
            users.setdefault(used, set()).add(place_of(page, conventions).namespace)
    return {path: next(iter(found)) for path, found in sorted(users.items()) if len(found) == 1}


def _is_silent(page: PageFacts) -> bool:
    """Only sections define something here, and nothing says in which namespace."""
    collects = page.kind is PageKind.ENUM and all(each.anchor is not None for each in page.enums)
    return collects and page.namespace is None and not page.types


def _used(page: PageFacts, by_link: Mapping[str, str], by_name: Mapping[str, str]) -> Iterator[str]:
    for item in written_items(page):
        found = None
        if isinstance(item, WrittenLink):
            found = by_link.get((item.page or "").lower())
        elif isinstance(item, WrittenName):
            found = by_name.get(item.name.lower())
        if found is not None and found != page.path:
            yield found
