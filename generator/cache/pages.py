"""What single pages gave, by their content.

Reuse is sound because facts are never changed, depend on one page and the profile alone, and the key holds the page's path and
text, the profile and the code that read them. Findings are kept with the facts, so a hit repeats them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Collection
from pathlib import Path

import msgspec

from generator.cache.sealed import read_sealed, write_sealed
from generator.cache.versions import reader_version
from generator.extract.page import Extracted
from generator.text import SourceFile

_MOST_ENTRIES = 50_000
_PREFIX = 2
"""Characters of an entry's name that are its folder's."""

_decoder = msgspec.msgpack.Decoder(Extracted)


class PageCache(msgspec.Struct, frozen=True):
    """A folder of entries, and the digest of all that they depend on besides the page."""

    folder: Path
    salt: bytes


def open_cache(folder: Path, profile: bytes) -> PageCache:
    """The cache in `folder` for one profile (in any encoding that tells profiles apart). Nothing is read or created yet."""
    return PageCache(folder, hashlib.sha256(reader_version() + profile).digest())


def entry_name(cache: PageCache, source: SourceFile) -> str:
    """The name under which this page is kept."""
    path, text = source.path.encode(), source.text.encode("utf-8", "surrogatepass")
    key = hashlib.sha256(b"%b%d:%b%b" % (cache.salt, len(path), path, text)).hexdigest()
    return f"{key[:_PREFIX]}/{key[_PREFIX:]}"


def load(cache: PageCache, name: str) -> tuple[Extracted, bytes] | None:
    """What was kept, also as the bytes that `store` was given; None: no entry, a damaged one, or one of another shape."""
    payload = read_sealed(cache.folder / name)
    try:
        return None if payload is None else (_decoder.decode(payload), payload)
    except msgspec.DecodeError:
        return None


def store(cache: PageCache, name: str, payload: bytes) -> None:
    """Keep an encoded `Extracted`."""
    write_sealed(cache.folder / name, payload)


def prune(cache: PageCache, used: Collection[str]) -> None:
    """Once the folder holds far more than any docs have pages, drop what this run did not use."""
    with contextlib.suppress(OSError):
        folders = [each for each in os.scandir(cache.folder) if len(each.name) == _PREFIX and each.is_dir()]
        entries = [f"{folder.name}/{name}" for folder in folders for name in os.listdir(folder)]  # noqa: PTH208 - names suffice
        if len(entries) > _MOST_ENTRIES:
            for name in set(entries).difference(used):
                (cache.folder / name).unlink(missing_ok=True)
