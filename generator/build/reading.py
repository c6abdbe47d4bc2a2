"""Pages to facts, the cheapest way: from the cache, in this process, or in several. The outcome is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.build.progress import Progress
from generator.build.workers import encode_each, encode_parallel
from generator.cache.pages import PageCache, entry_name, load, prune, store
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


def read_pages(sources: Sequence[SourceFile], profile: Profile, means: Means) -> tuple[Extracted, ...]:
    """The facts and findings of every page, in the order of `sources`."""
    names = [entry_name(means.cache, each) for each in sources] if means.cache else []
    found: dict[int, Extracted] = {}
    for index, name in enumerate(names):
        kept = load(means.cache, name) if means.cache else None
        if kept is not None:
            found[index] = kept
    missing = [index for index in range(len(sources)) if index not in found]
    payloads = _encoded([sources[index] for index in missing], profile, means.jobs)
    for done, (index, payload) in enumerate(zip(missing, payloads, strict=True)):
        means.progress("reading pages", len(found), len(sources)) if done % 16 == 0 else None
        if means.cache:
            store(means.cache, names[index], payload)
        found[index] = _decoder.decode(payload)
    if means.cache and missing:
        prune(means.cache, names)
    means.progress("reading pages", len(sources), len(sources))
    return tuple(found[index] for index in range(len(sources)))


def _encoded(sources: list[SourceFile], profile: Profile, jobs: int) -> Iterator[bytes]:
    if jobs > 1 and len(sources) >= _WORTH_A_PROCESS:
        return encode_parallel(sources, profile, jobs)
    return encode_each(sources, profile)
