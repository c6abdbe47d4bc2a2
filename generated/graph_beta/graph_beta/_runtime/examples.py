"""Documented examples as tests: the request that the page shows must be made, and its response must be
understood.

An `Example` is a transport: the client under test sends to it, it answers as documented, and `check` compares
what was sent and what came back with the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

from .client import Client
from .encoding import encode, same_json
from .errors import GraphError
from .kind import Kind
from .kinds import Many, kind_of_type
from .paging import Page, Pages
from .registry import PACKAGE
from .transport import Request, Response

if TYPE_CHECKING:
    import pytest

T = TypeVar("T")
_OF_CLIENT = frozenset(("authorization", "client-request-id", "content-length", "host", "user-agent"))
"""Headers whose values no page can know."""
_TYPE = "@odata.type"


def examples(test_file: str) -> Callable[..., pytest.MarkDecorator]:
    """`example(page, number)` for the tests of a file: gives the test its `case`, read from
    `examples/<page>.json` beside it.
    """
    import pytest

    folder = Path(test_file).parent / "examples"

    def example(page: str, number: int, xfail: str | None = None) -> pytest.MarkDecorator:
        marks = [pytest.mark.xfail(strict=True, reason=xfail)] if xfail else []
        return pytest.mark.parametrize(
            "case", [pytest.param((folder, page, number), marks=marks, id=f"{page}-{number}")], indirect=True
        )

    return example


@cache
def _page(folder: Path, page: str) -> list[Any]:
    found: list[Any] = json.loads((folder / f"{page}.json").read_text("utf-8"))
    return found


class Example:
    """One documented example."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.source: str = data["source"]
        self.sent: list[Request] = []

    @classmethod
    def load(cls, place: tuple[Path, str, int]) -> Example:
        """The example at a place: folder, page, number from 1."""
        folder, page, number = place
        return cls(_page(folder, page)[number - 1])

    def __repr__(self) -> str:
        return f"<Example {self.source}>"

    # -- the transport -------------------------------------------------------------------------

    def send(self, request: Request, /) -> Response:
        """Answer as documented: a redirect first where the page shows one. Without a documented body, with nothing."""
        self.sent.append(request)
        if "redirect" in self.data and len(self.sent) == 1:
            found = self.data["redirect"]
            return Response(
                found["status"], {"location": "https://elsewhere.invalid/", **found.get("headers", {})}
            )
        found = self.data.get("response", {"status": 204})
        headers = {"content-type": "application/json", **found.get("headers", {})}
        if "body" not in found and found["status"] < 300:
            counts = urlsplit(request.url).path.endswith("/$count")
            return Response(200, headers, b"0") if counts else Response(204, headers)
        body = found.get("body", "")
        return Response(
            found["status"], headers, body.encode() if isinstance(body, str) else json.dumps(body).encode()
        )

    async def asend(self, request: Request, /) -> Response:
        return self.send(request)

    def close(self) -> None: ...

    async def aclose(self) -> None: ...

    # -- what a test asks ----------------------------------------------------------------------

    def body(self, token: type[T], name: str | None = None) -> T:
        """The documented request body, or one parameter of it, as a caller would have made it.

        Fails where it does not fit its type.
        """
        wire = self.data["request"]["body"]
        wire = wire if name is None else wire[name]
        kind = _kind(token)
        value = None if wire is None else _new(kind.read(wire))
        problems = [] if value is None else list(kind.misfits(value))
        assert not problems, f"{self.source}: the documented body does not fit: {problems}"
        return value  # type: ignore[return-value]  # it fits the kind of T

    def content(self) -> bytes:
        """The documented request body as bytes."""
        body = self.data["request"].get("body", "")
        return body.encode() if isinstance(body, str) else json.dumps(body).encode()

    def check(self, result: Any) -> None:
        """The request was made as documented, and `result` holds the documented response."""
        if isinstance(result, Pages):  # its first page; the documented link to the next one leads nowhere
            result = result._client._send(result._call)
        elif hasattr(result, "__enter__") and not isinstance(result, (bytes, str)):
            with result as download:
                result = download.read()
        self.check_request()
        response = self.data.get("response", {})
        if "body" in response and result is not None:
            self._check_result(result, response["body"])

    def fails(self, call: Callable[[], Any]) -> None:
        """The call is refused with the documented status and error code."""
        response = self.data["response"]
        error = _error_of(lambda: self.check(call()))
        assert error is not None, f"{self.source}: the documented error {response['status']} was not raised"
        _same(self.source, "status", error.status, response["status"])
        documented = response.get("body")
        details = documented.get("error") if isinstance(documented, dict) else None
        code = details.get("code") if isinstance(details, dict) else None
        if code is not None:
            _same(self.source, "code", error.code, code)
        self.check_request()

    def unknown(self, result: Any) -> list[str]:
        """Paths of the properties of `result` that no page documents."""
        found: list[str] = []
        _collect_unknown(result, "", found)
        return found

    def check_request(self) -> None:
        """The request was made as documented: method, path, query, headers and body."""
        assert self.sent, f"{self.source}: no request was made"
        request, documented = self.sent[0], self.data["request"]
        parts = urlsplit(request.url)
        _same(self.source, "method", request.method, documented["method"])
        _same(
            self.source,
            "path",
            _plain_path(parts.path.removeprefix(_base_path())),
            _plain_path(documented["path"]),
        )
        _same(
            self.source,
            "query",
            dict(parse_qsl(parts.query, keep_blank_values=True)),
            documented.get("query", {}),
        )
        for name, value in documented.get("headers", {}).items():
            if name.lower() not in _OF_CLIENT:
                sent = request.headers.get(name.lower())
                _same(self.source, name, _plain_header(name, sent), _plain_header(name, value))
        self._check_body(request, documented)

    def _check_body(self, request: Request, documented: Mapping[str, Any]) -> None:
        content = request.content
        content = content if isinstance(content, bytes) or content is None else b"".join(content)  # type: ignore[arg-type]  # synchronous
        body = documented.get("body")
        if "body" not in documented:
            assert content in (
                None,
                b"{}",
                b"",
            ), f"{self.source}: a body was sent although none is documented"
        elif isinstance(body, str):
            _same(self.source, "body", content, body.encode())
        else:
            sent = json.loads(content or b"null")
            if isinstance(sent, dict) and isinstance(body, dict) and _TYPE not in body:
                sent.pop(_TYPE, None)  # the page left out which class the object is of
            assert same_json(sent, body), f"{self.source}: body {sent} instead of {body}"

    def _check_result(self, result: Any, documented: Any) -> None:
        if isinstance(result, bytes):
            text = documented if isinstance(documented, str) else json.dumps(documented)
            _same(self.source, "content", result, text.encode())
            return
        if isinstance(result, Page):
            # A bare list, and a page: both are collections
            found: Any = (
                encode(list(result))
                if isinstance(documented, list)
                else {**result.about, "value": encode(list(result))}
            )
        else:
            found = encode(result)
        if isinstance(documented, str) and not isinstance(found, str):  # a count: a number as plain text
            documented = json.loads(documented)
        inner = documented.get("value", documented) if isinstance(documented, dict) else documented
        same = same_json(found, documented) or same_json(found, inner)
        assert (
            same
        ), f"{self.source}: decoded and encoded again, the response is {found} instead of {documented}"


def _error_of(call: Callable[[], Any]) -> GraphError | None:
    try:
        call()
    except GraphError as error:
        return error
    return None


def _same(source: str, what: str, found: Any, documented: Any) -> None:
    assert found == documented, f"{source}: {what} {found!r} instead of {documented!r}"


@cache
def _base_path() -> str:
    """The path that every address of this package begins with."""
    clients = vars(import_module(f"{PACKAGE}._client")).values()
    urls = [
        each._BASE_URL
        for each in clients
        if isinstance(each, type) and issubclass(each, Client) and each is not Client
    ]
    return urlsplit(urls[0]).path.rstrip("/")


def _plain_path(path: str) -> str:
    """A path as people write it.

    `messages('x')` is `messages/x`; quotes around a placeholder and capitals do not matter, as they do not to
    services.
    """
    decoded = unquote(path).rstrip("/:").casefold()
    unquoted = re.sub(r"'(\{[^{}']*\})'", r"\1", decoded)
    return re.sub(r"(?<=\w)\('([^'=]*)'\)(?=/|$)", r"/\1", unquoted)


def _plain_header(name: str, value: str | None) -> str | None:
    return value.partition(";")[0].strip() if value and name.lower() == "content-type" else value


def _kind(token: Any) -> Kind:
    """The kind of a token, which may be a list of another."""
    items = getattr(token, "__args__", ())
    return Many(_kind(items[0])) if items else kind_of_type(token)


def _new(value: Any) -> Any:
    """What was read, as if a caller had made it: all of it counts as set."""
    if isinstance(value, list):
        return [_new(each) for each in value]
    return type(value).from_dict(encode(value)) if hasattr(value, "from_dict") else value


def _collect_unknown(value: Any, path: str, found: list[str]) -> None:
    if isinstance(value, (list, tuple)):
        for index, each in enumerate(value):
            _collect_unknown(each, f"{path}[{index}]", found)
    elif hasattr(value, "model_extra"):
        found += [f"{path}.{name}".lstrip(".") for name in value.model_extra or {} if "@odata." not in name]
        for field in type(value)._fields():
            _collect_unknown(getattr(value, field.name), f"{path}.{field.wire}".lstrip("."), found)
