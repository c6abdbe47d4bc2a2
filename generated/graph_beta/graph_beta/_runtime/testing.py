"""Answers without a network, for the tests of programs that use this package."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from .data import PACKAGE
from .encoding import encode
from .examples import Example, examples
from .transport import Request, Response

__all__ = ["Example", "Replies", "Reply", "Source", "examples"]


class Reply(NamedTuple):
    """What a test wants to be answered. `body`: JSON, models in it too, or bytes."""

    body: Any = None
    status: int | None = None
    """200 if not said, 204 without a body."""
    headers: Mapping[str, str] = {}


Source: TypeAlias = "str | os.PathLike[str] | Mapping[str, Any] | Replies"
"""A folder or file of documented examples, or replies by request: `{"GET /users/ada": {"displayName":
"Ada"}}`. A request may have a query, `GET /users/delta?$deltatoken=2`: its reply is for that alone.
"""


class _Known(NamedTuple):
    method: str
    segments: list[str]
    query: dict[str, str]
    """Parameters that make a reply fit better; `needed` are those without which it does not fit at all."""
    needed: set[str]
    reply: Reply


_TOKENS = ("$skiptoken", "$deltatoken")
"""Parameters that say which page is asked for: an example of one page says nothing of another."""


class Replies:
    """A transport that answers from documented examples and from replies of a test.

    `requests` holds what it was asked. So does that of a `Replies` that is one of its sources.
    """

    def __init__(self, *sources: Source) -> None:
        self.requests: list[Request] = []
        self._heard = [self.requests]
        self._links: dict[str, str | None] = {}
        """Links of replies that were given, and for those of a delta the link that ends the round."""
        self._given: list[_Known] = []
        self._documented: list[_Known] = []
        for source in sources or (_own_examples(),):
            self._add(source)

    def _add(self, source: Source) -> None:
        if isinstance(source, Replies):
            self._heard += source._heard
            self._given += source._given
            self._documented += source._documented
        elif isinstance(source, Mapping):
            for request, value in source.items():
                method, _, path = request.partition(" ")
                if not method.isupper() or not path.startswith("/"):
                    raise ValueError(f'a reply is for a request such as "GET /users/ada", not {request!r}')
                query, reply = _query(path), value if isinstance(value, Reply) else Reply(value)
                self._given.append(_Known(method, _segments(path), query, set(query), reply))
        else:
            self._documented += _read_examples(Path(source))

    def send(self, request: Request, /) -> Response:
        """The reply that fits best; 404 when none fits. A batch gets the replies to its parts, and a link that none of
        the replies is for leads to where nothing more comes.
        """
        for requests in self._heard:
            requests.append(request)
        reply, is_exact = self._find(request)
        if not is_exact and request.url in self._links:
            reply = Reply(_nothing_more(self._links[request.url]))
        elif reply is None and request.method == "POST" and request.url.endswith("/$batch"):
            from .testing_batch import answer

            return _response(Reply(answer(request, self.send)))
        if reply is None:
            asked = "/".join(_segments(_below_version(request.url)))
            message = f"no example and no reply for {request.method} /{asked}"
            reply = Reply({"error": {"code": "noReply", "message": message}}, 404)
        self._remember(reply.body, request)
        return _response(reply)

    def _find(self, request: Request) -> tuple[Reply | None, bool]:
        """The reply that fits best, and whether it is for that very page of a collection."""
        segments, query = _segments(_below_version(request.url)), _query(request.url)
        for known in (self._given, self._documented):
            fitting = [
                (score, each)
                for each in known
                if (score := _fits(each, request.method, segments, query)) is not None
            ]
            if fitting:
                found = max(fitting, key=lambda each: each[0])[1]
                return found.reply, not found.query.keys().isdisjoint(_TOKENS)
        return None, False

    def _remember(self, body: Any, request: Request) -> None:
        """The links of a reply. A round of changes ends with a link to the next one, though no page may show it."""
        if isinstance(body, dict):
            start = request.url.partition("?")[0]
            is_delta = start.rpartition("/")[2].startswith("delta")
            following, later = body.get("@odata.nextLink"), body.get("@odata.deltaLink")
            if isinstance(following, str):
                self._links.setdefault(
                    urljoin(request.url, following), f"{start}?$deltatoken=next" if is_delta else None
                )
            if isinstance(later, str):
                self._links.setdefault(urljoin(request.url, later), later)

    async def asend(self, request: Request, /) -> Response:
        return self.send(request)

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


def _own_examples() -> Path:
    """The examples that come with the package, or those beside it in its repository."""
    here = Path(str(files(PACKAGE)))
    for folder in (here / "_examples", here.parent / "tests" / "examples"):
        if folder.is_dir():
            return folder
    raise LookupError(
        "this installation holds no documented examples: give replies of your own, or a folder of examples "
        "(tests/examples of the package's repository or source distribution)"
    )


def _read_examples(source: Path) -> Iterator[_Known]:
    for file in sorted(source.glob("*.json")) if source.is_dir() else [source]:
        for each in json.loads(file.read_text("utf-8")):
            response = each.get("response", {})
            reply = Reply(response.get("body"), response.get("status", 204), response.get("headers", {}))
            asked, query = each["request"], each["request"].get("query", {})
            yield _Known(asked["method"], _segments(asked["path"]), query, query.keys() & set(_TOKENS), reply)


def _below_version(url: str) -> str:
    """The path without that of the base URL, whose last segment is the version of the API."""
    from .made_requests import base_path

    return urlsplit(url).path.removeprefix(base_path())


def _segments(path: str) -> list[str]:
    return [unquote(each) for each in path.partition("?")[0].strip("/").split("/")]


def _query(url: str) -> dict[str, str]:
    return dict(parse_qsl(url.partition("?")[2], keep_blank_values=True))


def _nothing_more(delta_link: str | None) -> dict[str, Any]:
    """The end of a collection; of a round of changes with the link to the next."""
    return {"value": [], **({"@odata.deltaLink": delta_link} if delta_link else {})}


def _fits(known: _Known, method: str, asked: list[str], query: dict[str, str]) -> tuple[int, int] | None:
    """How many segments are the same, when the others are keys, and how many parameters; None when the requests are
    of different routes or of different pages of a collection.
    """
    if known.method != method or len(known.segments) != len(asked):
        return None
    if any(query.get(name) != known.query[name] for name in known.needed):
        return None
    score = 0
    for one, other in zip(known.segments, asked, strict=True):
        if one == other:
            score += 1
        elif not _is_key(one) and not _same_function(one, other):
            return None
    return score, sum(query.get(name) == value for name, value in known.query.items())


def _is_key(segment: str) -> bool:
    """Names of paths are words; what holds digits, signs or braces stands for a key."""
    return not segment.removeprefix("$").isalpha() and "(" not in segment


def _same_function(one: str, other: str) -> bool:
    """Functions differ only in the values of their parameters."""
    return "(" in one and one.partition("(")[0] == other.partition("(")[0]


def _response(reply: Reply) -> Response:
    if isinstance(reply.body, bytes):
        return Response(
            reply.status or 200, {"content-type": "application/octet-stream", **reply.headers}, reply.body
        )
    if reply.body is None:
        return Response(reply.status or 204, dict(reply.headers))
    content = reply.body.encode() if isinstance(reply.body, str) else json.dumps(encode(reply.body)).encode()
    return Response(reply.status or 200, {"content-type": "application/json", **reply.headers}, content)
