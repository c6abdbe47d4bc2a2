"""What stands in the output folder against what should: a pure judgement, the same for `generate` and `check`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class State(StrEnum):
    """How a file of the output folder compares with what the docs give now."""

    UNCHANGED = "unchanged"
    STALE = "stale"
    """As sdkwright wrote it, and no longer what the docs say."""
    MISSING = "missing"
    ORPHANED = "orphaned"
    """As sdkwright wrote it, and nothing in the docs gives it any more."""
    EDITED = "hand-edited"
    """Written by sdkwright, then changed by someone else; or not by sdkwright at all, where a generated file belongs."""
    UNMANAGED = "unmanaged"
    """Not named by the manifest: somebody's own, never touched."""


WRONG = (State.STALE, State.MISSING, State.ORPHANED, State.EDITED)
"""What keeps an output folder from being what the docs say."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Paths by state, each sorted."""

    states: dict[str, State]

    def having(self, *wanted: State) -> tuple[str, ...]:
        """The paths in one of these states, sorted."""
        return tuple(path for path, state in sorted(self.states.items()) if state in wanted)


def compare(wanted: Mapping[str, str], recorded: Mapping[str, str], found: Mapping[str, str | None]) -> Comparison:
    """Judge every path of three maps to sha256: what the docs give, what the manifest records, what the folder holds.

    `found` is None for what holds no bytes of its own there: a link, a pipe, a folder where a file belongs.
    """
    paths = wanted.keys() | recorded.keys() | found.keys()
    judged = {path: _state(path, wanted, recorded, found) for path in paths}
    return Comparison(states={path: state for path, state in sorted(judged.items()) if state is not None})


def _state(
    path: str, wanted: Mapping[str, str], recorded: Mapping[str, str], found: Mapping[str, str | None]
) -> State | None:
    if path not in found:
        return State.MISSING if path in wanted else None
    there = found[path]
    if path not in wanted and path not in recorded:
        return State.UNMANAGED
    if path in wanted and there == wanted[path]:
        return State.UNCHANGED
    if path not in recorded or there != recorded[path]:
        return State.EDITED
    return State.STALE if path in wanted else State.ORPHANED
