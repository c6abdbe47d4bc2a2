"""What pages include, directly or by what they include. Knows pages by path, not what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.facts.page import IncludeRef, PageFacts


def includes_of(page: PageFacts, by_path: Mapping[str, PageFacts]) -> Iterator[tuple[IncludeRef, IncludeRef]]:
    """The includes of a page and of what they bring along, in order, each with the one on the page itself."""
    left = [(each, each) for each in reversed(page.includes)]
    seen = {page.path.lower()}
    while left:
        include, own = left.pop()
        yield include, own
        target = by_path.get(include.target.lower())
        if target is not None and target.path.lower() not in seen:
            seen.add(target.path.lower())
            left += [(each, own) for each in reversed(target.includes)]
