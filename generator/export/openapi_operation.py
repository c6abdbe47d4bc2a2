"""One call as an OpenAPI operation: id, bodies, responses, examples, security."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import msgspec

from generator.export.openapi_parameters import parameters
from generator.export.permissions import operations, scopes
from generator.export.schemas import Schema, source, type_schema
from generator.model.indexes.calls import Call
from generator.model.operations import (
    BodyKind,
    Example,
    Operation,
    OperationKind,
    ParameterPlace,
    Response,
    ResponseKind,
)
from generator.model.types import Collection, Named, TypeRef

_REFS = "#/components/schemas/"
_JSON = "application/json"
_BYTES = "application/octet-stream"
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


def operation_object(call: Call, path: str, tag: str, ids: Ids) -> Schema:
    """The operation of one verb and path, from every page that documents it."""
    first = call.documents[0].operation
    found: Schema = {"operationId": ids.of(call, path), "tags": [tag], "summary": first.title}
    if first.summary:
        found["description"] = first.summary
    if listed := parameters(call, path):
        found["parameters"] = listed
    if (body := _request_body(call)) is not None:
        found["requestBody"] = body
    found["responses"] = _responses(call)
    if security := [{account: [name]} for account, names in scopes(call).items() for name in names]:
        found["security"] = security
    if all(each.operation.deprecation is not None for each in call.documents):
        found["deprecated"] = True
    found["x-source"] = [source(each.route.span) for each in call.documents]
    return found


def _one_of(types: list[TypeRef]) -> Schema:
    unique = {str(each): each for each in types}
    found = [type_schema(each, _REFS) for _, each in sorted(unique.items())]
    return found[0] if len(found) == 1 else {"anyOf": found} if found else {}


def _request_body(call: Call) -> Schema | None:
    kinds = {each.body.kind for each in operations(call)}
    content: Schema = {}
    if BodyKind.STREAM in kinds:
        content[_BYTES] = {}
    if BodyKind.ENTITY in kinds:
        content[_JSON] = {"schema": _one_of(_entities(call))}
    elif BodyKind.PARAMETERS in kinds:
        content[_JSON] = {"schema": _parameters_schema(call)}
    elif BodyKind.REFERENCE in kinds:
        reference = {"@odata.id": {"type": "string", "format": "uri"}}
        content[_JSON] = {"schema": {"type": "object", "required": ["@odata.id"], "properties": reference}}
    examples = {
        name: {"value": value}
        for operation in operations(call)
        for example in operation.examples
        if example.request is not None
        and (value := _json(example.request.json, example.request.body)) is not None
        and (name := _example_name(operation, example))
        and _route_matches(operation, example, call)
    }
    if examples and _JSON in content:
        content[_JSON]["examples"] = examples
    return {"content": content} if content else None


def _entities(call: Call) -> list[TypeRef]:
    """The types that pages say are sent; where they name none, what the path stands for is what is written to it."""
    stated: list[TypeRef] = [each.body.type for each in operations(call) if each.body.type is not None]
    return stated or ([Named(name=call.owner)] if call.owner is not None else [])


def _parameters_schema(call: Call) -> Schema:
    properties: Schema = {}
    required: list[str] = []
    for operation in operations(call):
        for each in operation.parameters:
            if each.place is ParameterPlace.BODY:
                known = type_schema(each.type, _REFS)
                properties[each.name] = known | ({"description": each.description} if each.description else {})
                if each.markers.required and each.name not in required:
                    required.append(each.name)
    found: Schema = {"type": "object", "properties": properties}
    return found | {"required": required} if required else found


def _responses(call: Call) -> Schema:
    found: Schema = {}
    for operation in operations(call):
        for status in operation.response.statuses or (_usual_status(operation.response),):
            if status < HTTPStatus.BAD_REQUEST:
                found.setdefault(str(status), {"description": _phrase(status)})
    _add_content(found, call)
    return dict(sorted(found.items())) | {"default": {"$ref": "#/components/responses/error"}}


def _add_content(found: Schema, call: Call) -> None:
    """Give the statuses that carry a body (200, 201, 202, 206, 207) the schema of what any page says comes back."""
    schemas = [schema for each in operations(call) if (schema := _response_schema(each.response)) is not None]
    media = _BYTES if any(each.response.kind is ResponseKind.STREAM for each in operations(call)) else _JSON
    for status, response in found.items():
        if status in {"204", "302", "304"} or not schemas:
            continue
        unique = list({repr(schema): schema for schema in schemas}.values())
        content: Schema = {"schema": unique[0] if len(unique) == 1 else {"anyOf": unique}} if media == _JSON else {}
        if examples := _response_examples(call, int(status)):
            content["examples"] = examples
        response["content"] = {media: content}


def _response_schema(response: Response) -> Schema | None:
    match response.kind:
        case ResponseKind.COLLECTION:
            item = response.type.item if isinstance(response.type, Collection) else response.type
            return {
                "type": "object",
                "properties": {
                    "value": {"type": "array", "items": {} if item is None else type_schema(item, _REFS)},
                    "@odata.nextLink": {"type": "string"},
                    "@odata.count": {"type": "integer"},
                },
            }
        case ResponseKind.VALUE:
            return {} if response.type is None else type_schema(response.type, _REFS)
        case ResponseKind.STREAM:
            return {}
        case _:
            return None


def _response_examples(call: Call, status: int) -> Schema:
    return {
        _example_name(operation, example): {"value": value}
        for operation in operations(call)
        for example in operation.examples
        for message in example.responses
        if message.status == status
        and (value := _json(message.json, message.body)) is not None
        and _route_matches(operation, example, call)
    }


def _json(is_json: bool, body: str | None) -> Any:
    return msgspec.Raw(body.encode()) if is_json and body is not None else None


def _route_matches(operation: Operation, example: Example, call: Call) -> bool:
    """An example belongs to the path its URL matched; one that matched none stands at the operation's first."""
    return operation.routes[example.route or 0].path.shape == call.shape


def _example_name(operation: Operation, example: Example) -> str:
    return f"{operation.id.rpartition('/')[2].removesuffix('.md')}-{example.ordinal}"


def _usual_status(response: Response) -> int:
    return 204 if response.kind is ResponseKind.NONE else 200


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"
