"""The templates that come with sdkwright, as text by name. They are data of the package, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def root() -> Traversable:
    """Where the templates stand: inside an installed package, or beside the package in a checkout."""
    installed = resources.files("generator").joinpath("_templates")
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"


def shipped_templates() -> dict[str, str]:
    """Every `.j2` file, by its path below the templates' root."""
    return dict(sorted((name, text) for name, text in _files(root(), "") if name.endswith(".j2")))


def runtime_sources() -> dict[str, str]:
    """The runtime of generated packages, by file name: real Python that is copied as it is."""
    folder = root().joinpath("python", "runtime")
    return dict(sorted((each.name, each.read_text("utf-8")) for each in folder.iterdir() if each.name.endswith(".py")))


def _files(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for each in folder.iterdir():
        name = f"{prefix}{each.name}"
        if each.is_dir():
            found += _files(each, f"{name}/")
        elif each.name.endswith(".j2"):
            found.append((name, each.read_text("utf-8")))
    return found
