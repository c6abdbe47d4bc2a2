# ruff: noqa: N818 - the names say what happened, as they read in `except NotFound`
"""What can go wrong, as classes: `except NotFound`, or `except GraphError` for everything."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


class GraphError(Exception):
    """The service refused a request, or it could not be asked.

    Attributes that are not known are None or empty.
    """

    message: str = ""
    status: int | None = None
    """HTTP status."""
    code: str | None = None
    """The service's own name of the error, for example "Request_ResourceNotFound"."""
    request_id: str | None = None
    """What the service's support asks for."""
    client_request_id: str | None = None
    method: str = ""
    path: str = ""
    """Path that was asked, without its query."""
    headers: Mapping[str, str] = {}
    body: bytes = b""
    """The response as it came; an HTML page of a gateway is here too."""
    details: Any = None
    """The `error` object of the response, when there is one."""
    retry_after: float | None = None
    """Seconds that the service asked to wait."""
    permissions: Mapping[str, Sequence[str]] = {}
    """For a 403: the documented permissions of the operation, by sort of sign-in, least privileged first."""

    def __init__(self, message: str = "", **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        for name, value in facts.items():
            setattr(self, name, value)

    @property
    def text(self) -> str:
        """The body of the response as text."""
        return self.body.decode("utf-8", "replace")

    def __str__(self) -> str:
        head = " ".join(str(part) for part in (self.status, self.code) if part)
        asked = f"{self.method} {self.path}".strip()
        tail = ", ".join(
            part for part in (asked, f"request-id {self.request_id}" if self.request_id else "") if part
        )
        text = f"{head}: {self.message}" if head and self.message else head or self.message
        allowed = "".join(f"\n  {kind}: {', '.join(names)}" for kind, names in self.permissions.items())
        return (
            f"{text} ({tail})" * bool(tail)
            + text * (not tail)
            + (allowed and f"\nDocumented permissions:{allowed}")
        )


class BadRequest(GraphError):
    """400: the request is not understood."""


class Unauthorized(GraphError):
    """401: no token, or one that is not accepted."""


class Forbidden(GraphError):
    """403: the token lacks a permission; `permissions` lists the documented ones."""


class NotFound(GraphError):
    """404."""


class Conflict(GraphError):
    """409."""


class Gone(GraphError):
    """410: for a delta link, start again without one."""


class PreconditionFailed(GraphError):
    """412: the object changed since its etag was read."""


class Throttled(GraphError):
    """429, after the last retry; `retry_after` says how long the service asked to wait."""


class ServerError(GraphError):
    """5xx, after the last retry."""


class TransportError(GraphError):
    """No complete response came."""

    sent: bool = True
    """Whether the service may have got the request and acted on it."""


class ConnectionFailed(TransportError):
    """No connection could be made; the request was not sent."""


class RequestTimedOut(TransportError):
    """Nothing came in time."""


class UnexpectedData(GraphError):
    """A response that is not what is documented: no JSON where JSON is due, or, in strict mode, values that
    do not fit (`problems`).
    """

    problems: Sequence[Any] = ()


class UntrustedLink(GraphError):
    """The service named an address on another host; following it would send the token there."""


_CLASSES: dict[int, type[GraphError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    410: Gone,
    412: PreconditionFailed,
    429: Throttled,
}


def error_of(status: int, headers: Mapping[str, str], body: bytes, method: str, path: str) -> GraphError:
    """The error of a response that is not a success."""
    details = _details(body)
    inner = details.get("innerError", details.get("innererror"))
    inner = inner if isinstance(inner, dict) else {}
    kind = _CLASSES.get(status) or (ServerError if status >= 500 else GraphError)
    return kind(
        _first_text(details.get("message"), details.get("error_description"))
        or _plain_message(body, headers)
        or f"HTTP status {status}",
        status=status,
        code=_first_text(details.get("code"), details.get("error")),
        request_id=_first_text(
            headers.get("request-id"), inner.get("request-id"), headers.get("x-ms-request-id")
        ),
        client_request_id=_first_text(headers.get("client-request-id"), inner.get("client-request-id")),
        headers=headers,
        body=body,
        details=details or None,
        method=method,
        path=path,
    )


def _details(body: bytes) -> dict[str, Any]:
    """The error object: `{"error": {...}}`, or the body itself when it is a flat one."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if isinstance(found, dict) and isinstance(found.get("error"), dict):
        found = found["error"]
    return found if isinstance(found, dict) else {}


def _plain_message(body: bytes, headers: Mapping[str, str]) -> str:
    """The first line of a short text; an HTML page is named, not shown."""
    if not body:
        return ""
    sort = headers.get("content-type", "").partition(";")[0]
    if sort == "text/plain":
        return body[:200].decode("utf-8", "replace").strip().partition("\n")[0]
    return (
        ""
        if sort == "application/json"
        else f"a body of {sort or 'no content type'}, {len(body)} bytes: see .body"
    )


def _first_text(*values: Any) -> str | None:
    return next((value for value in values if isinstance(value, str) and value), None)
