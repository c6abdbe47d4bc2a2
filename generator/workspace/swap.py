"""Replacing a folder by another in one step, and keeping two runs out of each other's way."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.workspace.errors import WorkspaceError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


@contextmanager
def exclusive(out: Path) -> Iterator[Path]:
    """Hold the right to replace `out`: one process at a time, others wait. Gives an unused path beside it to stage in.

    What an earlier run left behind when it was killed is cleared away first. The lock is on the parent folder itself, so it
    leaves no file and dies with the process.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        holder = os.open(out.parent, os.O_RDONLY)
    except OSError as error:
        raise WorkspaceError(f"cannot write beside {out}: {error.strerror}") from error
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        _recover(out)
        yield _beside(out, "new")
    finally:
        os.close(holder)


def replace(out: Path, staged: Path) -> None:
    """Make `staged` the folder at `out`. A reader, or a run that is killed here, sees the old tree or the new one."""
    if not out.exists():
        staged.rename(out)
        return
    if not _exchange(staged, out):
        old = _beside(out, "old")
        out.rename(old)
        staged.rename(out)
        staged = old
    shutil.rmtree(staged)


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.sdkwright-{what}")


def _recover(out: Path) -> None:
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (old, _beside(out, "new")):
        if left.exists():
            shutil.rmtree(left)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two paths atomically; False where the system or the file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    source, target = os.fsencode(first), os.fsencode(second)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(source, target, _RENAME_SWAP)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, source, _AT_FDCWD, target, _RENAME_EXCHANGE)
    else:
        return False
    if failed and (code := ctypes.get_errno()) not in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        raise OSError(code, os.strerror(code), str(second))
    return not failed
