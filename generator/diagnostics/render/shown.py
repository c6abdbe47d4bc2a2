"""A finding with what a reader needs to see beside it: where the page is, and the line it speaks of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from generator.diagnostics.model import Code, Diagnostic
from generator.text import SourceFile, Span


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """`prefix` stands before the page's path to make it one that editors open; `text` is the source line, None if unknown.

    `revision` is what git puts before the paths of the revision that was read (`HEAD:`), "" for a folder. People see it;
    what joins findings to the files of a repository does not.
    `fingerprint` names the finding across edits elsewhere on the page: it does not depend on line numbers.
    """

    found: Diagnostic
    kind: Code
    prefix: str
    text: str | None
    fingerprint: str
    revision: str = ""

    @property
    def path(self) -> str | None:
        """The page as shown; None for a finding about the whole run."""
        return None if self.found.span is None else self.revision + self.prefix + self.found.span.path

    def place(self, span: Span) -> str:
        """`path:line:column` of a span of the same docs."""
        return f"{self.revision}{self.prefix}{span}"


def show_all(
    found: Iterable[Diagnostic],
    codes: Mapping[str, Code],
    sources: Mapping[str, SourceFile],
    prefix: str,
    revision: str = "",
) -> tuple[Shown, ...]:
    """Join findings to their codes and pages. `prefix` leads from where the user stands to the docs root, with a `/` at
    its end.
    """
    lines: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    shown: list[Shown] = []
    for each in found:
        text = None if each.span is None else _line(each.span, sources, lines)
        path = "" if each.span is None else each.span.path
        identity = "\0".join((each.code, path, each.message, (text or "").strip()))
        seen[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "backslashreplace")).hexdigest()
        shown.append(
            Shown(
                found=each,
                kind=codes[each.code],
                prefix=prefix,
                text=text,
                fingerprint=digest[:12],
                revision=revision,
            )
        )
    return tuple(shown)


def _line(span: Span, sources: Mapping[str, SourceFile], lines: dict[str, list[str]]) -> str | None:
    if span.path not in sources:
        return None
    if span.path not in lines:
        lines[span.path] = sources[span.path].lines
    page = lines[span.path]
    return page[span.line - 1] if 0 < span.line <= len(page) else None
