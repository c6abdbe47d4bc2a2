"""`sdkwright.lock`: what a generated tree was made from, file by file. Data without clocks or places, so it can be committed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import msgspec

LOCK_NAME = "sdkwright.lock"
_VERSION = 1


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What a tree is a function of. `generator` is a version, the rest are sha256 digests."""

    generator: str
    docs: str
    templates: str
    config: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One generated file: the sha256 of its bytes, and the pages it came from."""

    sha256: str
    pages: tuple[str, ...] = ()


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Files by path relative to the output folder, with `/`; `pages` are digests of what was read, by path."""

    origin: Origin
    files: dict[str, Entry]
    pages: dict[str, str] = {}
    overrides: tuple[str, ...] = ()
    """The corrections of documented facts that the files hold, as one reads them."""


class ManifestError(ValueError):
    """The text is no manifest that can be trusted."""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def manifest_text(manifest: Manifest) -> str:
    """JSON with one file or page a line, so that a change of the tree is a readable change of the manifest."""
    head = {"version": _VERSION, **msgspec.to_builtins(manifest.origin), "overrides": list(manifest.overrides)}
    lines = [f" {json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items()]
    files = sorted(manifest.files.items())
    rows = ",\n".join(f"  {json.dumps(path)}: {json.dumps(msgspec.to_builtins(entry))}" for path, entry in files)
    pages = ",\n".join(f"  {json.dumps(path)}: {json.dumps(digest)}" for path, digest in sorted(manifest.pages.items()))
    return "{\n" + "".join(lines) + ' "files": {\n' + rows + '\n },\n "pages": {\n' + pages + "\n }\n}\n"


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    version: int
    generator: str
    docs: str
    templates: str
    config: str
    overrides: tuple[str, ...]
    files: dict[str, Entry]
    pages: dict[str, str]


def parse_manifest(content: bytes) -> Manifest:
    """The manifest that `manifest_text` wrote. Raises ManifestError for anything else, unsafe paths included.

    Files are deleted on its word alone, so a path that leaves the folder makes the whole manifest worthless.
    """
    try:
        read = msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ManifestError(f"{LOCK_NAME} is damaged: {error}") from error
    if read.version != _VERSION:
        raise ManifestError(f"{LOCK_NAME} has version {read.version}; this sdkwright writes version {_VERSION}")
    unsafe = first_unsafe(read.files)
    if unsafe is not None:
        raise ManifestError(f"{LOCK_NAME} names {unsafe!r}, which is not a path below its folder")
    origin = Origin(generator=read.generator, docs=read.docs, templates=read.templates, config=read.config)
    return Manifest(origin=origin, files=read.files, pages=read.pages, overrides=read.overrides)


def first_unsafe(paths: Iterable[str]) -> str | None:
    """The first path that is not plainly below the folder it is relative to."""
    return next((path for path in paths if not _is_safe(path)), None)


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return (
        path.isprintable()
        and "\\" not in path
        and ":" not in path
        and not any(part in {"", ".", ".."} for part in parts)
    )
