"""Findings that someone decided to live with: by the configuration, or by a comment on the page itself.

A comment `<!-- sdkwright: ignore CODE... -->` covers its own line and the block below it: the lines up to the next blank one,
with the whole of a code fence that begins among them. `ignore-page` in its place covers the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase

import msgspec

from generator.diagnostics.model import Code, Diagnostic, Severity
from generator.text import SourceFile, Span
from generator.text.nearest import nearest

UNUSED_SUPPRESSION = Code(
    id="unused-suppression",
    severity=Severity.WARNING,
    summary="A suppression matches no finding.",
    explanation="""\
A comment on a page, or an entry of `ignore` or `per-file-ignore` in the configuration, allows a finding that is not there
(any more). Left in place it would hide the next one of its kind. A comment that is misspelt, or names no code, is reported as
well: it allows nothing.

Bad: `<!-- sdkwright: ignore invalid-json -->` above an example whose JSON is right.

Good: remove it.
""",
)

_COMMENT = re.compile(r"<!--\s*sdkwright:\s*(ignore|ignore-page)\s+([\w\s,-]+?)\s*-->")
_MEANT = re.compile(r"<!--\s*([\w-]{7,11})\b(?:[^-\n]|-(?!->))*(?:-->)?")
_NAME = "sdkwright"
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


class Suppression(msgspec.Struct, frozen=True, kw_only=True):
    """One code that is let pass: on lines of a page (`span` is the comment), or on the pages that a glob matches (None)."""

    code: str
    pages: str
    """A page's path, or a glob where `span` is None."""
    first: int
    last: int | None
    span: Span | None

    def covers(self, found: Diagnostic) -> bool:
        if found.code != self.code:
            return False
        if found.span is None:
            return self.span is None and self.pages == "*"
        here = fnmatchcase(found.span.path, self.pages) if self.span is None else found.span.path == self.pages
        return here and self.first <= found.span.line and (self.last is None or found.span.line <= self.last)

    def unused(self, codes: Collection[str]) -> Diagnostic:
        """The finding that this suppression is for nothing; `codes` are all there are."""
        where = "" if self.span is not None or self.pages == "*" else f" in {self.pages}"
        kind = "comment" if self.span is not None else "configuration"
        if self.code not in codes:
            near = nearest(self.code, codes)
            message = f"the {kind} lets {self.code!r} pass{where}, and there is no such code"
            return UNUSED_SUPPRESSION.at(self.span, message, hint=f"did you mean {near!r}?" if near else "remove it")
        message = f"the {kind} lets {self.code!r} pass{where}, and there is no such finding"
        return UNUSED_SUPPRESSION.at(self.span, message, hint="remove it")


class Suppressed(msgspec.Struct, frozen=True, kw_only=True):
    """What is left, how many were let pass, and which suppressions let any pass."""

    kept: tuple[Diagnostic, ...]
    count: int
    used: frozenset[Suppression]


def from_config(ignore: Iterable[str], per_file: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Suppression, ...]:
    """The suppressions of a `[lint]` table: codes for all pages, and codes for the pages of a glob."""
    pairs = [("*", tuple(ignore)), *per_file]
    return tuple(
        Suppression(code=code, pages=glob, first=1, last=None, span=None) for glob, codes in pairs for code in codes
    )


def from_pages(sources: Iterable[SourceFile]) -> tuple[Suppression, ...]:
    """The suppressions that pages hold as comments."""
    return tuple(each for source in sources if "sdkwright:" in source.text for each in _of_page(source))


def unread_on_pages(sources: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    """The comments that are addressed to sdkwright and let nothing pass, since they are not written as they must be."""
    hint = "write <!-- sdkwright: ignore CODE -->, or ignore-page for the whole page"
    for source in sources:
        for found in _MEANT.finditer(source.text):
            if nearest(found[1], (_NAME,)) is not None and not _COMMENT.match(found[0]):
                line = source.text.count("\n", 0, found.start()) + 1
                column = found.start() - source.text.rfind("\n", 0, found.start())
                span = Span.at(source.path, line, column, column + len(found[0].partition("\n")[0]))
                yield UNUSED_SUPPRESSION.at(span, "this comment for sdkwright lets nothing pass", hint=hint)


def _of_page(source: SourceFile) -> Iterable[Suppression]:
    lines = source.lines
    for number, line in enumerate(lines, 1):
        for match in _COMMENT.finditer(line):
            first, last = (1, None) if match[1] == "ignore-page" else (number, _end_of_block(lines, number))
            span = Span.at(source.path, number, match.start() + 1, match.end() + 1)
            for code in re.split(r"[\s,]+", match[2]):
                yield Suppression(code=code, pages=source.path, first=first, last=last, span=span)


def _end_of_block(lines: list[str], number: int) -> int:
    fence: str | None = None
    for after in range(number, len(lines)):
        line = lines[after]
        match = _FENCE.match(line)
        if fence is not None:
            if match and line.strip().startswith(fence):
                return after + 1
        elif match:
            fence = match[1]
        elif not line.strip():
            return after
    return len(lines)


def suppress(found: Iterable[Diagnostic], suppressions: Iterable[Suppression]) -> Suppressed:
    """Leave out what is covered; order is kept."""
    by_code: dict[str, list[Suppression]] = {}
    for suppression in suppressions:
        by_code.setdefault(suppression.code, []).append(suppression)
    kept: list[Diagnostic] = []
    used: set[Suppression] = set()
    count = 0
    for each in found:
        covering = [allowed for allowed in by_code.get(each.code, ()) if allowed.covers(each)]
        used.update(covering)
        count += bool(covering)
        if not covering:
            kept.append(each)
    return Suppressed(kept=tuple(kept), count=count, used=frozenset(used))
