"""Cells and sentences that offer several types: the nearest type that all of them derive from stands for them."""

from __future__ import annotations

from generator.diagnostics import Report
from generator.facts.written import TypeCell, WrittenItem, WrittenText
from generator.link.draft import Draft
from generator.link.names import Place
from generator.link.references import cell_reference
from generator.model.declarations import Inference
from generator.model.indexes.hierarchy import hierarchy_of
from generator.model.types import Named, TypeRef


def row_reference(draft: Draft, cell: TypeCell | None, at: Place, report: Report) -> tuple[TypeRef, Inference | None]:
    """The type of a table row, and how it was told where the cell does not say it."""
    written = cell.type if cell is not None else None
    if isinstance(written, WrittenText) and written.choices:
        base = common_base(draft, written.choices, at)
        if base is not None:
            reason = f"it is the nearest base of all that {written.text!r} offers"
            return Named(name=base), Inference(rule="common-base", reason=reason)
    return cell_reference(draft.names, cell, at, report), None


def common_base(draft: Draft, choices: tuple[WrittenItem, ...], at: Place) -> str | None:
    """The first of the one's bases, itself included, that all others have too; not what all entities have."""
    found = [draft.names.item(each, at) for each in choices]
    names = [each.name for each in found if isinstance(each, Named) and each.name in draft.types]
    base = hierarchy_of(draft.types.values()).common(names) if len(names) == len(found) else None
    return None if base == draft.conventions.root_entity else base
