"""A set of docs as values: the pages of a folder or of a git revision, sorted, decoded, with what was odd about the tree."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from generator.diagnostics import Diagnostic, Report, sort_key
from generator.text import SourceFile, Span, decode
from generator.workspace import codes
from generator.workspace.errors import WorkspaceError
from generator.workspace.folder import read_folder
from generator.workspace.revision import read_revision

_PAGE_DIGITS = 16


class Docs(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one run reads. `digest` names this content: sha256 over paths and bytes, whatever place they came from."""

    sources: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    digest: str
    pages: dict[str, str]
    """A digest of each page's bytes, by path."""


def read_docs(location: str, base: Path) -> Docs:
    """The docs at `location`: a folder, relative to `base`, or `git:REVISION:FOLDER` in the repository of `base`.

    Raises WorkspaceError when the place cannot be read at all, or holds no page.
    """
    found: list[Diagnostic] = []
    if location.startswith("git:"):
        revision, colon, folder = location.removeprefix("git:").rpartition(":")
        if not colon or not revision:
            raise WorkspaceError(f"{location!r} is no place for docs: write git:REVISION:FOLDER")
        pages = sorted(read_revision(base, revision, folder, found.append))
    else:
        pages = sorted(read_folder(base / location, found.append))
    if not pages:
        raise WorkspaceError(f"there is no page (*.md) to read in {location}")
    digest = hashlib.sha256()
    each_page: dict[str, str] = {}
    for path, raw in pages:
        each_page[path] = hashlib.sha256(raw).hexdigest()[:_PAGE_DIGITS]
        digest.update(b"%d:%s%d:" % (len(path.encode()), path.encode(), len(raw)))
        digest.update(raw)
    sources = tuple(_decoded(path, raw, found.append) for path, raw in pages)
    return Docs(
        sources=sources, diagnostics=tuple(sorted(found, key=sort_key)), digest=digest.hexdigest(), pages=each_page
    )


def _decoded(path: str, raw: bytes, report: Report) -> SourceFile:
    text, bad = decode(raw)
    if bad is not None:
        line, column = _place(raw.removeprefix(b"\xef\xbb\xbf")[:bad])
        at = Span.at(path, line, column, column + 1)
        report(codes.NOT_UTF8.at(at, "the page is not UTF-8 text from here on", hint="save the page as UTF-8"))
    return SourceFile(path=path, text=text)


def _place(before: bytes) -> tuple[int, int]:
    """Line and column of the character after `before`, by the rules of `text.decode`."""
    lines = before.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
