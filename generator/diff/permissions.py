"""What a call's permission tables grant, with the place of each grant."""

from __future__ import annotations

from generator.model.indexes.calls import Call
from generator.model.indexes.grants import tables_for
from generator.text import Span


def granted(call: Call) -> dict[tuple[str, str], Span]:
    """(account, scope) over all pages of a call and the tables that hold for it. Empty: no table says anything."""
    return {
        (each.account.value, scope): each.span
        for document in reversed(call.documents)
        for table in reversed(tables_for(document.operation, document.route))
        for each in table.permissions
        for scope in each.scopes
    }
