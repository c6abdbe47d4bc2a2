"""Permissions of every call: `{"GET /users/{id}": {"delegatedWork": [...], ...}}`."""

from __future__ import annotations

from generator.export.encoding import json_text
from generator.model.api import Api
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.grants import tables_for
from generator.model.wording import Account


def permissions(api: Api) -> str:
    """Scopes by call and account, least privileged first, from all pages of a call and the tables that hold for it."""
    return json_text({f"{call.verb} {call.path}": scopes(call) for call in calls(api, shown=False)})


def scopes(call: Call) -> dict[str, list[str]]:
    """Each account's scopes for one call, the first page's first; an account that no table names has none."""
    found: dict[str, dict[str, None]] = {account.value: {} for account in Account}
    for document in call.documents:
        for table in tables_for(document.operation, document.route):
            for each in table.permissions:
                found[each.account.value].update(dict.fromkeys(each.scopes))
    return {account: list(names) for account, names in found.items()}
