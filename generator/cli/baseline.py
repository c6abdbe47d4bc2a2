"""The baseline: findings that are known, so that old docs can be held to "nothing new" before they are right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec

from generator.diagnostics.render import Shown
from generator.workspace.errors import WorkspaceError


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that is kept; `fingerprint` names it, the rest is for people."""

    fingerprint: str
    code: str = ""
    path: str | None = None
    message: str = ""


class _File(msgspec.Struct, frozen=True, kw_only=True):
    version: int
    findings: tuple[Known, ...]


def read_baseline(path: Path) -> dict[str, Known]:
    """Known findings by fingerprint. Raises WorkspaceError for a file that is missing or not a baseline."""
    try:
        read = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        hint = "; --write-baseline makes it" if isinstance(error, FileNotFoundError) else ""
        raise WorkspaceError(f"cannot read the baseline {path}: {error.strerror}{hint}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path} is no baseline: {error}") from error
    if read.version != 1:
        raise WorkspaceError(f"{path} is a baseline of version {read.version}; this sdkwright knows version 1")
    return {each.fingerprint: each for each in read.findings}


def write_baseline(path: Path, found: Sequence[Shown]) -> None:
    """Make the baseline of these findings: one a line, with what a reviewer needs to recognise it."""
    rows = sorted(
        (
            {
                "fingerprint": each.fingerprint,
                "code": each.found.code,
                "path": each.found.span.path if each.found.span else None,
                "message": each.found.message,
            }
            for each in found
        ),
        key=lambda row: (row["path"] or "", row["code"] or "", row["fingerprint"] or ""),
    )
    lines = ",\n".join(f"  {json.dumps(row)}" for row in rows)
    try:
        path.write_text(f'{{"version": 1, "findings": [\n{lines}\n]}}\n', encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"cannot write the baseline {path}: {error.strerror}") from error
