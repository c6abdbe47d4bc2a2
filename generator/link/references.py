"""Written types to references, with a finding for each that nothing declares. Used by every pass that reads a Type cell."""

from __future__ import annotations

import re

from generator.diagnostics import Report
from generator.facts.written import TypeCell, WrittenCollection, WrittenLink, WrittenName, WrittenType
from generator.link.names import Names, Place
from generator.link.type_codes import LINK_NAMES_OTHER, NAMESPACE_UNKNOWN, UNRESOLVED_TYPE
from generator.model.declarations import namespace, short
from generator.model.types import Named, Opaque, TypeRef, item_of
from generator.text import Span
from generator.text.nearest import is_slip, nearest
from generator.text.plural import singular

_LONGEST = 80
_SHORTEST = 3
"""Labels are compared with one name only, so one letter tells of a slip in short ones, too."""
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def cell_reference(names: Names, cell: TypeCell | None, at: Place, report: Report) -> TypeRef:
    """The type of a table row; opaque where the table has no Type column or nothing declares the name."""
    if cell is None:
        return Opaque(text="")
    _report_primitive(names, cell, at, report)
    return reference(names, cell.type, at, cell.span, report)


def _report_primitive(names: Names, cell: TypeCell, at: Place, report: Report) -> None:
    """Report a link that is called like a primitive and leads to the page of one type."""
    if cell.linked is None:
        return
    page, anchor = (cell.linked.page or at.page).lower(), (cell.linked.anchor or "").lower()
    there = names.by_page.get(page, ())
    found = names.by_anchor.get((page, anchor)) or (there[0] if len(there) == 1 else None)
    if found is not None:
        message = f"the link is called {cell.linked.label!r} and leads to the page of {found!r}"
        hint = f"take the link away, or name {short(found)!r}"
        report(LINK_NAMES_OTHER.at(cell.span, message, hint=hint))


def reference(names: Names, written: WrittenType, at: Place, span: Span, report: Report) -> TypeRef:
    """The type that a page writes, from where it writes it."""
    found = names.type(written, at)
    item = item_of(found)
    if isinstance(item, Opaque) and item.text:
        near = _declared_like(item.text, names)
        hint = f"did you mean {near}?" if near else None
        report(UNRESOLVED_TYPE.at(span, f"no page defines {_spoken(item.text)!r}", hint=hint))
    report_doubts(names, written, at, span, report)
    return found


def report_doubts(names: Names, written: WrittenType, at: Place, span: Span, report: Report) -> None:
    """Report a type that is known by a part of what is written: its last word, or the target of its link."""
    item = written.item if isinstance(written, WrittenCollection) else written
    found = names.item(item, at)
    if not isinstance(found, Named):
        return
    if isinstance(item, WrittenName) and names.misplaces(item.name):
        message = f"{item.name!r} is in no namespace of these docs"
        report(NAMESPACE_UNKNOWN.at(span, message, hint=f"did you mean {found.name!r}?"))
    if isinstance(item, WrittenLink) and (other := _other(names, item, found.name, at)) is not None:
        message = f"the link is called {item.label!r} and leads to the page of {found.name!r}"
        report(LINK_NAMES_OTHER.at(span, message, hint=f"link the page of {other!r}, or name {short(found.name)!r}"))
    elif isinstance(item, WrittenLink) and _is_misspelt(item.label.strip("`* "), found.name, names):
        message = f"the link is called {item.label!r} and leads to the page of {found.name!r}"
        report(LINK_NAMES_OTHER.at(span, message, hint=f"name it {short(found.name)!r}"))


def _is_misspelt(label: str, target: str, names: Names) -> bool:
    """Whether a label is nearly the target's name, and neither its plural nor another case of it; or names what is nowhere."""
    word, lower = short(label).lower(), short(target).lower()
    if names.misplaces(label) and (word == lower or names.holds(namespace(label))):
        return True
    return lower not in (word, singular(word)) and is_slip(word, lower, _SHORTEST)


def _other(names: Names, link: WrittenLink, found: str, at: Place) -> str | None:
    """The type that a link's label names beside that of its target. A label may end like the target's name (`message` for
    chatMessage), and a plain word may be a part of it (`shared` for sharedInsight).
    """
    label = link.label.strip("`* ")
    word, target = short(label).lower(), short(found).lower()
    if target.endswith((word, singular(word))) or (short(label).islower() and word in target):
        return None
    other = names.named(label, at)
    named = other is not None and other != found and short(other).lower() == short(label).lower()
    return other if named else None


def _spoken(text: str) -> str:
    """What the page shows: links by their labels."""
    return _LINK.sub(r"\1", text)


def _declared_like(text: str, names: Names) -> str | None:
    """The declared short name most like `text`: only names of about its length are compared, so that many findings stay cheap."""
    wanted = short(text).lower()[:_LONGEST]
    found = nearest(wanted, [each for each in names.by_short if abs(len(each) - len(wanted)) <= 2])
    return None if found is None else short(names.by_short[found][0])
