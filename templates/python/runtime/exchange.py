"""One call from request to response, without any input or output of its own.

`exchange` is a generator: it yields what it needs done (a token, a request sent, a wait) and is sent the
outcome. The synchronous and the asynchronous client each drive it with a few lines, so that retries,
redirects and trust are written once.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple, TypeAlias

from .calls import UNSET, Call
from .content import Body
from .errors import GraphError, TransportError, UntrustedLink, error_of
from .registry import PACKAGE
from .retry import may_repeat, retry_after, wait_before
from .transport import Request, Response
from .urls import origin, query_text, shown

log = logging.getLogger(PACKAGE)
"""Method, path without query, status and times; never headers, queries, bodies or tokens."""

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5


class Settings(NamedTuple):
    """What a client was made with. A value: `with_options` makes another."""

    base_url: str
    user_agent: str
    headers: Mapping[str, str]
    timeout: float | None
    max_retries: int
    strict: bool
    clock: Callable[[], float]
    chance: Callable[[], float]


class NeedToken(NamedTuple):
    stale: str | None = None
    claims: str | None = None


class Send(NamedTuple):
    request: Request
    body: Body | None


class Sleep(NamedTuple):
    seconds: float


class Read(NamedTuple):
    """A part of a file, for uploads."""

    body: Body
    start: int
    size: int


Steps: TypeAlias = Generator[NeedToken | Send | Sleep | Read, Any, Response]


def exchange(call: Call[Any], settings: Settings, *, stream: bool = False, open_link: bool = False) -> Steps:
    """Send `call`, again where that is right, and return the successful response.

    `open_link` is for addresses that carry their own permission (upload sessions): no token is sent with
    those. Raises GraphError for everything else.
    """
    url = address(call, settings, open_link=open_link)
    body, headers = _prepare(call, settings)
    retries = call.options.get("max_retries", settings.max_retries)
    attempt, stale, claims = 0, None, None
    refused: GraphError | None = None
    while True:
        token = None if open_link else (yield NeedToken(stale, claims))
        if refused is not None and token == stale:  # there is no other
            raise refused
        started = settings.clock()
        try:
            response = yield from _follow(call, url, token, headers, body, settings, stream)
        except TransportError as error:
            failure: GraphError = error
            failure.method, failure.path = call.method, shown(url)
            log.debug("%s %s failed: %s", call.method, failure.path, type(error).__name__)
        else:
            seconds = settings.clock() - started
            log.debug("%s %s -> %d in %.0f ms", call.method, shown(url), response.status, seconds * 1000)
            if 200 <= response.status < 300:
                return response
            failure = failure_of(call, url, response, settings)
            if response.status == 401 and token is not None and stale is None and _replayable(body):
                refused, stale, claims = failure, token, _claims(response)
                continue
        wait = wait_before(attempt, failure, settings.chance)
        if (
            attempt >= retries
            or wait is None
            or not may_repeat(failure, call.method)
            or not _replayable(body)
        ):
            raise failure
        attempt += 1
        log.info(
            "%s %s: %s; again in %.1f s (%d of %d)",
            call.method,
            shown(url),
            failure.status or type(failure).__name__,
            wait,
            attempt,
            retries,
        )
        yield Sleep(wait)


def address(call: Call[Any], settings: Settings, *, open_link: bool = False) -> str:
    """The absolute address of a call. Raises UntrustedLink for a link that leads to another host."""
    query = {**call.query, **call.options.get("query", {})}
    if not call.path.lower().startswith(("http:", "https:")):
        return settings.base_url + call.path + query_text(query)
    if open_link:
        if not call.path.lower().startswith("https:") and origin(call.path) != origin(settings.base_url):
            raise UntrustedLink(f"refused to send data to {shown(call.path)} without encryption")
        return call.path
    trusted(call.path, settings)
    return call.path + query_text(query)


def trusted(link: str, settings: Settings) -> str:
    """`link`, if it leads to the host of the client. Raises UntrustedLink if not."""
    if origin(link) != origin(settings.base_url):
        host = origin(link)[1]
        raise UntrustedLink(
            f"the service named a link to another host, {host!r}; following it would send the token there"
        )
    return link


def _prepare(call: Call[Any], settings: Settings) -> tuple[Body | None, dict[str, str]]:
    from uuid import uuid4

    body = (
        Body(json.dumps(call.json, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
        if call.json is not UNSET
        else None
    )
    headers = {
        "accept": "application/json",
        "user-agent": settings.user_agent,
        "client-request-id": str(uuid4()),
    }
    if body is not None:
        headers["content-type"] = "application/json"
    elif call.content is not None:
        body = Body(call.content)
        headers["content-type"] = "application/octet-stream"
    if body is not None and body.length is not None:
        headers["content-length"] = str(body.length)
    for more in (settings.headers, call.headers, call.options.get("headers", {})):
        headers.update((name.lower(), value) for name, value in more.items() if value is not None)
    return body, headers


def _follow(
    call: Call[Any],
    url: str,
    token: str | None,
    headers: dict[str, str],
    body: Body | None,
    settings: Settings,
    stream: bool,
) -> Steps:
    """One attempt, and the redirects of a read.

    The token and the caller's headers stay with the host of the client.
    """
    from urllib.parse import urljoin

    timeout = call.options.get("timeout", settings.timeout)
    first = url
    for _ in range(_MOST_REDIRECTS + 1):
        home = origin(url) == origin(settings.base_url)
        sent = (
            dict(headers)
            if home or url == first
            else {name: headers[name] for name in ("accept", "user-agent")}
        )
        if token is not None and home:
            sent["authorization"] = f"Bearer {token}"
        response: Response = yield Send(Request(call.method, url, sent, None, timeout, stream), body)
        target = response.headers.get("location")
        if response.status not in _REDIRECTS or target is None or call.method not in ("GET", "HEAD"):
            return response
        following = urljoin(url, target)
        if not following.startswith(("https:", f"{origin(url)[0]}:")):
            raise UntrustedLink(
                "refused a redirect to an address without encryption",
                status=response.status,
                headers=response.headers,
            )
        log.debug(
            "%s %s -> %d, redirected to host %s",
            call.method,
            shown(url),
            response.status,
            origin(following)[1],
        )
        url = following
    raise GraphError(
        f"more than {_MOST_REDIRECTS} redirects", status=response.status, headers=response.headers
    )


def failure_of(call: Call[Any], url: str, response: Response, settings: Settings) -> GraphError:
    error = error_of(response.status, response.headers, response.content, call.method, shown(url))
    error.retry_after = retry_after(response.headers, settings.clock())
    if error.status == 403:
        from .permissions import documented

        error.permissions = documented(call.method, url.removeprefix(settings.base_url))
    return error


def _claims(response: Response) -> str | None:
    from .auth import claims_of

    return claims_of(response.headers.get("www-authenticate", ""))


def _replayable(body: Body | None) -> bool:
    return body is None or body.replayable
