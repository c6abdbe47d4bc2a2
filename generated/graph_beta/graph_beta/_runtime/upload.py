"""Large files, piece by piece, to an upload session.

The address of a session is its own permission: no token goes there. After a failure the service is asked what
it has, and the upload goes on from there; so does one that a program starts again with the same session.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from . import reading
from .calls import Call, RequestOptions
from .content import Body
from .errors import GraphError, NotFound, TransportError, UnexpectedData
from .exchange import Read, Settings, Sleep, Step, Steps, exchange
from .retry import wait_before
from .transport import Response

_UNIT = 320 << 10
"""Services want pieces that are multiples of 320 KiB."""


def upload_steps(
    session: Any,
    content: Any,
    settings: Settings,
    chunk_size: int,
    progress: Callable[[int, int], None] | None,
) -> Steps:
    """All pieces of `content` that the session does not have yet; the response to the last one."""
    url, is_new = _address(session)
    body = Body(content)
    if isinstance(content, str) or body.length is None or not body.replayable:
        raise TypeError("a file is uploaded from bytes, a pathlib.Path or a seekable file")
    if body.length == 0:
        raise ValueError("an empty file has no pieces to upload; send it at once")
    size = max(_UNIT, chunk_size // _UNIT * _UNIT)
    course = _Course(body.length, settings.max_retries)
    course.start = 0 if is_new else (yield from _next_start(url, settings))
    failures = 0
    while True:
        start = course.start
        piece: bytes = yield Read(body, start, size)
        try:
            response = yield from exchange(_piece(url, piece, start, body.length), settings, open_link=True)
        except GraphError as error:
            failures += 1
            course.start = yield from _after_failure(error, failures, url, settings)
            continue
        failures = 0
        if progress is not None:
            progress(start + len(piece), body.length)
        if response.status != 202:
            return response
        course.follow(response)


class _Course:
    """Where the next piece starts, as the session says after each."""

    def __init__(self, total: int, patience: int) -> None:
        self.start = 0
        self._total, self._patience = total, patience
        self._furthest = self._setbacks = 0

    def follow(self, response: Response) -> None:
        sent, self.start = self.start, _expected(response)
        if self.start >= self._total:
            raise UnexpectedData(
                "the service wants more than the file has", status=202, body=response.content
            )
        if self.start > self._furthest:
            self._furthest, self._setbacks = self.start, 0
        elif self.start <= sent:
            self._setbacks += 1
        if self._setbacks > self._patience:
            raise UnexpectedData(
                "the service asks again and again for what it got", status=202, body=response.content
            )


def _after_failure(
    error: GraphError, failures: int, url: str, settings: Settings
) -> Generator[Step, Any, int]:
    """Where to go on after a piece failed for the n-th time. Raises `error` when there is no going on."""
    wait = wait_before(failures - 1, error, settings.chance)
    if failures > settings.max_retries or wait is None or not _may_go_on(error):
        raise error
    yield Sleep(wait)
    try:
        return (yield from _next_start(url, settings))
    except NotFound:  # a session ends with its last piece, which may have come
        raise error from None


def _address(session: Any) -> tuple[str, bool]:
    """The address of a session, and whether it is known to have no piece yet."""
    url: Any = session
    ranges: Any = ["?"]  # an address alone does not tell
    if isinstance(session, dict):
        url, ranges = session.get("uploadUrl"), session.get("nextExpectedRanges")
    elif not isinstance(session, str):
        url, ranges = getattr(session, "upload_url", None), getattr(session, "next_expected_ranges", None)
    if not isinstance(url, str) or not url:
        raise ValueError("the upload session has no address")
    if not url.lower().startswith(("https:", "http:")):
        raise ValueError("what was given is not the address of an upload session: one begins with https:")
    first = ranges[0] if isinstance(ranges, list) and ranges else "0-"
    return url, str(first).startswith("0-")


def _piece(url: str, piece: bytes, start: int, total: int) -> Call[None]:
    return Call(
        method="PUT",
        path=url,
        read=reading.nothing,
        headers={"Content-Range": f"bytes {start}-{start + len(piece) - 1}/{total}"},
        content=piece,
        options=RequestOptions(max_retries=0),  # what was received is asked for first
    )


def _next_start(url: str, settings: Settings) -> Generator[Step, Any, int]:
    return _expected(
        (yield from exchange(Call(method="GET", path=url, read=reading.nothing), settings, open_link=True))
    )


def _expected(response: Response) -> int:
    """The first byte that the session waits for."""
    ranges = reading.any_json(response, False) or {}
    try:
        return int(ranges["nextExpectedRanges"][0].partition("-")[0])
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        raise UnexpectedData(
            "the upload session does not say what it waits for", status=response.status, body=response.content
        ) from None


def _may_go_on(error: GraphError) -> bool:
    """416: the piece had come although its answer was lost."""
    return isinstance(error, TransportError) or error.status in (416, 429, 500, 502, 503, 504)


def finished(response: Response, returns: type[Any], strict: bool) -> Any:
    """What the last response says about the file; None when it says nothing."""
    if not response.content.strip():
        return None
    return reading.one(returns)(response, strict)
