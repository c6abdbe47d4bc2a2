"""The text of a fence as HTTP messages: start lines, headers and bodies as pages write them.

Tolerant of what pages do to HTTP (no blank line before the body, one before the headers, a URL over several lines,
several messages in one fence); what was mended in a JSON body is named in the message. Knows neither sections nor
annotations, nor which request a response belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from generator.extract.json_text import JsonText, read_json
from generator.markdown.blocks import Fence
from generator.model.operations import HttpRequest, HttpResponse
from generator.text import Span

_STATUS = re.compile(r"[ \t]*HTTP(?:/\d(?:\.\d)?)?[ \t]+(\d{3})(?![\d-])[ \t]*(.*)", re.IGNORECASE)
_BARE_STATUS = re.compile(r"[ \t]*([1-5]\d\d)[ \t]+([A-Z][A-Za-z ]*)\Z")
_HEADER = re.compile(r"[ \t]*([A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?!//)[ \t]*(.*)")
_STARTS_JSON = ("{", "[", "//", "/*")
_PLACEHOLDER = re.compile(r"[\[{](?=[^A-Za-z]*[A-Za-z])[\w\s.,()/-]+[\]}]")
_COMMON = (
    "content-",
    "accept",
    "authorization",
    "prefer",
    "if-",
    "host",
    "location",
    "consistencylevel",
    "retry-after",
)
"""Beginnings of header names that are headers even behind a blank line; other names there begin a MIME or calendar body."""
_OPTIONAL = re.compile(r"\[(\?[^\[\]\s]*)\]\Z")
"""A query in brackets, which say that it may be left out."""
_BARE_URL = re.compile(r"(?:https://|/)[^\s?]+\?\S.*")
_URL_LINES = 5
"""A URL that a bracket keeps open runs over no more lines than this."""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a fence, and how the JSON of its body was read where it looks like JSON."""

    http: HttpRequest | HttpResponse
    body: JsonText | None = None
    version: str | None = None
    """What a status line says behind `HTTP/`; None where there is no status line."""


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """What a fence holds: its messages, and the lines that belong to none of them."""

    messages: tuple[Message, ...]
    other: tuple[int, ...] = ()


class _Lines(msgspec.Struct, frozen=True):
    """Lines of the page: `texts[i]` stands on line `first + i` of `path`."""

    path: str
    first: int
    texts: tuple[str, ...]

    def between(self, start: int, end: int) -> _Lines:
        return _Lines(self.path, self.first + start, self.texts[start:end])

    def trimmed(self) -> _Lines:
        """Without the blank lines at the end."""
        end = next((at for at in range(len(self.texts), 0, -1) if self.texts[at - 1].strip()), 0)
        return self.between(0, end)

    @property
    def span(self) -> Span:
        return Span(path=self.path, line=self.first, end_line=self.first + max(len(self.texts) - 1, 0))


def read_messages(fence: Fence, verbs: Sequence[str]) -> Split:
    """The messages of a fence, in order; none where it begins like none."""
    lines = _Lines(fence.span.path, fence.first_line, tuple(fence.text.split("\n")))
    request = request_line(tuple(verbs))
    filled = [at for at, text in enumerate(lines.texts) if text.strip()]
    if not filled or not _begins(lines.texts[filled[0]], request):
        return Split(messages=(), other=tuple(lines.first + at for at in filled))
    starts = [filled[0]]
    for at in filled[1:]:
        apart = not lines.texts[at - 1].strip() or at - 1 in starts[-1:]
        if apart and _begins_again(lines.texts[at], request):
            starts.append(at)
    ends = [*starts[1:], len(lines.texts)]
    return Split(messages=tuple(_message(lines.between(*each), request) for each in zip(starts, ends, strict=True)))


def bare_urls(fence: Fence) -> tuple[Message, ...]:
    """The requests of a fence whose lines are URLs with a query, and nothing else: queries change what is read."""
    lines = [(number, line.strip()) for number, line in enumerate(fence.text.split("\n"), fence.first_line)]
    filled = [(number, line) for number, line in lines if line]
    if not all(_BARE_URL.fullmatch(line) for _, line in filled):
        return ()
    return tuple(
        Message(
            http=HttpRequest(
                verb="GET",
                url=line,
                headers=(),
                body=None,
                json=False,
                repairs=(),
                span=Span.at(fence.span.path, number),
                body_span=None,
            )
        )
        for number, line in filled
    )


def body_of(fence: Fence) -> BodyText:
    """A whole fence as a body."""
    return _body(_Lines(fence.span.path, fence.first_line, tuple(fence.text.split("\n"))).trimmed())


@cache
def request_line(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """A line that begins a request: verb and URL. The blank between them may be missing before a slash."""
    return re.compile(rf"[ \t]*({'|'.join(map(re.escape, verbs))})(?:[ \t]+|(?=/))(\S.*)")


def _begins(text: str, request: re.Pattern[str]) -> bool:
    return bool(request.match(text) or _STATUS.match(text) or _BARE_STATUS.match(text))


def _begins_again(text: str, request: re.Pattern[str]) -> bool:
    """Whether a line behind a blank one, or behind a start line, begins a further message and can be no part of a body."""
    found = request.match(text)
    return bool(_STATUS.match(text) or (found and found[2].startswith(("/", "http"))))


def _message(lines: _Lines, request: re.Pattern[str]) -> Message:
    lines = lines.trimmed()
    found = request.match(lines.texts[0])
    if found is None:
        return _response(lines)
    url, below = _url(found[2], lines.texts)
    url = _OPTIONAL.sub(r"\1", url)
    headers, start = _headers(lines.texts, below)
    body = _body(lines.between(start, len(lines.texts)))
    http = HttpRequest(
        verb=found[1].upper(),
        url=url,
        headers=headers,
        body=body.text,
        json=body.is_json,
        repairs=body.repairs,
        span=lines.span,
        body_span=body.span,
    )
    return Message(http=http, body=body.read)


def _response(lines: _Lines) -> Message:
    full = _STATUS.match(lines.texts[0])
    status = full or _BARE_STATUS.match(lines.texts[0])
    code, reason = (int(status[1]), status[2].strip()) if status else (0, "")
    headers, start = _headers(lines.texts, 1)
    body = _body(lines.between(start, len(lines.texts)))
    http = HttpResponse(
        status=code,
        reason=reason,
        headers=headers,
        body=body.text,
        json=body.is_json,
        repairs=body.repairs,
        span=lines.span,
        body_span=body.span,
    )
    version = full[0].split()[0].partition("/")[2] if full is not None else ""
    return Message(http=http, body=body.read, version=version)


def _url(first: str, texts: tuple[str, ...]) -> tuple[str, int]:
    """The URL with the lines it goes on over: those that begin with `?` or `&`, and those that close its brackets."""
    url, at = first.strip(), 1
    while at < len(texts) and at <= _URL_LINES:
        text = texts[at].strip()
        goes_on = text.startswith(("?", "&")) or (
            text and (url.endswith(("?", "&")) or url.count("(") > url.count(")"))
        )
        if not goes_on:
            break
        url += text
        at += 1
    return url, at


def _headers(texts: tuple[str, ...], at: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The headers from a line on, and the line at which the body begins."""
    found: list[tuple[str, str]] = []
    while at < len(texts):
        header = _HEADER.match(texts[at])
        if header:
            found.append((header[1], header[2].strip()))
        elif texts[at].strip() or not _goes_on(texts, at, found):
            break
        at += 1
    return tuple(found), at


def _goes_on(texts: tuple[str, ...], at: int, found: list[tuple[str, str]]) -> bool:
    """Whether headers follow a blank line: where none came before it, or where the body's own type comes behind it."""
    below = next((each for each in texts[at : at + _URL_LINES] if each.strip()), "")
    header = _HEADER.match(below)
    if header is None:
        return False
    name = header[1].lower()
    return name.startswith("content-" if found else _COMMON) and name not in {each.lower() for each, _ in found}


class BodyText(msgspec.Struct, frozen=True):
    """A body's text, its JSON if it looks like any, and where it stands."""

    text: str | None
    read: JsonText | None
    span: Span | None

    @property
    def is_json(self) -> bool:
        return self.read is not None and self.read.json

    @property
    def repairs(self) -> tuple[str, ...]:
        return () if self.read is None else self.read.repairs


def _body(lines: _Lines) -> BodyText:
    start = next((at for at, text in enumerate(lines.texts) if text.strip()), None)
    if start is None:
        return BodyText(None, None, None)
    lines = lines.between(start, len(lines.texts))
    text = "\n".join(lines.texts)
    if not text.lstrip().startswith(_STARTS_JSON):
        return BodyText(text, None, lines.span)
    read = read_json(text)
    if (read.repairs or not read.json) and _PLACEHOLDER.fullmatch(text.strip()):  # `[Binary data of the photo]`
        return BodyText(text, None, lines.span)
    return BodyText(read.text, read, lines.span)
