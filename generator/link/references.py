"""Written types to references, with a finding for each that nothing declares. Used by every pass that reads a Type cell."""

from __future__ import annotations

import re

from generator.diagnostics import Report
from generator.facts.written import TypeCell, WrittenType
from generator.link.names import Names, Place
from generator.link.type_codes import UNRESOLVED_TYPE
from generator.model.declarations import short
from generator.model.types import Opaque, TypeRef, item_of
from generator.text import Span
from generator.text.nearest import nearest

_LONGEST = 80
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def cell_reference(names: Names, cell: TypeCell | None, at: Place, report: Report) -> TypeRef:
    """The type of a table row; opaque where the table has no Type column or nothing declares the name."""
    if cell is None:
        return Opaque(text="")
    return reference(names, cell.type, at, cell.span, report)


def reference(names: Names, written: WrittenType, at: Place, span: Span, report: Report) -> TypeRef:
    """The type that a page writes, from where it writes it."""
    found = names.type(written, at)
    item = item_of(found)
    if isinstance(item, Opaque) and item.text:
        near = _declared_like(item.text, names)
        hint = f"did you mean {near}?" if near else None
        report(UNRESOLVED_TYPE.at(span, f"no page defines {_spoken(item.text)!r}", hint=hint))
    return found


def _spoken(text: str) -> str:
    """What the page shows: links by their labels."""
    return _LINK.sub(r"\1", text)


def _declared_like(text: str, names: Names) -> str | None:
    """The declared short name most like `text`: only names of about its length are compared, so that many findings stay cheap."""
    wanted = short(text).lower()[:_LONGEST]
    found = nearest(wanted, [each for each in names.by_short if abs(len(each) - len(wanted)) <= 2])
    return None if found is None else short(names.by_short[found][0])
