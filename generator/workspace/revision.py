"""Pages of a git revision, read from the object store: nothing is checked out, the working tree is not looked at."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec

from generator.diagnostics import Report
from generator.text import Span
from generator.workspace import codes
from generator.workspace.errors import WorkspaceError
from generator.workspace.manifest import LOCK_NAME
from generator.workspace.naming import LARGEST_PAGE, is_page_name, is_plain, spoken


class _Entry(msgspec.Struct, frozen=True):
    """One line of `git ls-tree -l`."""

    mode: str
    oid: str
    size: int
    path: str


def read_revision(base: Path, revision: str, folder: str, report: Report) -> Iterator[tuple[str, bytes]]:
    """Path relative to `folder` and content of every page of `revision:folder`, by path.

    `folder` is relative to the root of the repository that `base` stands in. If it begins with `./` it is relative to `base`,
    and its own repository is the one that is read: that of a submodule, of a link, of a checkout beside the project.
    Raises WorkspaceError when there is no such repository, revision or folder.
    """
    base, folder = _standing(base, folder)
    tree = _tree(base, revision, folder)
    entries = _without_generated({each.path: each for each in _listing(base, tree)})
    wanted = {path: blob for path in sorted(entries) if (blob := _blob(base, path, entries, report)) is not None}
    contents = _contents(base, list(wanted.values()))
    yield from zip(wanted, contents, strict=True)


def read_file(base: Path, revision: str, path: str) -> bytes:
    """One file of `revision`; `path` as the folder of `read_revision`. Raises WorkspaceError where it is not there."""
    oid = _object(base, f"{revision}:{path}")
    if oid is None:
        raise WorkspaceError(f"there is no {path.removeprefix('./')!r} in {revision}")
    return _git(base, "cat-file", "blob", oid)


def shares_repository(base: Path, revision: str, folder: str) -> bool:
    """Whether `read_revision` reads `folder` in the repository of `base` itself. Raises WorkspaceError where there is no such
    revision.
    """
    at, _ = _standing(base, folder)
    _check_revision(at, revision, folder)
    return _asked(at, "--absolute-git-dir") == _asked(base, "--absolute-git-dir")


def _standing(base: Path, folder: str) -> tuple[Path, str]:
    """Where git is asked for `folder`: in it, or in the nearest folder above that is there today; what is left is its name."""
    if not folder.startswith("./"):
        return base, folder
    at, left = base / folder, list[str]()
    while not at.is_dir() and at != base:
        left.insert(0, at.name)
        at = at.parent
    return at, "./" + "/".join(left)


def _tree(base: Path, revision: str, folder: str) -> str:
    folder = folder if folder.startswith("./") else folder.strip("/")
    oid = _object(base, f"{revision}^{{tree}}" if folder in {"", "."} else f"{revision}:{folder}")
    if oid is None:
        _check_revision(base, revision, folder)
        raise WorkspaceError(f"git cannot read the docs: there is no folder {folder!r} in {revision}")
    if _git(base, "cat-file", "-t", oid).strip() != b"tree":
        raise WorkspaceError(f"git:{revision}:{folder} is a file, not a folder")
    return oid


def _check_revision(base: Path, revision: str, folder: str) -> None:
    """Raise WorkspaceError where there is no such revision, with what helps. `folder` tells whether the user may have meant
    a folder instead.
    """
    _git(base, "rev-parse", "--git-dir")  # says that there is no repository at all
    if _object(base, f"{revision}^{{tree}}") is not None:
        return
    what = "no folder and no revision" if folder.startswith("./") else "no revision"
    hint = ""
    if ".." in revision:
        hint = "; write the two revisions one after the other, each by itself"
    elif _git(base, "rev-parse", "--is-shallow-repository").strip() == b"true":
        hint = "; the clone is shallow: fetch the whole history (fetch-depth: 0, or git fetch --unshallow)"
    raise WorkspaceError(f"git cannot read the docs: there is {what} {revision!r}{hint}")


def _object(base: Path, name: str) -> str | None:
    """What git calls the object; None where it finds none of that name."""
    return _asked(base, "--verify", "--end-of-options", name)


def _asked(base: Path, *arguments: str) -> str | None:
    """What `git rev-parse` answers; None where it has no answer, as outside of repositories."""
    try:
        return _git(base, "rev-parse", *arguments).decode("utf-8", "surrogateescape").strip()
    except WorkspaceError as error:
        if isinstance(error.__cause__, subprocess.CalledProcessError):
            return None
        raise


def _listing(base: Path, tree: str) -> Iterator[_Entry]:
    for line in _git(base, "ls-tree", "-r", "-z", "-l", "--full-tree", tree).split(b"\0"):
        if line:
            head, _, path = line.partition(b"\t")
            mode, _kind, oid, size = head.decode("ascii").split()
            yield _Entry(mode, oid, int(size) if size != "-" else 0, path.decode("utf-8", "surrogateescape"))


def _without_generated(entries: dict[str, _Entry]) -> dict[str, _Entry]:
    """Without the folders that hold an SDK's manifest, as in a folder on disk."""
    folders = tuple(f"{posixpath.dirname(path)}/" for path in entries if path.endswith(f"/{LOCK_NAME}"))
    return {path: entry for path, entry in entries.items() if not path.startswith(folders)} if folders else entries


def _blob(base: Path, path: str, entries: dict[str, _Entry], report: Report) -> str | None:
    """The object that holds the page at `path`, links followed; None where there is no page to read."""
    if not is_page_name(posixpath.basename(path)) or any(part.startswith(".") for part in path.split("/")):
        return None
    place = Span.at(spoken(path), 1)
    if not is_plain(path):
        report(codes.ODD_PAGE_NAME.at(place, f"the file name {spoken(path)!r} cannot be written as text"))
        return None
    entry = entries[path]
    if entry.mode == "120000":
        followed = _followed(base, path, entries)
        if followed is None:
            report(
                codes.OUTSIDE_ROOT.at(place, f"{path!r} is a symbolic link that leads to no page of the docs folder")
            )
            return None
        entry = followed
    if entry.mode == "160000":
        report(codes.NOT_A_FILE.at(place, f"{path!r} is a submodule, not a page"))
        return None
    if entry.size > LARGEST_PAGE:
        report(codes.PAGE_TOO_LARGE.at(place, f"{path!r} has {entry.size:,} bytes"))
        return None
    return entry.oid


def _followed(base: Path, path: str, entries: dict[str, _Entry]) -> _Entry | None:
    for _ in range(8):
        entry = entries.get(path)
        if entry is None or entry.mode != "120000":
            return entry
        target = _git(base, "cat-file", "blob", entry.oid).decode("utf-8", "surrogateescape")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return None


def _contents(base: Path, oids: list[str]) -> Iterator[bytes]:
    """The content of each object, in order, through one git process."""
    if not oids:
        return
    stream = memoryview(_git(base, "cat-file", "--batch", given="".join(f"{oid}\n" for oid in oids).encode("ascii")))
    at = 0
    for _oid in oids:
        end = at + bytes(stream[at : at + 256]).index(b"\n")
        fields = bytes(stream[at:end]).split()
        if len(fields) != 3:
            raise WorkspaceError(f"git lacks an object of this revision: {fields[0].decode('ascii', 'replace')}")
        size = int(fields[2])
        yield bytes(stream[end + 1 : end + 1 + size])
        at = end + 1 + size + 1


def _git(base: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "-C", str(base), "--no-pager", *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True)  # noqa: S603 - a list, never a shell
    except FileNotFoundError as error:
        raise WorkspaceError("git is needed to read a revision, and was not found") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
        raise WorkspaceError(f"git cannot read the docs: {said[0] if said else 'it failed'}") from error
    return done.stdout
