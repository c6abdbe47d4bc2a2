"""What a call's permission tables say and grant, with the place of each grant."""

from __future__ import annotations

from generator.model.indexes.calls import Call
from generator.model.indexes.grants import tables_for
from generator.model.operations import Permission
from generator.text import Span


def rows(call: Call) -> tuple[Permission, ...]:
    """What the tables that hold for a call say of each kind of account, those of its first page first."""
    return tuple(
        each
        for document in call.documents
        for table in tables_for(document.operation, document.route)
        for each in table.permissions
    )


def granted(call: Call) -> dict[tuple[str, str], Span]:
    """(account, scope) of all those rows, each with the first that has it."""
    return {(each.account.value, scope): each.span for each in reversed(rows(call)) for scope in each.scopes}
