"""One call as an OpenAPI operation: id, bodies, responses, examples, security."""

from __future__ import annotations

import re

from generator.export.openapi_bodies import request_body, responses
from generator.export.openapi_parameters import parameters
from generator.export.permissions import scopes
from generator.export.schemas import Schema, source
from generator.model.indexes.calls import Call
from generator.model.indexes.hierarchy import Hierarchy
from generator.model.operations import OperationKind

_WORDS = re.compile(r"[A-Za-z0-9$_.-]+")


class Ids:
    """Hands out operation ids: derived from verb and path, numbered only where two paths differ in case alone."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, call: Call, path: str) -> str:
        """The id of one call: segments joined by dots, keys as `item`, the kind of call last."""
        words = ["item" if each.startswith("{") else ".".join(_WORDS.findall(each)) for each in path.split("/") if each]
        named = call.kind in {OperationKind.ACTION, OperationKind.FUNCTION}
        last = call.verb.value.lower() if named else call.kind.value
        found = ".".join([*words, last])
        self._given[found] = self._given.get(found, 0) + 1
        return found if self._given[found] == 1 else f"{found}.{self._given[found]}"


def operation_object(call: Call, path: str, tag: str, ids: Ids, known: Hierarchy) -> Schema:
    """The operation of one verb and path, from every page that documents it."""
    first = call.documents[0].operation
    found: Schema = {"operationId": ids.of(call, path), "tags": [tag], "summary": first.title}
    if first.summary:
        found["description"] = first.summary
    if listed := parameters(call, path):
        found["parameters"] = listed
    if (body := request_body(call, known)) is not None:
        found["requestBody"] = body
    found["responses"] = responses(call)
    if security := [{account: [name]} for account, names in scopes(call).items() for name in names]:
        found["security"] = security
    if all(each.operation.deprecation is not None for each in call.documents):
        found["deprecated"] = True
    found["x-source"] = [source(each.route.span) for each in call.documents]
    return found
