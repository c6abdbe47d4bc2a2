"""A documented request beside the one that a client made of it, piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from .client import Client
from .comparing import Piece, plain_header, plain_path
from .data import PACKAGE
from .encoding import same_json
from .transport import Request

_OF_CLIENT = frozenset(("authorization", "client-request-id", "content-length", "host", "user-agent"))
"""Headers whose values no page can know."""
_TYPE = "@odata.type"


def pieces(documented: Mapping[str, Any], request: Request) -> Iterator[Piece]:
    """What a request consists of, as documented and as made."""
    parts = urlsplit(request.url)
    yield Piece("method", documented["method"], request.method)
    path = parts.path.removeprefix(urlsplit(home()).path.rstrip("/"))
    yield Piece("path", documented["path"], path, plain_path(documented["path"]) == plain_path(path))
    yield Piece("query", documented.get("query", {}), dict(parse_qsl(parts.query, keep_blank_values=True)))
    for name, value in documented.get("headers", {}).items():
        if name.lower() not in _OF_CLIENT:
            sent = request.headers.get(name.lower())
            yield Piece(f"header {name}", value, sent, plain_header(name, value) == plain_header(name, sent))
    yield _body_piece(documented, request)


def _body_piece(documented: Mapping[str, Any], request: Request) -> Piece:
    content = request.content
    content = content if isinstance(content, bytes) or content is None else b"".join(content)  # type: ignore[arg-type]  # synchronous
    body = documented.get("body")
    if "body" in documented and isinstance(body, str):
        return Piece("body", body, (content or b"").decode(errors="replace"), body.encode() == content)
    if not body and content in (None, b"{}", b""):  # an empty object says as little as none
        return Piece("body", None, None)
    try:
        sent = json.loads(content or b"null")
    except ValueError:
        return Piece("body", body, (content or b"").decode(errors="replace"))
    if isinstance(sent, dict) and isinstance(body, dict) and _TYPE not in body:
        sent.pop(_TYPE, None)  # the page left out which class the object is of
    return Piece("body", body, sent, same_json(sent, body))


@cache
def home() -> str:
    """The base URL of this package."""
    clients = vars(import_module(f"{PACKAGE}._client")).values()
    return next(
        each._BASE_URL
        for each in clients
        if isinstance(each, type) and issubclass(each, Client) and each is not Client
    )
