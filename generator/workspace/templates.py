"""A user's templates, which replace shipped ones by name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.workspace.errors import WorkspaceError


class Templates(msgspec.Struct, frozen=True, kw_only=True):
    """Templates by name, and which of them are the user's."""

    texts: dict[str, str]
    replaced: tuple[str, ...]


def overridden(shipped: Mapping[str, str], folder: Path | None) -> Templates:
    """The shipped templates with those of `folder` in the place of their namesakes.

    Raises WorkspaceError when `folder` cannot be read, or holds one that replaces nothing: a misspelt name would be ignored.
    """
    if folder is None:
        return Templates(texts=dict(shipped), replaced=())
    if not folder.is_dir():
        raise WorkspaceError(f"there is no folder of templates at {folder}")
    own: dict[str, str] = {}
    for path in sorted(folder.rglob("*.j2")):
        name = path.relative_to(folder).as_posix()
        if name not in shipped:
            raise WorkspaceError(f"{path} replaces no template; `sdkwright templates` lists their names")
        try:
            own[name] = path.read_text(encoding="utf-8")
        except OSError as error:
            raise WorkspaceError(f"cannot read {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise WorkspaceError(f"{path} is not UTF-8 text") from error
    return Templates(texts={**shipped, **own}, replaced=tuple(own))


def digest_of(texts: Mapping[str, str]) -> str:
    """sha256 over names and texts, in the order of the names."""
    digest = hashlib.sha256()
    for name, text in sorted(texts.items()):
        content = text.encode()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
