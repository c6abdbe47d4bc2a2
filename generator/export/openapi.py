"""OpenAPI 3.1: one operation a documented verb and path, merged over the pages that document it."""

from __future__ import annotations

import re

from generator.export.encoding import json_text
from generator.export.openapi_operation import Ids, operation_object
from generator.export.openapi_parameters import template
from generator.export.schemas import Schema, declaration_schema
from generator.model.api import Api
from generator.model.indexes.calls import Call, calls, operations_of
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.wording import Account

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_REFS = "#/components/schemas/"
_ACCOUNTS = {
    Account.DELEGATED_WORK: "Delegated, work or school account",
    Account.DELEGATED_PERSONAL: "Delegated, personal account",
    Account.APPLICATION: "Application",
}


def openapi(api: Api, *, title: str, base_url: str, version: str) -> str:
    """The OpenAPI document as JSON."""
    below = hierarchy(api)
    found = calls(api, shown=False)
    schemas = {
        name: declaration_schema(declared, below.descendants(name), _REFS)
        for name, declared in sorted(api.declarations().items())
    }
    return json_text(
        {
            "openapi": "3.1.0",
            "info": {"title": title, "version": version},
            "servers": [{"url": base_url}],
            "tags": [{"name": name} for name in sorted({area(call) for call in found})],
            "paths": _paths(found, below),
            "components": {
                "schemas": schemas | {"sdkwright.Error": _ERROR},
                "responses": {"error": _ERROR_RESPONSE},
                "securitySchemes": _security_schemes(found),
            },
        }
    )


def area(call: Call) -> str:
    """The tag of a call: its first segment."""
    return str(call.path.segments[0]).partition("(")[0] if call.path.segments else "root"


def _paths(found: tuple[Call, ...], known: Hierarchy) -> dict[str, Schema]:
    """Path items. Templates of one shape share the first one's parameter names, as OpenAPI requires."""
    items: dict[str, Schema] = {}
    templates: dict[str, str] = {}
    ids = Ids()
    for call, text in [(each, text) for each in found for text in _texts(each)]:
        path = templates.setdefault(_PLACEHOLDER.sub("{}", text).lower(), template(text))
        items.setdefault(path, {})[call.verb.value.lower()] = operation_object(call, path, area(call), ids, known)
    return items


def _texts(call: Call) -> tuple[str, ...]:
    """The call's path as its pages have it: the document states what is documented, mistakes included."""
    return tuple(dict.fromkeys(each.route.written or str(call.path) for each in call.documents))


def _security_schemes(found: tuple[Call, ...]) -> Schema:
    scopes: dict[Account, set[str]] = {account: set() for account in Account}
    for call in found:
        for operation in operations_of(call):
            for table in operation.permissions:
                for each in table.permissions:
                    scopes[each.account].update(each.scopes)
    return {
        account.value: {
            "type": "oauth2",
            "description": _ACCOUNTS[account],
            "flows": {_FLOWS[account][0]: _FLOWS[account][1] | {"scopes": dict.fromkeys(sorted(names), "")}},
        }
        for account, names in scopes.items()
    }


_LOGIN = "https://login.microsoftonline.com/common/oauth2/v2.0"
_CODE = ("authorizationCode", {"authorizationUrl": f"{_LOGIN}/authorize", "tokenUrl": f"{_LOGIN}/token"})
_FLOWS = {
    Account.DELEGATED_WORK: _CODE,
    Account.DELEGATED_PERSONAL: _CODE,
    Account.APPLICATION: ("clientCredentials", {"tokenUrl": f"{_LOGIN}/token"}),
}

_ERROR: Schema = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {
                "code": {"type": "string"},
                "message": {"type": "string"},
                "target": {"type": ["string", "null"]},
                "details": {"type": "array", "items": {"type": "object"}},
                "innerError": {"type": "object"},
            },
        }
    },
}
_ERROR_RESPONSE: Schema = {
    "description": "The request failed.",
    "content": {"application/json": {"schema": {"$ref": _REFS + "sdkwright.Error"}}},
}
