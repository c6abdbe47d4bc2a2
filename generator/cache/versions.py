"""Digests of the code that made what is kept, so that no one has to remember to raise a number."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_LIBRARIES = ("markdown-it-py", "msgspec")
_ALL_LIBRARIES = ("black", "jinja2", *_LIBRARIES)


def reader_version() -> bytes:
    """Of the layers that make facts of pages."""
    layers = ("text", "diagnostics", "model", "facts", "markdown", "dialect", "extract")
    return _digest(_LIBRARIES, (path for layer in layers for path in (_ROOT / layer).rglob("*")))


@cache
def program_version() -> bytes:
    """Of all code between pages and finished files; templates are known by themselves."""
    outside = {"cli", "cache", "_templates", "schemas"}
    parts = (each for each in _ROOT.iterdir() if each.name not in outside)
    return _digest(_ALL_LIBRARIES, (path for part in parts for path in (part, *part.rglob("*"))))


def _digest(libraries: Iterable[str], paths: Iterable[Path]) -> bytes:
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in libraries:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for path in sorted(paths):
        if path.suffix in {".py", ".toml"} and path.is_file():
            content = path.read_bytes()
            digest.update(b"%b\0%d:%b" % (path.relative_to(_ROOT).as_posix().encode(), len(content), content))
    return digest.digest()
