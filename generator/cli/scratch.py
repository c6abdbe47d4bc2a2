"""The project's `.sdkwright` folder: what may be deleted at any time, and is ignored by git without being asked to."""

from __future__ import annotations

from pathlib import Path


def scratch_folder(root: Path) -> Path:
    """The folder, made if need be. Raises OSError where it cannot be."""
    folder = root / ".sdkwright"
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder
