"""Pass: permission tables of pages and of the include pages they name."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.facts.page import IncludeRef, PageFacts, PermissionTableFacts
from generator.link.draft import Draft
from generator.link.includes import includes_of
from generator.link.operation_codes import MISSING_INCLUDE
from generator.model.operations import Permission, PermissionTable


def join_permissions(draft: Draft, report: Report) -> Draft:
    """Tables of every operation, the page's own first. An include that is not there is reported once a page.

    A table is labelled by the heading above its include where a page has several tables.
    """
    by_path = {each.path.lower(): each for each in draft.pages}
    of_page = {each.path: _tables(each, by_path, report) for each in draft.pages if each.operation is not None}
    return replace(
        draft,
        operations=tuple(msgspec.structs.replace(each, permissions=of_page[each.page]) for each in draft.operations),
    )


def _tables(page: PageFacts, by_path: dict[str, PageFacts], report: Report) -> tuple[PermissionTable, ...]:
    own = page.operation.permissions if page.operation is not None else ()
    found = [(each, each.label) for each in own]
    for include, own_include in includes_of(page, by_path):
        target = by_path.get(include.target.lower())
        if target is not None:
            found.extend((each, each.label or own_include.heading) for each in target.permissions)
            if _names_permissions(include) and not target.permissions and not target.includes:
                message = f"the page includes {include.target!r}, which has no table of permissions"
                report(MISSING_INCLUDE.at(include.span, message))
        elif _names_permissions(include):
            report(MISSING_INCLUDE.at(include.span, f"the page includes {include.target!r}, which is not there"))
    if len(found) == 1:
        return (_table(found[0][0], found[0][0].label),)
    return tuple(_table(facts, label) for facts, label in found)


def _names_permissions(include: IncludeRef) -> bool:
    """An include that would bring facts; snippets, notes and disclaimers bring none."""
    return "/permissions/" in include.target.lower()


def _table(facts: PermissionTableFacts, label: str | None) -> PermissionTable:
    return PermissionTable(
        label=label,
        permissions=tuple(
            Permission(account=each.account, scopes=each.scopes, span=each.span) for each in facts.permissions
        ),
        span=facts.span,
    )
