"""Pages to facts, the cheapest way: from the cache, in this process, or in several. The outcome is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.build.progress import Progress
from generator.build.workers import encode_each, encode_parallel
from generator.cache.pages import PageCache, entry_name, load, prune, store
from generator.cache.sealed import digest_of
from generator.dialect import Profile
from generator.extract.page import Extracted
from generator.text import SourceFile

_WORTH_A_PROCESS = 96
"""Pages below which starting worker processes takes longer than reading here."""

_decoder = msgspec.msgpack.Decoder(Extracted)


class Means(msgspec.Struct, frozen=True, kw_only=True):
    """What a run may use. None of it changes what comes out."""

    jobs: int
    cache: PageCache | None
    progress: Progress


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What the pages say."""

    pages: tuple[Extracted, ...]
    """Facts and findings of each, in the order of the sources."""
    digest: bytes
    """Of all of them: what is made of the pages depends on nothing else that stands in them."""


def read_pages(sources: Sequence[SourceFile], profile: Profile, means: Means) -> Read:
    """The facts and findings of every page."""
    names = [entry_name(means.cache, each) for each in sources] if means.cache else []
    found: dict[int, Extracted] = {}
    digests: dict[int, bytes] = {}
    for index, name in enumerate(names):
        kept = load(means.cache, name) if means.cache else None
        if kept is not None:
            found[index], digests[index] = kept[0], digest_of(kept[1])
    missing = [index for index in range(len(sources)) if index not in found]
    payloads = _encoded([sources[index] for index in missing], profile, means.jobs)
    for done, (index, payload) in enumerate(zip(missing, payloads, strict=True)):
        means.progress("reading pages", len(found), len(sources)) if done % 16 == 0 else None
        if means.cache:
            store(means.cache, names[index], payload)
        found[index], digests[index] = _decoder.decode(payload), digest_of(payload)
    if means.cache and missing:
        prune(means.cache, names)
    means.progress("reading pages", len(sources), len(sources))
    order = range(len(sources))
    return Read(
        pages=tuple(found[index] for index in order), digest=digest_of(b"".join(digests[index] for index in order))
    )


def _encoded(sources: list[SourceFile], profile: Profile, jobs: int) -> Iterator[bytes]:
    if jobs > 1 and len(sources) >= _WORTH_A_PROCESS:
        return encode_parallel(sources, profile, jobs)
    return encode_each(sources, profile)
