"""What an OpenAPI operation sends and gives, by media type, with the examples of each."""

from __future__ import annotations

from http import HTTPStatus

import msgspec

from generator.export.schemas import Schema, type_schema
from generator.model.indexes.answers import Answer, AnswerForm, answer_of, is_many
from generator.model.indexes.calls import Call
from generator.model.indexes.hierarchy import Hierarchy
from generator.model.indexes.media import JSON, TEXT, examples_of, given_bytes, named_media, sent_bytes, sent_media
from generator.model.indexes.sendings import Sending, SendingForm, sending_of
from generator.model.operations import (
    Example,
    HttpRequest,
    HttpResponse,
    Parameter,
    ParameterPlace,
    Response,
    ResponseKind,
)

_REFS = "#/components/schemas/"


def request_body(call: Call, known: Hierarchy) -> Schema | None:
    """What is sent: by a media type each, JSON first."""
    sent = sending_of(call, known.types.__contains__)
    if sent.form is SendingForm.NOTHING:
        return None
    content: Schema = {}
    if sent.form is SendingForm.BYTES:
        content = {media: {} for media in sent_bytes(call)}
    else:
        content[JSON] = {"schema": _sent_schema(call, sent)}
        content |= {media: {"schema": {"type": "string"}} for media in sent_media(call)}
    for example in examples_of(call):
        _add_example(content, example.request, _example_name(example))
    if sent.optional and "examples" not in content[JSON]:
        return None
    return {"content": content} | ({"required": True} if _is_required(sent, content.get(JSON, {})) else {})


def _is_required(sent: Sending, as_json: Schema) -> bool:
    """Whether the call needs a body: one of members does where a member is required."""
    if sent.form is SendingForm.MEMBERS:
        return "required" in as_json["schema"]
    return not sent.optional


def _sent_schema(call: Call, sent: Sending) -> Schema:
    match sent.form:
        case SendingForm.MEMBERS:
            return _parameters_schema(call)
        case SendingForm.REFERENCE:
            reference = {"@odata.id": {"type": "string", "format": "uri"}}
            return {"type": "object", "required": ["@odata.id"], "properties": reference}
        case _:
            return {} if sent.type is None else type_schema(sent.type, _REFS)


def _parameters_schema(call: Call) -> Schema:
    members = [each for each in call.parameters if each.place is ParameterPlace.BODY]
    found: Schema = {"type": "object", "properties": {each.name: _member_schema(each) for each in members}}
    required = [each.name for each in members if each.markers.required]
    return found | {"required": required} if required else found


def _member_schema(member: Parameter) -> Schema:
    return type_schema(member.type, _REFS) | ({"description": member.description} if member.description else {})


def responses(call: Call) -> Schema:
    """What comes back, by status."""
    found: Schema = {
        str(status): {"description": _phrase(status)}
        for status in call.response.statuses or (_usual_status(call.response),)
        if status < HTTPStatus.BAD_REQUEST
    }
    content = _given(answer_of(call), call, redirects=_FOUND in found)
    for status, response in found.items():
        if status == _FOUND:
            response["headers"] = {"Location": {"schema": {"type": "string", "format": "uri"}}}
        if status in _EMPTY or not content:
            continue
        response["content"] = {media: dict(each) for media, each in content.items()}
        for example in examples_of(call):
            shown = next((each for each in example.responses if str(each.status) == status), None)
            _add_example(response["content"], shown, _example_name(example))
    return dict(sorted(found.items())) | {"default": {"$ref": "#/components/responses/error"}}


_FOUND = "302"
_EMPTY = {"204", _FOUND, "304"}


def _given(answer: Answer, call: Call, *, redirects: bool) -> Schema:
    """What comes back by media type. A file that a redirect leads to is not itself the response."""
    match answer.form:
        case AnswerForm.NOTHING:
            return {}
        case AnswerForm.BYTES:
            as_json = {} if answer.as_json is None else _given(answer.as_json, call, redirects=False)
            return as_json if redirects and as_json else {media: {} for media in given_bytes(call)}
        case AnswerForm.COUNT:
            return {TEXT: {"schema": {"type": "integer", "format": "int32"}}}
        case AnswerForm.ANY:
            return {JSON: {}} if call.response.kind is not ResponseKind.UNSTATED else {}
        case _:
            return {JSON: {"schema": _answer_schema(answer)}}


def _answer_schema(answer: Answer) -> Schema:
    item = {} if answer.type is None else type_schema(answer.type, _REFS)
    if not is_many(answer):
        return item
    links = {"@odata.nextLink": {"type": "string"}}
    if answer.form is AnswerForm.DELTA:
        links["@odata.deltaLink"] = {"type": "string"}
    listed = {"value": {"type": "array", "items": item}}
    return {"type": "object", "properties": listed | links | {"@odata.count": {"type": "integer"}}}


def _add_example(content: Schema, message: HttpRequest | HttpResponse | None, name: str) -> None:
    """Put a documented body below the media type it is of: JSON, or the text type that its header names."""
    if message is None or message.body is None:
        return
    named = JSON if message.json else next(iter(named_media(message)), "")
    if named in content and (message.json or named.startswith("text/")):
        value = msgspec.Raw(message.body.encode()) if message.json else message.body
        content[named].setdefault("examples", {})[name] = {"value": value}


def _example_name(example: Example) -> str:
    page = example.span.path.rpartition("/")[2].removesuffix(".md")
    return f"{page}-{example.ordinal}"


def _usual_status(response: Response) -> int:
    return 204 if response.kind is ResponseKind.NONE else 200


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"
