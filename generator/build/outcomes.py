"""What a run comes to but for the bytes of its files, and how later runs of the same docs remember it.

Remembering is sound because a tree is a function of what the key holds: all code between pages and files, the libraries that
spell them, templates, configuration and pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.cache.sealed import digest_of, keep_newest, read_sealed, write_sealed
from generator.cache.versions import program_version
from generator.diagnostics import Diagnostic
from generator.model.api import PageCounts
from generator.workspace.docs import Docs
from generator.workspace.manifest import Manifest, Origin

_T = TypeVar("_T")
_MOST = 8
"""Files of each kind that are kept: of the SDKs of a project, in a few states."""


class Tests(msgspec.Struct, frozen=True, kw_only=True):
    """Tests that must pass, and tests of what the docs got wrong, which must fail."""

    passing: int
    known_wrong: int


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Documented examples that are no tests, by reason."""

    other_host: int
    """Their requests go to another host."""
    no_call: int
    """Their page has no path that they could be an example of."""
    no_operation: int
    """They stand on pages that document no call that can be read."""
    nothing_shown: int
    """They show neither a request nor a response of which something can be read."""


class Examples(msgspec.Struct, frozen=True, kw_only=True):
    """Documented examples as tests: their requests, those responses that say something, and what is no test."""

    requests: Tests
    responses: Tests
    left_out: LeftOut


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The tree by its manifest, and the numbers and findings that are told of it."""

    manifest: Manifest
    pages: PageCounts
    types: int
    enums: int
    operations: int
    examples: Examples
    diagnostics: tuple[Diagnostic, ...]


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What earlier runs found out that bears on one run.

    Two steps lead from docs to an outcome: what the pages say, and what comes of that. Pages that say the same with other
    bytes (a reworded introduction) share the second.
    """

    folder: Path
    docs: bytes
    """Of these very docs, and all else that the outcome is a function of."""
    rest: bytes
    """Of all else alone."""
    sdk: bytes
    origin: Origin
    pages: Mapping[str, str]

    def read_before(self) -> bytes | None:
        """`Read.digest` of these very docs, if an earlier run read them."""
        return read_sealed(self._place("read", self.docs))

    def recall(self, read: bytes) -> Outcome | None:
        """The outcome of an earlier run whose pages said the same, with the same templates, configuration and code."""
        kept = _decoded(self._place("outcomes", self.rest, read), Outcome)
        if kept is None:
            return None
        manifest = msgspec.structs.replace(kept.manifest, origin=self.origin, pages=dict(self.pages))
        return msgspec.structs.replace(kept, manifest=manifest)

    def known(self) -> dict[bytes, str]:
        """What black spelled in the last run of this SDK."""
        return _decoded(self._place("spelled", self.sdk), dict[bytes, str]) or {}

    def keep_read(self, read: bytes) -> None:
        """Remember what these docs say."""
        self._keep(self._place("read", self.docs), read)

    def keep(self, read: bytes, outcome: Outcome, spelled: Mapping[bytes, str]) -> None:
        """Remember all of it for later runs."""
        stripped = msgspec.structs.replace(outcome.manifest, pages={})
        self.keep_read(read)
        self._keep(
            self._place("outcomes", self.rest, read),
            msgspec.msgpack.encode(msgspec.structs.replace(outcome, manifest=stripped)),
        )
        self._keep(self._place("spelled", self.sdk), msgspec.msgpack.encode(spelled))

    def _place(self, kind: str, *key: bytes) -> Path:
        return self.folder / kind / digest_of(b"".join(key)).hex()

    def _keep(self, place: Path, payload: bytes) -> None:
        write_sealed(place, payload)
        keep_newest(place.parent, _MOST)


def _decoded(place: Path, wanted: type[_T]) -> _T | None:
    payload = read_sealed(place)
    try:
        return None if payload is None else msgspec.msgpack.decode(payload, type=wanted)
    except msgspec.DecodeError:
        return None


def memory(folder: Path, sdk: str, origin: Origin, settings: str, docs: Docs) -> Memory:
    """The memory in `folder` of a run that makes `sdk` from `origin`, which tells of `docs` too. `settings` is the digest of
    what the configuration asks for: in other words it asks for no other tree.
    """
    version = program_version()
    asked = msgspec.structs.replace(origin, config=settings)
    elsewhere = msgspec.structs.replace(asked, docs="")
    return Memory(
        folder=folder,
        docs=digest_of(version + msgspec.msgpack.encode((asked, docs.diagnostics))),
        rest=digest_of(version + msgspec.msgpack.encode((elsewhere, docs.diagnostics))),
        sdk=version + sdk.encode(),
        origin=origin,
        pages=docs.pages,
    )
