"""What is wrong with a message of an example, as far as the message itself shows it."""

from __future__ import annotations

from urllib.parse import unquote

import msgspec

from generator.extract import example_codes as codes
from generator.extract.http_message import Message
from generator.extract.mended import mended
from generator.extract.reading import Reading
from generator.markdown.annotation import Annotation
from generator.model.operations import HttpRequest, HttpResponse
from generator.text import Span

_REASONS: dict[int, tuple[str, ...]] = {
    200: ("OK",),
    201: ("Created",),
    202: ("Accepted",),
    203: ("Non-Authoritative Information",),
    204: ("No Content",),
    206: ("Partial Content",),
    207: ("Multi-Status",),
    301: ("Moved Permanently",),
    302: ("Found", "Moved Temporarily"),
    303: ("See Other",),
    304: ("Not Modified",),
    400: ("Bad Request",),
    401: ("Unauthorized",),
    403: ("Forbidden",),
    404: ("Not Found",),
    409: ("Conflict",),
    412: ("Precondition Failed",),
    416: ("Range Not Satisfiable", "Requested Range Not Satisfiable"),
    422: ("Unprocessable Entity", "Unprocessable Content"),
    429: ("Too Many Requests",),
    500: ("Internal Server Error",),
    503: ("Service Unavailable",),
}
"""The words that go with a status, the usual ones first."""
_VERSIONS = frozenset({"1.0", "1.1", "2", "2.0", "3", "3.0"})


def report_message(message: Message, reading: Reading) -> None:
    """Report JSON that needed mending or can't be read, and status lines that contradict themselves."""
    http, body = message.http, message.body
    if isinstance(http, HttpResponse):
        _report_status(http, message.version, reading)
    if body is None or http.body_span is None:
        return
    path, first = http.body_span.path, http.body_span.line
    if (found := mended(body, path, first)) is not None:
        reading.report(found)
    elif not body.json:
        span = Span.at(path, first + body.line - 1)
        trouble = f"this JSON can't be read: {body.trouble}"
        reading.report(codes.JSON_UNREADABLE.at(span, trouble, hint="mend the JSON; until then it is kept as text"))


def report_sample_keys(request: HttpRequest, annotation: Annotation | None, reading: Reading) -> None:
    """Report sample keys that are no part of the request."""
    keys = annotation.data.get("sampleKeys") if annotation is not None else None
    for key in keys if isinstance(keys, list) else ():
        if isinstance(key, str) and key.strip().lower() not in unquote(request.url).lower():
            span = msgspec.structs.replace(request.span, end_line=request.span.line)
            hint = "name the keys that the URL has"
            reading.report(codes.SAMPLE_KEY_UNUSED.at(span, f"the URL does not have the key {key[:80]!r}", hint=hint))


def _report_status(http: HttpResponse, version: str | None, reading: Reading) -> None:
    span = msgspec.structs.replace(http.span, end_line=http.span.line)
    if version is not None and version not in _VERSIONS:
        hint = f"write 'HTTP/1.1 {http.status}'"
        message = f"there is no version {version} of HTTP" if version else "this status line lacks the HTTP version"
        reading.report(codes.STATUS_LINE_MALFORMED.at(span, message, hint=hint))
    expected = _REASONS.get(http.status, ())
    reason = http.reason.lower().strip(" .")
    if reason and expected and reason not in {each.lower() for each in expected}:
        message = f"{http.reason[:40]!r} is not what {http.status} means"
        reading.report(codes.STATUS_TEXT.at(span, message, hint=f"write '{http.status} {expected[0]}'"))
