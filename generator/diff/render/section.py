"""A comparison with the SDKs that it is of, and what holds for several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from generator.diff.compare import Comparison
from generator.diff.model import Bump

_ORDER = tuple(Bump)


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """`names` are the SDKs whose API it is."""

    names: tuple[str, ...]
    found: Comparison

    @property
    def title(self) -> str:
        return ", ".join(self.names)


def largest(bumps: Iterable[Bump]) -> Bump:
    """The step that suits all."""
    return min(bumps, key=_ORDER.index, default=Bump.NONE)


def parted(sections: Sequence[Section]) -> tuple[list[Section], list[str]]:
    """The sections with changes, and the names of the SDKs that have none."""
    changed = [each for each in sections if each.found.bump is not Bump.NONE]
    return changed, [name for each in sections if each.found.bump is Bump.NONE for name in each.names]
