"""Documented examples as tests: the request that the page shows must be made, and its response must be
understood.

An `Example` is a transport: the client under test sends to it, it answers as documented, and `check` compares
what was sent and what came back with the page. Each half is a test of its own: where a page shows a wrong
response, its request is proved all the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from .calls import AsWritten
from .comparing import Mismatch, check_documented, differ, json_of, rerun, same, same_requests, told_problems
from .encoding import encode, same_json
from .errors import GraphError
from .kind import Kind
from .kinds import Many, kind_of_type
from .made_requests import pieces
from .paging import Pages
from .transport import Request, Response

if TYPE_CHECKING:
    import pytest

T = TypeVar("T")
_ERRORS = range(400, 600)


def examples(test_file: str) -> Callable[..., pytest.MarkDecorator]:
    """`example(page, number)` for the tests of a file: gives the test its `case`, read from
    `examples/<page>.json` beside it, once for the request and once for the response, as far as the page shows
    them. `request` and `response` say why a half is known to be wrong in the docs: it must fail.
    """
    import pytest

    folder = Path(test_file).parent / "examples"

    def example(
        page: str, number: int, request: str | None = None, response: str | None = None
    ) -> pytest.MarkDecorator:
        reasons = {"request": request, "response": response}
        cases = []
        for half in _halves(_page(folder, page)[number - 1]):
            reason = reasons[half]
            # Only what the docs can cause: any other error is the package's own, and fails the test.
            failed = pytest.fail.Exception
            marks = [pytest.mark.xfail(strict=True, reason=reason, raises=failed)] if reason else []
            cases.append(
                pytest.param((folder, page, number, half), marks=marks, id=f"{page}-{number}-{half}")
            )
        return pytest.mark.parametrize("case", cases, indirect=True)

    return example


@cache
def _page(folder: Path, page: str) -> list[Any]:
    found: list[Any] = json.loads((folder / f"{page}.json").read_text("utf-8"))
    return found


def _halves(data: Mapping[str, Any]) -> Iterator[str]:
    if not data["request"].get("assumed"):
        yield "request"
    response = data.get("response", {})
    if "body" in response or response.get("status") in _ERRORS:
        yield "response"


class Example:
    """One documented example, or one half of it."""

    def __init__(self, data: Mapping[str, Any], half: str | None = None) -> None:
        self.data = data
        self.half = half
        """ "request", "response", or None for both."""
        self.source: str = data["source"]
        self.sent: list[Request] = []

    @classmethod
    def load(cls, place: tuple[Path, str, int, str | None]) -> Example:
        """The example at a place: folder, page, number from 1, and which half."""
        folder, page, number, half = place
        return cls(_page(folder, page)[number - 1], half)

    def __repr__(self) -> str:
        return f"<Example {self.source}>"

    def explain(self, error: BaseException, test: str) -> str | None:
        """What a person needs to know of a failed test; None where the error has to speak for itself."""
        if not isinstance(error, (Mismatch, GraphError)):
            error.add_note(f"{self.where}\n{rerun(test)}")
            return None
        problems = told_problems(getattr(error, "problems", ()))
        return f"{self.where}: {error}{problems}\n\n{rerun(test)}"

    @property
    def where(self) -> str:
        """Page and line, and which half."""
        return f"{self.source}, {self.half}" if self.half else self.source

    # -- the transport -------------------------------------------------------------------------

    def send(self, request: Request, /) -> Response:
        """Answer as documented: a redirect first where the page shows one. Without a documented body, with nothing;
        so too where only the request is of interest.
        """
        self.sent.append(request)
        if self.half == "request":
            return _nothing(request, {})
        if "redirect" in self.data and len(self.sent) == 1:
            found = self.data["redirect"]
            return Response(
                found["status"], {"location": "https://elsewhere.invalid/", **found.get("headers", {})}
            )
        found = self.data.get("response", {"status": 204})
        headers = {"content-type": "application/json", **found.get("headers", {})}
        if "body" not in found and found["status"] < 300:
            return _nothing(request, headers)
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

        Fails where it does not fit its type, unless only the response is of interest.
        """
        wire = self._wire(name)
        kind = _kind(token)
        value = None if wire is None else _new(kind.read(wire))
        problems = "" if value is None else told_problems(kind.misfits(value))
        if self.half == "response":
            return self.written("") if problems or value is None else value  # type: ignore[no-any-return]  # it fits T
        if problems:
            raise Mismatch(f"the documented body does not fit its documentation:{problems}")
        if value is not None:
            check_documented("the documented body", value, self.data["request"].get("open", ()))
        return value  # type: ignore[return-value]  # it fits the kind of T

    def written(self, text: str) -> Any:
        """Text of an address that does not fit the type of its parameter, to be sent as it is."""
        return AsWritten(text)

    def _wire(self, name: str | None) -> Any:
        wire = self.data["request"].get("body")
        if wire is None and self.half != "response":
            raise Mismatch("the page shows no body, and the call needs one")
        if name is None:
            return wire if wire is not None else {}
        if isinstance(wire, dict) and name in wire:
            return wire[name]
        if self.half != "response":
            raise Mismatch(f"the documented body has no {name!r}, and the call needs it")
        return None

    def content(self) -> bytes:
        """The documented request body as bytes."""
        body = self.data["request"].get("body", "")
        return body.encode() if isinstance(body, str) else json.dumps(body).encode()

    def target(self) -> str:
        """The address that the documented body refers to."""
        body = self.data["request"].get("body")
        target = body.get("@odata.id") if isinstance(body, dict) else None
        if isinstance(target, str) and target.startswith(("https://", "http://")):
            return target
        if self.half != "response":
            raise Mismatch(f"the documented body refers to no address: {body!r}")
        return "https://elsewhere.invalid/"

    def check(self, result: Any) -> None:
        """The request was made as documented, and `result` holds the documented response."""
        if isinstance(result, Pages):  # its first page; the documented link to the next one leads nowhere
            result = result._client._send(result._call)
        elif hasattr(result, "__enter__") and not isinstance(result, (bytes, str)):
            with result as download:
                result = download.read()
        if self.half != "response":
            self.check_request()
        if self.half != "request" and "body" in self.data.get("response", {}):
            self._check_result(result, self.data["response"]["body"])

    def fails(self, call: Callable[[], Any]) -> None:
        """The call is refused with the documented status and error code."""
        if self.half == "request":
            self.check(call())
            return
        response = self.data["response"]
        error = _error_of(lambda: self.check(call()))
        if error is None:
            raise Mismatch(f"the documented error {response['status']} was not raised")
        same("status", response["status"], error.status)
        documented = response.get("body")
        details = documented.get("error") if isinstance(documented, dict) else None
        code = details.get("code") if isinstance(details, dict) else None
        if code is not None:
            same("code", code, error.code)
        if self.half is None:
            self.check_request()

    def check_request(self) -> None:
        """The request was made as documented: method, path, query, headers and body."""
        if not self.sent:
            raise Mismatch("no request was made")
        same_requests(pieces(self.data["request"], self.sent[0]))

    def _check_result(self, result: Any, documented: Any) -> None:
        if isinstance(result, bytes):
            text = documented if isinstance(documented, str) else json.dumps(documented)
            same("content", text.encode(), result)
            return
        if result is None and documented is not None:
            raise Mismatch("the page shows a response, and the call gives nothing")
        check_documented("the response", result, self.data["response"].get("open", ()))
        found = json_of(result, documented)
        if isinstance(documented, str) and not isinstance(found, str):  # a count: a number as plain text
            documented = json.loads(documented)
        inner = documented.get("value", documented) if isinstance(documented, dict) else documented
        if not same_json(found, documented) and not same_json(found, inner):
            differ("the response, decoded and encoded again,", documented, found)


def _nothing(request: Request, headers: Mapping[str, str]) -> Response:
    counts = urlsplit(request.url).path.endswith("/$count")
    return Response(200, headers, b"0") if counts else Response(204, headers)


def _error_of(call: Callable[[], Any]) -> GraphError | None:
    try:
        call()
    except GraphError as error:
        return error
    return None


def _kind(token: Any) -> Kind:
    """The kind of a token, which may be a list of another."""
    items = getattr(token, "__args__", ())
    return Many(_kind(items[0])) if items else kind_of_type(token)


def _new(value: Any) -> Any:
    """What was read, as if a caller had made it: all of it counts as set."""
    if isinstance(value, list):
        return [_new(each) for each in value]
    return type(value).from_dict(encode(value)) if hasattr(value, "from_dict") else value
