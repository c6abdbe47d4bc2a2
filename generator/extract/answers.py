"""Cells of columns that ask whether: yes, no, or more than that."""

from __future__ import annotations

from generator.dialect.kinds import Column
from generator.dialect.phrases import folded, slot_values
from generator.dialect.profile import Profile
from generator.extract.columns import Columns
from generator.markdown.blocks import Row
from generator.markdown.inline import plain
from generator.model.wording import Deprecation

_YES = frozenset({"yes", "y", "true", "x", "\u2713", "\u2714"})
_NO = frozenset({"no", "n", "false", "-", "\u2013", "\u2014", "\u2717", "\u2718"})


def answer(text: str, yes: frozenset[str] = frozenset(), no: frozenset[str] = frozenset()) -> bool | None:
    """What a cell says; None where that is neither yes nor no, in these words beside the usual ones."""
    said = folded(plain(text)).rstrip(".")
    if said in _YES or said in yes:
        return True
    return False if said in _NO or said in no else None


def deprecated_by_column(row: Row, columns: Columns, profile: Profile) -> Deprecation | None:
    """The deprecation that a column of its own states, in a word or with what to use instead."""
    cell = columns.cell(row, Column.DEPRECATED)
    if cell is None or not cell.text or answer(cell.text) is False:
        return None
    found = profile.instead_phrase.search(cell.text)
    text = "Deprecated." if answer(cell.text) else cell.text
    return Deprecation(text=text, span=cell.span, instead=slot_values(found)[0] if found else None)
