"""Answers without a network, for the tests of programs that use this package."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import urljoin, urlsplit

from .data import PACKAGE
from .encoding import encode
from .examples import Example, examples
from .known_replies import Asked, Known, Link, best
from .made_requests import home
from .transport import Request, Response
from .urls import origin

__all__ = ["Example", "Replies", "Reply", "Source", "examples"]


class Reply(NamedTuple):
    """What a test wants to be answered. `body`: JSON, models in it too, text as it is, or bytes."""

    body: Any = None
    status: int | None = None
    """200 if not said, 204 without a body."""
    headers: Mapping[str, str] = {}


Source: TypeAlias = "str | os.PathLike[str] | Mapping[str, Any] | Replies"
"""A folder or file of documented examples, or replies by request: `{"GET /users/ada": {"displayName":
"Ada"}}`.

A request is meant as it is written, but `{...}` in its path stands for any key or parameter: `GET /users/{id}`.
It may have a query, `GET /users?$skip=10`: its reply is for requests with these parameters alone.
A reply is a `Reply` or the body of one; an exception, which is raised; a function of the `Request` that returns
one of these; or an iterator, `iter([Reply(status=429), {"id": "1"}])`, which gives one after the other.
"""


class Replies:
    """A transport that answers from documented examples and from replies of a test.

    `requests` holds what it was asked. So does that of a `Replies` that is one of its sources.
    """

    def __init__(self, *sources: Source, base_url: str | None = None) -> None:
        """`base_url`: that of the client, if it is not the usual one."""
        self.requests: list[Request] = []
        self._base_url = (base_url or home()).rstrip("/")
        self._heard = [self.requests]
        self._links: dict[str, Link] = {}
        self._given: list[Known] = []
        self._documented: list[Known] = []
        for source in sources or (_own_examples(),):
            self._add(source)

    def _add(self, source: Source) -> None:
        if isinstance(source, Replies):
            self._heard += source._heard
            self._given += source._given
            self._documented += source._documented
        elif isinstance(source, Mapping):
            for request, value in source.items():
                self._given.append(Known.given(request, value))
                _check(request, value)
        else:
            self._documented += _read_examples(Path(source))

    def send(self, request: Request, /) -> Response:
        """The reply that fits best; 404 when none fits. A batch gets the replies to its parts, and a link that none of
        the replies is for leads to where nothing more comes.
        """
        for requests in self._heard:
            requests.append(request)
        asked = Asked.of(request.method, self._path(request.url), urlsplit(request.url).query)
        if asked[:2] == ("POST", "$batch") and all(each.path != "/$batch" for each in self._given):
            from .testing_batch import answer

            return _response(Reply(answer(request, self.send)))
        link = self._links.get(request.url)
        known = best(self._given, asked, link) or best(self._documented, asked, link)
        if known is not None:
            reply = _reply(known.reply, request)
        elif link is not None:
            reply = Reply(_nothing_more(link.end))
        else:
            message = f"no example and no reply for {request.method} /{asked.path}"
            reply = Reply({"error": {"code": "noReply", "message": message}}, 404)
        behind = link.behind if link is not None else ()
        self._remember(reply.body, request.url, asked, behind if known is None else (*behind, known))
        return _response(reply)

    def _path(self, url: str) -> str:
        """The path without that of the base URL. A link of the same host may lead to another version of the API."""
        path, base = urlsplit(url).path, urlsplit(self._base_url).path
        if path.startswith(f"{base}/"):
            return path.removeprefix(base)
        return path.split("/", base.count("/") + 1)[-1] if origin(url) == origin(self._base_url) else path

    def _remember(self, body: Any, url: str, asked: Asked, behind: tuple[Known, ...]) -> None:
        """The links of a reply. A round of changes ends with a link to the next one, though no page may show it."""
        if isinstance(body, dict):
            start = url.partition("?")[0]
            is_delta = start.rpartition("/")[2].startswith("delta")
            following, later = body.get("@odata.nextLink"), body.get("@odata.deltaLink")
            if isinstance(following, str):
                end = f"{start}?$deltatoken=next" if is_delta else None
                self._links.setdefault(urljoin(url, following), Link(end, asked, behind))
            if isinstance(later, str):
                self._links.setdefault(urljoin(url, later), Link(later, asked, behind))

    async def asend(self, request: Request, /) -> Response:
        return self.send(request)

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


def replies_of(sources: tuple[Source, ...], options: Mapping[str, Any], base_url: str) -> Replies:
    """The transport of a client for tests. Raises TypeError for options that would take its place."""
    found = [name for name in ("transport", "http_client") if name in options]
    if found:
        raise TypeError(
            f"a client for tests answers by itself and would not use {' and '.join(found)}: "
            "give that to the client class, or replies to testing()"
        )
    return Replies(*sources, base_url=options.get("base_url", base_url))


async def no_wait(_seconds: float) -> None:
    """A test does not wait between attempts."""


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


def _read_examples(source: Path) -> Iterator[Known]:
    for file in sorted(source.glob("*.json")) if source.is_dir() else [source]:
        for each in json.loads(file.read_text("utf-8")):
            response = each.get("response", {})
            reply = Reply(response.get("body"), response.get("status", 204), response.get("headers", {}))
            yield Known.documented(each, reply)


def _nothing_more(delta_link: str | None) -> dict[str, Any]:
    """The end of a collection; of a round of changes with the link to the next."""
    return {"value": [], **({"@odata.deltaLink": delta_link} if delta_link else {})}


def _check(request: str, value: Any) -> None:
    """Raise TypeError for what cannot be answered: when it is given, not when it is asked for."""
    if _is_raised(value) or isinstance(value, Iterator) or (callable(value) and not isinstance(value, type)):
        return
    reply = value if isinstance(value, Reply) else Reply(value)
    if isinstance(reply.body, type):
        raise TypeError(f"the reply to {request!r} is the class {reply.body.__name__}: give an object of it")
    if isinstance(reply.body, list) and any(
        isinstance(each, Reply) or _is_raised(each) for each in reply.body
    ):
        raise TypeError(f"several replies to {request!r}, one after the other, are an iterator: iter([...])")
    try:
        _response(reply)
    except (TypeError, ValueError) as error:
        raise TypeError(f"the reply to {request!r} cannot be sent: {error}") from error


def _is_raised(value: Any) -> bool:
    return isinstance(value, BaseException) or (isinstance(value, type) and issubclass(value, BaseException))


def _reply(value: Any, request: Request) -> Reply:
    """What a reply says this time. Raises it where it is an exception."""
    if _is_raised(value):
        raise value
    if isinstance(value, Iterator):
        try:
            value = next(value)
        except StopIteration:
            raise LookupError(f"no reply is left for {request!r}: its iterator came to its end") from None
        return _reply(value, request)
    if callable(value):
        return _reply(value(request), request)
    return value if isinstance(value, Reply) else Reply(value)


def _response(reply: Reply) -> Response:
    body, sort = reply.body, "application/json"
    if body is None:
        return Response(reply.status or 204, dict(reply.headers))
    if isinstance(body, bytes):
        content, sort = body, "application/octet-stream"
    elif isinstance(body, str):
        content, sort = body.encode(), sort if _is_json(body) else "text/plain"
    else:
        content = json.dumps(encode(body)).encode()
    return Response(reply.status or 200, {"content-type": sort, **reply.headers}, content)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
