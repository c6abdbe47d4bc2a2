"""What single pages gave, kept by their content. It may always be deleted; anything odd in it is as if it were not there.

Reuse is sound because facts are never changed, depend on one page and the profile alone, and the key holds the page's path and
text, the profile and the code that read them. Findings are kept with the facts, so a hit repeats them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Collection
from importlib import metadata
from pathlib import Path

import msgspec

from generator.extract.page import Extracted
from generator.text import SourceFile

_READERS = ("text", "diagnostics", "model", "facts", "markdown", "dialect", "extract")
_LIBRARIES = ("markdown-it-py", "msgspec")
_DIGEST_SIZE = 32
_MOST_ENTRIES = 50_000

_decoder = msgspec.msgpack.Decoder(Extracted)


class PageCache(msgspec.Struct, frozen=True):
    """A folder of entries, and the digest of all that they depend on besides the page."""

    folder: Path
    salt: bytes


def open_cache(folder: Path, profile: bytes) -> PageCache:
    """The cache in `folder` for one profile (in any encoding that tells profiles apart). Nothing is read or created yet."""
    return PageCache(folder, hashlib.sha256(reader_version() + profile).digest())


def reader_version() -> bytes:
    """A digest of the code that makes facts of pages, so that no one has to remember to raise a number."""
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    root = Path(__file__).parent
    for layer in _READERS:
        for path in sorted((root / layer).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


def entry_name(cache: PageCache, source: SourceFile) -> str:
    """The name under which this page is kept."""
    path, text = source.path.encode(), source.text.encode("utf-8", "surrogatepass")
    key = hashlib.sha256(b"%b%d:%b%b" % (cache.salt, len(path), path, text)).hexdigest()
    return f"{key[:2]}/{key[2:]}"


def load(cache: PageCache, name: str) -> Extracted | None:
    """What was kept, or None: no entry, a damaged one, or one of another shape."""
    try:
        content = (cache.folder / name).read_bytes()
    except OSError:
        return None
    digest, payload = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
    if hashlib.sha256(payload).digest() != digest:
        return None
    try:
        return _decoder.decode(payload)
    except msgspec.DecodeError:
        return None


def store(cache: PageCache, name: str, payload: bytes) -> None:
    """Keep an encoded `Extracted`. A cache that cannot be written costs time and nothing else, so failure is no event."""
    target = cache.folder / name
    scratch = target.with_name(f"{target.name}.{os.getpid()}")
    content = hashlib.sha256(payload).digest() + payload
    with contextlib.suppress(OSError):
        try:
            scratch.write_bytes(content)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(content)
        scratch.replace(target)


def prune(cache: PageCache, used: Collection[str]) -> None:
    """Once the folder holds far more than any docs have pages, drop what this run did not use."""
    kept = {cache.folder / name for name in used}
    entries = [path for path in cache.folder.glob("??/*") if path not in kept]
    if len(entries) + len(kept) > _MOST_ENTRIES:
        with contextlib.suppress(OSError):
            for path in entries:
                path.unlink(missing_ok=True)
