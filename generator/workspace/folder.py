"""Pages of a folder. Total: whatever stands in the tree is read, skipped by a rule, or reported."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Report
from generator.text import Span
from generator.workspace import codes
from generator.workspace.errors import WorkspaceError
from generator.workspace.manifest import LOCK_NAME
from generator.workspace.naming import LARGEST_PAGE, is_page_name, is_plain, spoken


def read_folder(root: Path, report: Report) -> Iterator[tuple[str, bytes]]:
    """Path relative to `root` and content of every page below it, in no particular order. Folders below it that hold an
    SDK's manifest are generated: what stands in them is no page.

    Raises WorkspaceError when `root` itself is not a folder that can be listed.
    """
    real = Path(os.path.realpath(root))
    try:
        entries = _listed(real)
    except OSError as error:
        raise WorkspaceError(f"cannot read the docs folder {root}: {error.strerror}") from error
    yield from _pages(real, entries, report)


def _pages(root: Path, entries: list[os.DirEntry[str]], report: Report) -> Iterator[tuple[str, bytes]]:
    pending = entries
    while pending:
        entry = pending.pop()
        name = os.path.relpath(entry.path, root).replace(os.sep, "/")
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            inside = _subfolder(entry, name, report)
            if not any(each.name == LOCK_NAME for each in inside):  # else sdkwright wrote it
                pending.extend(inside)
        elif entry.is_symlink() and Path(entry.path).is_dir():
            code = codes.LINKED_FOLDER if _inside(entry.path, root) else codes.OUTSIDE_ROOT
            report(
                code.at(Span.at(spoken(name), 1), f"the folder {spoken(name)!r} is a symbolic link and is not followed")
            )
        elif is_page_name(entry.name):
            content = _content(entry, name, root, report)
            if content is not None:
                yield name, content


def _listed(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _subfolder(entry: os.DirEntry[str], name: str, report: Report) -> list[os.DirEntry[str]]:
    if is_page_name(entry.name):
        report(codes.NOT_A_FILE.at(Span.at(spoken(name), 1), f"{spoken(name)!r} is a folder, not a page"))
    try:
        return _listed(entry.path)
    except OSError as error:
        message = f"the folder {spoken(name)!r} cannot be listed: {error.strerror}"
        report(codes.UNREADABLE_PAGE.at(Span.at(spoken(name), 1), message))
        return []


def _content(entry: os.DirEntry[str], name: str, root: Path, report: Report) -> bytes | None:
    place = Span.at(spoken(name), 1)
    if not is_plain(name):
        report(codes.ODD_PAGE_NAME.at(place, f"the file name {spoken(name)!r} cannot be written as text"))
        return None
    if entry.is_symlink() and not _inside(entry.path, root):
        report(codes.OUTSIDE_ROOT.at(place, f"{name!r} is a symbolic link that leads out of the docs folder"))
        return None
    try:
        status = entry.stat()
        if not stat.S_ISREG(status.st_mode):
            report(codes.NOT_A_FILE.at(place, f"{name!r} is not a regular file"))
            return None
        if status.st_size > LARGEST_PAGE:
            report(codes.PAGE_TOO_LARGE.at(place, f"{name!r} has {status.st_size:,} bytes"))
            return None
        return Path(entry.path).read_bytes()
    except OSError as error:
        report(codes.UNREADABLE_PAGE.at(place, f"{name!r} cannot be read: {error.strerror}"))
        return None


def _inside(path: str, root: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(root)
