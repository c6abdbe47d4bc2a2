"""The account of a page while it is read: extractors say what became of each item, and the rest is reported.

Items are headings, table rows, fences, JSON annotations, includes, and request lines inside fences. A fence and its request
lines are items of their own: whoever uses a request says so of both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.diagnostics import Report
from generator.extract.ignore_rules import IgnoreRule
from generator.extract.unread_codes import UNREAD
from generator.facts.ledger import ItemKind, Ledger, Tally
from generator.markdown.blocks import Comment, Fence, Heading, Include, Page, Row, Section, Table
from generator.text import Span

Item = Heading | Row | Fence | Comment | Include | Span
"""A span stands for the request line at its first line."""

_HINT = "move it to a section where its kind belongs, or leave it if it is for people only"
_USED, _REPORTED = "used", "reported"
_Key = tuple[ItemKind, int]


class Account:
    """What became of a page's items. The first word on an item stands, unless it was ignored and is used after all."""

    def __init__(self, page: Page, verbs: Iterable[str]) -> None:
        self._path = page.path
        self._fate: dict[_Key, str | None] = {}
        self._request = re.compile(r"[ \t]*(?:" + "|".join(map(re.escape, verbs)) + r")[ \t]+\S")
        self._list(page.root)

    def used(self, *items: Item) -> None:
        """The facts hold what these items say."""
        for item in items:
            key = _key(item)
            if self._fate.get(key, _REPORTED) != _REPORTED:
                self._fate[key] = _USED

    def ignored(self, item: Item, rule: IgnoreRule) -> None:
        """A named rule leaves the item out."""
        key = _key(item)
        if self._fate.get(key, _USED) is None:
            self._fate[key] = rule.name

    def reported(self, *items: Item) -> None:
        """A finding speaks of these items, and the facts do not hold them."""
        for item in items:
            if (key := _key(item)) in self._fate:
                self._fate[key] = _REPORTED

    def is_open(self, item: Item) -> bool:
        """Whether nobody has spoken for the item yet."""
        return self._fate.get(_key(item), _USED) is None

    def request_lines(self, fence: Fence) -> tuple[Span, ...]:
        """The lines of a fence that begin with a verb."""
        return tuple(
            Span.at(fence.span.path, line)
            for line, text in enumerate(fence.text.split("\n"), fence.first_line)
            if self._request.match(text)
        )

    def close(self, report: Report) -> Ledger:
        """The ledger; items that nobody spoke for are reported."""
        left = sorted(key for key, fate in self._fate.items() if fate is None)
        for kind, line in left:
            message = f"nothing is read from this {kind.value.replace('-', ' ')}"
            report(UNREAD[kind].at(Span.at(self._path, line), message, hint=_HINT))
        return Ledger(tallies=tuple(tally for kind in ItemKind if (tally := self._tally(kind)) is not None))

    def _tally(self, kind: ItemKind) -> Tally | None:
        fates = Counter(fate for (each, _), fate in self._fate.items() if each is kind)
        if not fates:
            return None
        reported = (line for (each, line), fate in self._fate.items() if each is kind and fate in (None, _REPORTED))
        ignored = sorted(
            (name, count) for name, count in fates.items() if name not in (None, _USED, _REPORTED) and name
        )
        return Tally(
            kind=kind,
            total=fates.total(),
            used=fates[_USED],
            ignored=tuple(ignored),
            reported=tuple(sorted(reported)),
        )

    def _list(self, section: Section) -> None:
        if section.heading is not None:
            self._fate[ItemKind.HEADING, section.heading.span.line] = None
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    self._fate[ItemKind.ROW, row.span.line] = None
            elif isinstance(block, Fence):
                self._fate[ItemKind.FENCE, block.span.line] = None
                for span in self.request_lines(block):
                    self._fate[ItemKind.REQUEST_LINE, span.line] = None
            elif isinstance(block, Comment) and block.text.lstrip().startswith("{"):
                self._fate[ItemKind.ANNOTATION, block.span.line] = None
            elif isinstance(block, Include):
                self._fate[ItemKind.INCLUDE, block.span.line] = None
        for child in section.children:
            self._list(child)


def _key(item: Item) -> _Key:
    match item:
        case Heading():
            return ItemKind.HEADING, item.span.line
        case Row():
            return ItemKind.ROW, item.span.line
        case Fence():
            return ItemKind.FENCE, item.span.line
        case Comment():
            return ItemKind.ANNOTATION, item.span.line
        case Include():
            return ItemKind.INCLUDE, item.span.line
        case Span():
            return ItemKind.REQUEST_LINE, item.line
