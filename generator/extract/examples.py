"""Examples: each request with the responses that follow it, whether annotated or not.

A response belongs to the nearest request before it; several responses of one request are alternatives. A fence with
JSON alone completes the message before it. Which route a request is of is the linker's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from generator.extract import example_codes as codes
from generator.extract.account import Item
from generator.extract.example_fences import MESSAGE_KINDS, ExampleFence, Hint, example_fences
from generator.extract.http_message import Message, bare_urls, body_of, read_messages
from generator.extract.http_request import service_root
from generator.extract.ignore_rules import SAMPLE_FENCE, IgnoreRule
from generator.extract.message_findings import report_message, report_sample_keys
from generator.extract.path_text import read_url
from generator.extract.reading import Reading
from generator.extract.regions import Regions
from generator.extract.type_text import written_type
from generator.facts.page import ExampleFacts, ResponseExample
from generator.facts.written import WrittenCollection, WrittenName, WrittenText, WrittenType
from generator.markdown.annotation import Annotation
from generator.markdown.blocks import Comment
from generator.model.operations import HttpRequest, HttpResponse
from generator.model.types import Primitive
from generator.text import Span

_HTTP_TAGS = ("http", "msgraph-interactive")


@dataclass(slots=True)
class _Open:
    """An example that may still get responses."""

    title: str | None
    span: Span
    request: HttpRequest | None = None
    request_type: WrittenType | None = None
    responses: list[ResponseExample] = field(default_factory=list)
    in_passing: bool = False
    """The page does not say that it is an example, so nobody expects a response."""

    def close(self) -> ExampleFacts:
        last = self.responses[-1].message.span if self.responses else self.span
        return ExampleFacts(
            title=self.title,
            request=self.request,
            request_type=self.request_type,
            responses=tuple(self.responses),
            span=msgspec.structs.replace(self.span, end_line=max(last.end_line, self.span.end_line)),
            in_passing=self.in_passing,
        )


def read_examples(regions: Regions, statuses: Sequence[int], reading: Reading) -> tuple[ExampleFacts, ...]:
    """The examples of a page, in order. `statuses` are those that the page's prose names for success."""
    found: list[_Open] = []
    for each in example_fences(regions, reading):
        _take(each, found, statuses, reading)
    for example in found:
        expected = example.request is not None and not example.responses and not example.in_passing
        if expected and example.request is not None and not _is_foreign(example.request, reading):
            reading.report(codes.REQUEST_ALONE.at(example.request.span, "this request has no response"))
    return tuple(each.close() for each in found)


def _is_foreign(request: HttpRequest, reading: Reading) -> bool:
    """A call to another host: of a webhook, whose answer is nobody's business here."""
    return read_url(request.url, service_root(reading)).host is not None


def _take(each: ExampleFence, found: list[_Open], statuses: Sequence[int], reading: Reading) -> None:
    split = read_messages(each.annotated.fence, reading.profile.words.http.verbs)
    messages = split.messages or (bare_urls(each.annotated.fence) if each.of_options else ())
    if not messages:
        if not _completes(each, found, statuses, reading):
            _leave(each, reading)
        return
    if not _is_example(each, messages, found):
        _ignore(each, SAMPLE_FENCE, reading)
        return
    _use(each, reading)
    if len(split.messages) > 1 and not _passes(each):
        count = f"this fence holds {len(split.messages)} messages"
        reading.report(codes.EXAMPLE_SEVERAL.at(each.annotated.fence.span, count, hint="give each a fence of its own"))
    for message in messages:
        report_message(message, reading)
        _add(message.http, each, found, reading)


def _is_example(each: ExampleFence, messages: Sequence[Message], found: Sequence[_Open]) -> bool:
    """Outside examples, bare paths may be what the page is about; a response, a request with more to it, and whatever a
    page shows beside its request lines is an example anywhere.
    """
    if each.in_examples or each.annotated.fence.tab is not None:
        return True
    annotation = each.annotated.annotation
    if annotation is not None and annotation.kind in MESSAGE_KINDS:
        return True
    if isinstance(messages[0].http, HttpResponse):
        return bool(found) or each.hint is Hint.RESPONSE
    more = any(message.http.headers or message.http.body for message in messages)
    return more or each.in_passing or each.hint is Hint.REQUEST


def _passes(each: ExampleFence) -> bool:
    """Whether nothing announces it as a message."""
    return each.in_passing and each.annotated.annotation is None


def _add(http: HttpRequest | HttpResponse, each: ExampleFence, found: list[_Open], reading: Reading) -> None:
    annotation = each.annotated.annotation
    if isinstance(http, HttpRequest):
        report_sample_keys(http, annotation, reading)
        named = msgspec.structs.replace(http, name=annotation.text("name") if annotation else None)
        written = _declared(annotation, reading) if annotation and annotation.kind == "request" else None
        found.append(_Open(each.title, http.span, named, written, in_passing=_passes(each) or each.of_options))
        return
    if not found:
        hint = "put the request before it"
        reading.report(codes.RESPONSE_ALONE.at(http.span, "no request stands before this response", hint=hint))
        found.append(_Open(each.title, http.span))
    found[-1].responses.append(_response(http, annotation, reading))


def _response(http: HttpResponse, annotation: Annotation | None, reading: Reading) -> ResponseExample:
    if annotation is None or annotation.kind != "response":
        return ResponseExample(message=http, type=None)
    message = msgspec.structs.replace(
        http, truncated=bool(annotation.flag("truncated")), expects_error=bool(annotation.flag("expectError"))
    )
    one = annotation.flag("isCollection") is False
    return ResponseExample(message=message, type=_declared(annotation, reading), one=one)


def _declared(annotation: Annotation, reading: Reading) -> WrittenType | None:
    """The type an annotation declares, a collection where it says so."""
    text = annotation.text("@odata.type") or annotation.text("@type")
    if text is None:
        return None
    written = written_type(text, reading)
    item = written.item if isinstance(written, WrittenCollection) else written
    if isinstance(item, WrittenName):
        prefix = f"{reading.profile.conventions.namespace}."
        primitive = reading.profile.primitive(item.name.removeprefix(prefix))
        item = item if primitive is None else Primitive(name=primitive)
    if isinstance(item, WrittenText):
        return written
    many = isinstance(written, WrittenCollection) or bool(annotation.flag("isCollection"))
    return WrittenCollection(item=item) if many else item


def _completes(each: ExampleFence, found: list[_Open], statuses: Sequence[int], reading: Reading) -> bool:
    """Whether a fence without start line is the body of the request before it, or that request's response."""
    fence = each.annotated.fence
    if not found or each.hint is Hint.OTHER or not fence.text.lstrip().startswith(("{", "[")):
        return False
    last = found[-1]
    if last.request is None or last.responses or (each.annotated.annotation and not _may_be_body(each)):
        return False
    body = body_of(fence)
    if each.hint is Hint.REQUEST and last.request.body is None and last.request.verb != "GET":
        reading.report(codes.REQUEST_SPLIT.at(fence.span, "this is taken for the body of the request before it"))
        last.request = msgspec.structs.replace(
            last.request, body=body.text, json=body.is_json, repairs=body.repairs, body_span=body.span
        )
    elif each.hint is Hint.RESPONSE or (each.hint is Hint.NONE and last.request.verb == "GET"):
        status = statuses[0] if statuses else 200
        hint = f"begin it with 'HTTP/1.1 {status}' and a blank line"
        message = "this is taken for the response of the request before it"
        reading.report(codes.STATUS_LINE_MISSING.at(fence.span, message, hint=hint))
        http = HttpResponse(
            status=status,
            reason="",
            headers=(),
            body=body.text,
            json=body.is_json,
            repairs=body.repairs,
            span=fence.span,
            body_span=body.span,
        )
        report_message(Message(http=http, body=body.read), reading)
        last.responses.append(_response(http, each.annotated.annotation, reading))
    else:
        return False
    _use(each, reading)
    return True


def _is_message(each: ExampleFence) -> bool:
    return each.annotated.annotation is not None and each.annotated.annotation.kind in MESSAGE_KINDS


def _may_be_body(each: ExampleFence) -> bool:
    """Whether its annotation tells of a message, or of an example of a type, which is what messages carry."""
    annotation = each.annotated.annotation
    return _is_message(each) or (annotation is not None and annotation.kind == "example")


def _use(each: ExampleFence, reading: Reading) -> None:
    fence = each.annotated.fence
    reading.account.used(fence, *reading.account.request_lines(fence), *_comments(each))


def _leave(each: ExampleFence, reading: Reading) -> None:
    """A fence without message: reported where one is announced, else an illustration."""
    fence = each.annotated.fence
    tagged = each.annotated.annotation is None and fence.info in _HTTP_TAGS
    tagged = tagged and (each.hint is not Hint.OTHER or not fence.text.lstrip().startswith(("{", "[")))
    if _is_message(each) or (each.in_examples and tagged):
        hint = "begin it with a method and a URL, or with a status line"
        reading.report(codes.EXAMPLE_UNREAD.at(fence.span, "this fence is no HTTP message", hint=hint))
        reading.account.reported(fence, *_comments(each))
        return
    _ignore(each, SAMPLE_FENCE, reading)


def _ignore(each: ExampleFence, rule: IgnoreRule, reading: Reading) -> None:
    fence = each.annotated.fence
    items: tuple[Item, ...] = (fence, *reading.account.request_lines(fence), *_comments(each))
    for item in items:
        reading.account.ignored(item, rule)


def _comments(each: ExampleFence) -> tuple[Comment, ...]:
    return () if each.annotated.comment is None else (each.annotated.comment,)
