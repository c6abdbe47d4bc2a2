"""The OData query options that a call takes: those its pages name, and those they mean."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.operations import OperationKind

SOME = "*"
"""In `Call.options`: a page says that there are options, and not which."""
_OF_LISTS = ("select", "expand", "filter", "search", "orderby", "top", "skip", "count")
_OF_ONE = ("select", "expand")
OF_A_NUMBER = frozenset({"filter", "search"})
"""What a number depends on: it has neither properties nor an order."""


def suiting_options(named: Iterable[str], kind: OperationKind) -> frozenset[str]:
    """Those that mean something to such a call: a page names the options of all its paths at once."""
    found = frozenset(named)
    return found & (OF_A_NUMBER | {SOME}) if kind is OperationKind.COUNT else found


def meant_options(named: Iterable[str], *, many: bool) -> frozenset[str]:
    """Options without `$`; where a page does not name any, those that suit what comes back. `many`: a list does."""
    found = frozenset(named)
    return found - {SOME} | set(_OF_LISTS if many else _OF_ONE) if SOME in found else found


def option_of(written: str) -> str:
    """The option that a row is about, `$filter` or "`$filter` with the any operator"; "" for anything else."""
    return written.split(maxsplit=1)[0].rstrip(",:=").lower()[1:] if written[:1] == "$" else ""
