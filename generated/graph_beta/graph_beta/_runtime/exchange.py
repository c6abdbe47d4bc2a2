"""One call from request to response, without any input or output of its own.

`exchange` is a generator: it yields what it needs done (a token, a request sent, a wait) and is sent the
outcome. The synchronous and the asynchronous client each drive it with a few lines, so that retries,
redirects and trust are written once.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple, TypeAlias

from .auth import claims_of
from .calls import UNSET, Call
from .content import Body, json_bytes
from .data import PACKAGE
from .errors import GraphError, TransportError, UntrustedLink, error_of
from .preferences import add_headers
from .retry import may_repeat, retry_after, wait_before
from .transport import Request, Response
from .urls import origin, shown, with_query

log = logging.getLogger(PACKAGE)
"""Method, path without query, status and times; never headers, queries, bodies or tokens."""

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


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


_NOT_REFUSED = NeedToken()

Step: TypeAlias = NeedToken | Send | Sleep | Read
Steps: TypeAlias = Generator[Step, Any, Response]


class _Outgoing(NamedTuple):
    """A call as every attempt sends it."""

    call: Call[Any]
    url: str
    headers: dict[str, str]
    body: Body | None
    settings: Settings
    stream: bool
    shown: str
    """The address as messages and logs may hold it."""
    answered: Response | None
    """The answer that came already, as part of a batch: the request is not sent, but followed where that leads."""


def exchange(
    call: Call[Any],
    settings: Settings,
    *,
    stream: bool = False,
    open_link: bool = False,
    answered: Response | None = None,
) -> Steps:
    """Send `call`, again where that is right, and return the successful response.

    `open_link` is for addresses that carry their own permission (upload sessions): no token is sent with
    those. `answered` is a redirect that came in place of sending. Raises GraphError for everything else.
    """
    url = address(call, settings, open_link=open_link)
    body, headers = _prepare(call, settings, at_home=origin(url) == origin(settings.base_url))
    told = _host(url) if open_link else shown(url)
    out = _Outgoing(call, url, headers, body, settings, stream, told, answered)
    retries = call.options.get("max_retries", settings.max_retries)
    repeatable = body is None or body.replayable
    attempt = 0
    refused, failure = _NOT_REFUSED, GraphError()
    while True:
        token = None if open_link else (yield refused)
        if token is not None and token == refused.stale:  # there is no other
            raise failure
        outcome = yield from _attempt(out, token)
        if isinstance(outcome, Response):
            return outcome
        failure = outcome
        if failure.status == 401 and token is not None and refused is _NOT_REFUSED and repeatable:
            refused = NeedToken(token, claims_of(failure.headers.get("www-authenticate", "")))
            continue
        wait = wait_before(attempt, failure, settings.chance)
        if not repeatable or attempt >= retries or wait is None or not may_repeat(failure, call.method):
            raise failure
        attempt += 1
        what = failure.status or type(failure).__name__
        log.info(
            "%s %s: %s; again in %.1f s (%d of %d)", call.method, out.shown, what, wait, attempt, retries
        )
        yield Sleep(wait)


def _attempt(out: _Outgoing, token: str | None) -> Generator[Send, Any, Response | GraphError]:
    """One attempt: the successful response, or what went wrong."""
    method, path, started = out.call.method, out.shown, out.settings.clock()
    try:
        response = yield from _follow(out, token)
    except TransportError as error:
        error.method, error.path = method, path
        log.debug("%s %s failed: %s", method, path, type(error).__name__)
        return error
    milliseconds = (out.settings.clock() - started) * 1000
    log.debug("%s %s -> %d in %.0f ms", method, path, response.status, milliseconds)
    if 200 <= response.status < 300:
        return response
    failure = failure_of(out.call, out.url, response, out.settings)
    failure.path = path
    return failure


def address(call: Call[Any], settings: Settings, *, open_link: bool = False) -> str:
    """The absolute address of a call. Raises UntrustedLink for a link that leads to another host."""
    query = {**call.query, **call.options.get("query", {})}
    if not call.path.lower().startswith(("http:", "https:")):
        return settings.base_url + with_query(call.path, query)
    if open_link:
        if not call.path.lower().startswith("https:") and origin(call.path) != origin(settings.base_url):
            raise UntrustedLink(f"refused to send data to {_host(call.path)} without encryption")
        return call.path
    trusted(call.path, settings)
    return with_query(call.path, query)


def _host(url: str) -> str:
    from .hiding import host_of

    return host_of(url)


def followed(link: str, call: Call[Any], settings: Settings) -> str:
    """The address of a link in an answer to `call`. A relative one counts from the address that was asked (RFC 3986).

    Raises UntrustedLink for another host, and for a relative one that leads out of the base URL.
    """
    if _SCHEME.match(link):
        return trusted(link, settings)
    from urllib.parse import urlsplit

    resolved = _joined(address(call, settings), link)
    if not resolved:
        raise UntrustedLink("refused to follow a link that is no address")
    trusted(resolved, settings)
    if not urlsplit(resolved).path.startswith(urlsplit(settings.base_url).path + "/"):
        raise UntrustedLink(f"refused to follow a link that leads out of {settings.base_url}")
    return resolved


def _joined(url: str, target: str) -> str:
    """Where `target`, which may be relative, leads from `url`; "" when that is no address."""
    from urllib.parse import urljoin

    try:
        return urljoin(url, target)
    except ValueError:
        return ""


def trusted(link: str, settings: Settings) -> str:
    """`link`, if it leads to the host of the client. Raises UntrustedLink if not."""
    if origin(link) != origin(settings.base_url):
        scheme, host, _port = origin(link)
        where = f"{scheme}://{host}" if scheme else repr(shown(link))
        raise UntrustedLink(
            f"refused to follow a link to {where}: the token is for {settings.base_url} alone"
        )
    return link


def _prepare(call: Call[Any], settings: Settings, *, at_home: bool) -> tuple[Body | None, dict[str, str]]:
    """Body and headers. Those of the client are for its own host."""
    from uuid import uuid4

    body = Body(json_bytes(call.json)) if call.json is not UNSET else None
    headers = {
        "accept": "application/json",
        "user-agent": settings.user_agent,
        "client-request-id": str(uuid4()),
    }
    if body is not None:
        headers["content-type"] = "application/json"
    elif call.content is not UNSET:
        body = Body(call.content)
        headers["content-type"] = "application/octet-stream"
    if body is not None and body.length is not None:
        headers["content-length"] = str(body.length)
    for more in (settings.headers if at_home else {}, call.headers, call.options.get("headers", {})):
        add_headers(headers, more)
    return body, headers


def _follow(out: _Outgoing, token: str | None) -> Generator[Send, Any, Response]:
    """Send, and follow the redirects of a read.

    The token and the caller's headers stay with the host of the client.
    """
    url, redirects, response = out.url, 0, out.answered
    while True:
        if response is None:
            response = yield Send(_request(out, url, token, moved=redirects > 0), out.body)
            assert response is not None  # what a client makes of `Send`
        if not leads_on(out.call.method, response):
            return response
        if redirects == _MOST_REDIRECTS:
            raise GraphError(
                f"more than {redirects} redirects", status=response.status, headers=response.headers
            )
        url, redirects = _redirected(url, response.headers["location"]), redirects + 1
        log.debug("%s %s -> %d, on to host %s", out.call.method, out.shown, response.status, origin(url)[1])
        response = None


def _request(out: _Outgoing, url: str, token: str | None, *, moved: bool) -> Request:
    at_home = origin(url) == origin(out.settings.base_url)
    headers = _anonymous(out.headers) if moved and not at_home else dict(out.headers)
    if token is not None and at_home:
        headers.setdefault("authorization", f"Bearer {token}")
    timeout = out.call.options.get("timeout", out.settings.timeout)
    return Request(out.call.method, url, headers, None, timeout, out.stream, not at_home)


def _anonymous(headers: dict[str, str]) -> dict[str, str]:
    return {name: headers[name] for name in ("accept", "user-agent")}


def leads_on(method: str, response: Response) -> bool:
    """Whether the answer to a read is somewhere else."""
    return response.status in _REDIRECTS and "location" in response.headers and method in ("GET", "HEAD")


def _redirected(url: str, target: str) -> str:
    """Where a redirect leads.

    Raises UntrustedLink when that is no address, or one without the encryption of this one.
    """
    following = _joined(url, target)
    if origin(following)[0] not in ("https", origin(url)[0]):
        raise UntrustedLink("refused a redirect to an address without encryption")
    return following


def failure_of(call: Call[Any], url: str, response: Response, settings: Settings) -> GraphError:
    error = error_of(response.status, response.headers, response.content, call.method, shown(url))
    error.retry_after = retry_after(response.headers, settings.clock())
    if error.status == 403:
        from .permissions import documented

        error.permissions = documented(call.method, url.removeprefix(settings.base_url))
    return error
