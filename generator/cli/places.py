"""Where the docs of another state are, as the command line names them."""

from __future__ import annotations

import os
from pathlib import Path

from generator.cli.project import Project
from generator.config import SdkConfig


def place_of(project: Project, sdk: SdkConfig, place: str) -> str:
    """`place`, a folder or a git revision, as a docs location relative to the project's root."""
    if place.startswith("git:"):
        return place
    if Path(place).is_dir():
        return str(Path.cwd() / place)
    if sdk.docs.startswith("git:"):
        return f"git:{place}:{sdk.docs.rpartition(':')[2]}"
    relative = os.path.relpath(project.root / sdk.docs, project.root).replace(os.sep, "/")
    return f"git:{place}:./{relative}"
