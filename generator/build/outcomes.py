"""What a run comes to but for the bytes of its files, and how later runs of the same docs remember it.

Remembering is sound because a tree is a function of what the key holds: all code between pages and files, the libraries that
spell them, templates, configuration and pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from generator.cache.sealed import keep_newest, read_sealed, write_sealed
from generator.cache.versions import program_version
from generator.diagnostics import Diagnostic
from generator.model.api import PageCounts
from generator.workspace.manifest import Manifest, Origin

_MOST = 8
"""Outcomes that are kept: of the SDKs of a project, in a few states."""


class Tests(msgspec.Struct, frozen=True, kw_only=True):
    """Tests that must pass, and tests of what the docs got wrong, which must fail."""

    passing: int
    known_wrong: int


class Examples(msgspec.Struct, frozen=True, kw_only=True):
    """Documented examples as tests: their requests, those responses that say something, and examples that no call fits."""

    requests: Tests
    responses: Tests
    left_out: int


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
    """Where one run looks for what earlier ones found out."""

    outcome: Path
    spelled: Path

    def recall(self) -> Outcome | None:
        """The outcome of an earlier run of the very same docs, templates, configuration and code."""
        payload = read_sealed(self.outcome)
        try:
            return None if payload is None else msgspec.msgpack.decode(payload, type=Outcome)
        except msgspec.DecodeError:
            return None

    def known(self) -> dict[bytes, str]:
        """What black spelled in the last run of this SDK."""
        payload = read_sealed(self.spelled)
        try:
            return {} if payload is None else msgspec.msgpack.decode(payload, type=dict[bytes, str])
        except msgspec.DecodeError:
            return {}

    def keep(self, outcome: Outcome, spelled: Mapping[bytes, str]) -> None:
        """Remember both for later runs."""
        write_sealed(self.outcome, msgspec.msgpack.encode(outcome))
        write_sealed(self.spelled, msgspec.msgpack.encode(spelled))
        for each in (self.outcome, self.spelled):
            keep_newest(each.parent, _MOST)


def memory(folder: Path, sdk: str, origin: Origin, found: Sequence[Diagnostic]) -> Memory:
    """The memory in `folder` of a run that makes `sdk` from `origin`; `found` is what was odd about the docs folder itself."""
    version = program_version()
    key = hashlib.sha256(version + msgspec.msgpack.encode((origin, found)))
    kept = hashlib.sha256(version + sdk.encode())
    return Memory(outcome=folder / "outcomes" / key.hexdigest(), spelled=folder / "spelled" / kept.hexdigest())
