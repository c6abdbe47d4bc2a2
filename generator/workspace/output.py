"""Writing a generated tree, or judging the one that is there. Whole or not at all; nobody else's file is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from generator.workspace.comparison import WRONG, Comparison, State, compare
from generator.workspace.errors import WorkspaceError
from generator.workspace.manifest import (
    LOCK_NAME,
    Manifest,
    ManifestError,
    first_unsafe,
    manifest_text,
    parse_manifest,
    sha256,
)
from generator.workspace.swap import exclusive, replace


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """A generated tree as it should stand: content by path, and the manifest that describes each of them."""

    files: dict[str, bytes]
    manifest: Manifest

    def with_lock(self) -> dict[str, bytes]:
        """All files, the manifest's own among them."""
        return {**self.files, LOCK_NAME: manifest_text(self.manifest).encode()}


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """An output folder compared with the tree that belongs there. `recorded` is None when no manifest there can be read."""

    comparison: Comparison
    recorded: Manifest | None
    damage: str | None
    """Why the manifest there cannot be read."""


class WriteReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the folder; paths sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


class EditedError(WorkspaceError):
    """Files that sdkwright would overwrite were changed by hand. Nothing was written."""

    def __init__(self, paths: tuple[str, ...], damage: str | None) -> None:
        super().__init__(damage or "generated files were changed by hand")
        self.paths = paths


def judge(out: Path, manifest: Manifest) -> Judged:
    """Compare the folder `out` (it may be missing) with the tree that `manifest` describes: its word tells all bytes.

    Raises WorkspaceError when the folder cannot be read.
    """
    if out.exists() and not out.is_dir():
        raise WorkspaceError(f"{out} is a file; a generated tree belongs there")
    wanted = {path: entry.sha256 for path, entry in manifest.files.items()}
    wanted[LOCK_NAME] = sha256(manifest_text(manifest).encode())
    unsafe = first_unsafe(wanted)
    if unsafe is not None:
        raise ValueError(f"{unsafe!r} is no path below the output folder")
    recorded, damage = _manifest(out)
    entries = _entries(out)
    ours = wanted.keys() | (recorded.files.keys() if recorded else set())
    found = {path: _hash(f"{out}/{path}") if path in ours and regular else None for path, regular in entries.items()}
    found |= dict.fromkeys(_blocked(wanted, out, entries))
    known = {path: entry.sha256 for path, entry in recorded.files.items()} if recorded else {}
    lock = found.get(LOCK_NAME)
    if lock is not None:
        known[LOCK_NAME] = lock
    return Judged(comparison=compare(wanted, known, found), recorded=recorded, damage=damage)


def write(out: Path, tree: Tree, *, force: bool = False) -> WriteReport:
    """Make `out` hold `tree` and what others put there; bytes that are right already are not touched.

    Raises EditedError, having changed nothing, when that would overwrite or remove what someone edited and `force` is off;
    WorkspaceError when the folder cannot be written.
    """
    out = Path(os.path.realpath(out))
    with exclusive(out) as staged:
        judged = judge(out, tree.manifest)
        states = judged.comparison
        _refuse(out, judged, force=force)
        written = states.having(State.MISSING, State.STALE)
        orphaned = states.having(State.ORPHANED)
        edited = states.having(State.EDITED)
        files = tree.with_lock()
        written = tuple(sorted((*written, *(path for path in edited if path in files))))
        removed = tuple(sorted((*orphaned, *(path for path in edited if path not in files))))
        unchanged = states.having(State.UNCHANGED)
        if written or removed:
            try:
                _stage(staged, {path: files[path] for path in written})
                _keep(out, staged, (*unchanged, *states.having(State.UNMANAGED)))
                replace(out, staged)
            except OSError as error:
                shutil.rmtree(staged, ignore_errors=True)
                raise WorkspaceError(f"cannot write {error.filename or out}: {error.strerror}") from error
    return WriteReport(written=written, unchanged=unchanged, removed=removed)


def settle(out: Path, manifest: Manifest) -> WriteReport | None:
    """Make `out` hold the tree that `manifest` describes, where that takes no more than writing the manifest; None, and
    nothing is changed, where it takes more.

    Raises WorkspaceError when the folder cannot be written.
    """
    out = Path(os.path.realpath(out))
    with exclusive(out) as staged:
        states = judge(out, manifest).comparison
        wrong = states.having(*WRONG)
        if wrong and (wrong != (LOCK_NAME,) or states.states[LOCK_NAME] is not State.STALE):
            return None
        if wrong:
            try:
                _stage(staged, {LOCK_NAME: manifest_text(manifest).encode()})
                (staged / LOCK_NAME).replace(out / LOCK_NAME)
                staged.rmdir()
            except OSError as error:
                shutil.rmtree(staged, ignore_errors=True)
                raise WorkspaceError(f"cannot write {error.filename or out}: {error.strerror}") from error
    return WriteReport(written=wrong, unchanged=states.having(State.UNCHANGED), removed=())


def _refuse(out: Path, judged: Judged, *, force: bool) -> None:
    edited = judged.comparison.having(State.EDITED)
    if edited and not force:
        raise EditedError(edited, judged.damage)
    blocked = next((path for path in edited if not (out / path).is_file() or (out / path).is_symlink()), None)
    if blocked is not None:
        raise WorkspaceError(f"{out / blocked} is in the way: a generated file belongs there; move it by hand")


def _manifest(out: Path) -> tuple[Manifest | None, str | None]:
    try:
        return parse_manifest((out / LOCK_NAME).read_bytes()), None
    except FileNotFoundError:
        return None, None
    except ManifestError as error:
        return None, str(error)
    except OSError as error:
        raise WorkspaceError(f"cannot read {out / LOCK_NAME}: {error.strerror}") from error


def _entries(out: Path) -> dict[str, bool]:
    """Everything below `out` that is not a folder, links not followed; True for regular files."""
    found: dict[str, bool] = {}
    pending = [str(out)] if out.is_dir() else []
    begin = len(os.path.join(out, ""))  # noqa: PTH118 - the length of what stands before a path below it
    try:
        while pending:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    else:
                        path = entry.path[begin:].replace(os.sep, "/")
                        found[path] = entry.is_file(follow_symlinks=False)
    except OSError as error:
        raise WorkspaceError(f"cannot read {error.filename}: {error.strerror}") from error
    return found


def _blocked(wanted: Iterable[str], out: Path, entries: Mapping[str, bool]) -> Iterator[str]:
    """The files where whose places a folder stands, or something else than a folder above them."""
    above: dict[str, bool] = {}
    for path in wanted:
        folder = path.rpartition("/")[0]
        if folder not in above:
            above[folder] = any(str(parent) in entries for parent in PurePosixPath(path).parents)
        if above[folder] or (path not in entries and (out / path).is_dir()):
            yield path


def _hash(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - thousands of files: a Path for each takes longer than its hash
            return sha256(file.read())
    except OSError as error:
        raise WorkspaceError(f"cannot read {path}: {error.strerror}") from error


def _stage(staged: Path, files: Mapping[str, bytes]) -> None:
    staged.mkdir()
    made: set[Path] = set()
    for path, content in files.items():
        target = staged / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)


def _keep(out: Path, staged: Path, paths: tuple[str, ...]) -> None:
    """Carry these files over as they are, times and modes included, and folders that are empty in `out`."""
    for path in paths:
        target = staged / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(out / path, target, follow_symlinks=False)
        except OSError:  # a file system without hard links
            shutil.copy2(out / path, target, follow_symlinks=False)
    for folder, folders, files in os.walk(out):
        if not folders and not files:
            (staged / Path(folder).relative_to(out)).mkdir(parents=True, exist_ok=True)
    if out.exists():
        shutil.copymode(out, staged)
