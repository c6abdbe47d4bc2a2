"""How names are spelled when pages disagree about capitals: by majority, and by the service's habit of small first letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.facts.page import PageFacts
from generator.facts.written import WrittenCollection, WrittenItem, WrittenLink, WrittenType
from generator.model.declarations import namespace

_CAPITALS = re.compile(r"[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|\Z)|[A-Z]")


def small_first(name: str) -> str:
    """`UserName` as `userName`, `ID` as `id`, `URLPath` as `urlPath`."""
    found = _CAPITALS.match(name)
    return name if found is None else found[0].lower() + name[found.end() :]


def best_spelling(votes: Counter[str]) -> str:
    """Of spellings that begin with a small letter, if any does, the one most used; one without any capital comes last:
    authors drop them more often than they add some.
    """
    small = [each for each in votes if each[:1].islower()]
    return min(small or votes, key=lambda each: (each.islower(), -votes[each], each))


def namespace_spellings(pages: Iterable[PageFacts]) -> Mapping[str, str]:
    """The spelling of every namespace that pages state, by its lower-case form."""
    votes: dict[str, Counter[str]] = {}
    for stated in _namespaces(pages):
        votes.setdefault(stated.lower(), Counter())[stated] += 1
    return {lowered: min(found, key=lambda each: (-found[each], each)) for lowered, found in votes.items()}


def labels(pages: Iterable[PageFacts]) -> Mapping[str, Counter[str]]:
    """What links in Type cells call the pages they lead to, by page."""
    votes: dict[str, Counter[str]] = {}
    for page in pages:
        for item in written_items(page):
            if isinstance(item, WrittenLink) and item.anchor is None:
                votes.setdefault((item.page or page.path).lower(), Counter())[item.label] += 1
    return votes


def written_items(page: PageFacts) -> Iterator[WrittenItem]:
    """Every type that a table of the page or a sentence on a base writes, without its collection."""
    for each in page.types:
        for row in (*each.properties, *each.relationships):
            if row.type is not None:
                yield _item(row.type.type)
        for base in each.bases:
            yield _item(base.type)
        for method in each.methods:
            if method.returns is not None:
                yield _item(method.returns.type)
    if page.operation is not None:
        for parameter in page.operation.parameters:
            if parameter.row.type is not None:
                yield _item(parameter.row.type.type)


def _item(written: WrittenType) -> WrittenItem:
    return written.item if isinstance(written, WrittenCollection) else written


def _namespaces(pages: Iterable[PageFacts]) -> Iterator[str]:
    for page in pages:
        if page.namespace is not None:
            yield page.namespace.text.strip(" `.")
        for each in page.types:
            if each.qualified is not None and "." in each.qualified:
                yield namespace(each.qualified.removeprefix("#"))
