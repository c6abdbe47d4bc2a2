"""The ledgers of all pages added up: what of the docs is used, left out by a named rule, or reported, and what is neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from generator.diagnostics import Diagnostic
from generator.facts.ledger import ItemKind, Tally
from generator.facts.page import PageFacts
from generator.text import Span


class KindCoverage(msgspec.Struct, frozen=True, kw_only=True):
    """What became of all items of one kind. used + ignored + reported = total."""

    kind: ItemKind
    total: int
    used: int
    ignored: dict[str, int]
    """By rule, most frequent first."""
    reported: int


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """`unaccounted`: items that count as reported though no finding stands on their line. Empty, or sdkwright has a bug."""

    kinds: tuple[KindCoverage, ...]
    unaccounted: tuple[Span, ...]


def coverage(pages: Iterable[PageFacts], found: Iterable[Diagnostic]) -> Coverage:
    """The account of these pages; `found` are all findings about them, whatever is suppressed later."""
    lines = {(each.path, line) for each in _spans(found) for line in range(each.line, each.end_line + 1)}
    tallies: dict[ItemKind, list[Tally]] = {}
    unaccounted: list[Span] = []
    for page in pages:
        for tally in page.ledger.tallies:
            tallies.setdefault(tally.kind, []).append(tally)
            left = (line for line in tally.reported if (page.path, line) not in lines)
            unaccounted.extend(Span.at(page.path, line) for line in left)
    kinds = tuple(_added(kind, tallies[kind]) for kind in ItemKind if kind in tallies)
    return Coverage(kinds=kinds, unaccounted=tuple(unaccounted))


def _spans(found: Iterable[Diagnostic]) -> Iterable[Span]:
    return (each.span for each in found if each.span is not None)


def _added(kind: ItemKind, tallies: list[Tally]) -> KindCoverage:
    ignored = Counter[str]()
    for each in tallies:
        ignored.update(dict(each.ignored))
    return KindCoverage(
        kind=kind,
        total=sum(each.total for each in tallies),
        used=sum(each.used for each in tallies),
        ignored=dict(sorted(ignored.items(), key=lambda row: (-row[1], row[0]))),
        reported=sum(len(each.reported) for each in tallies),
    )
