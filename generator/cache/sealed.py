"""Files that are whole or as good as missing: a digest stands before the content, and they appear in one step."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

_DIGEST_SIZE = 32


def read_sealed(path: Path) -> bytes | None:
    """What was written there, or None: no file, or one that was damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, payload = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
    return payload if digest_of(payload) == digest else None


def digest_of(payload: bytes) -> bytes:
    """The digest that stands before the payload."""
    return hashlib.sha256(payload).digest()


def write_sealed(path: Path, payload: bytes) -> None:
    """Keep `payload`. A cache that cannot be written costs time and nothing else, so failure is no event."""
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    content = digest_of(payload) + payload
    with contextlib.suppress(OSError):
        try:
            scratch.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(content)
        scratch.replace(path)


def keep_newest(folder: Path, most: int) -> None:
    """Drop all files of the folder but the `most` that were written last."""
    with contextlib.suppress(OSError):
        files = sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime_ns, reverse=True)
        for each in files[most:]:
            each.unlink(missing_ok=True)
