"""From a response to what a method returns."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from .errors import UnexpectedData
from .paging import Page
from .transport import Response

T = TypeVar("T")
# What Python would read although JSON has no such numbers: OData writes them as texts.
_decode = json.JSONDecoder(parse_constant={"NaN": "NaN", "Infinity": "INF", "-Infinity": "-INF"}.get).decode


def nothing(_response: Response, _strict: bool) -> None:
    """For methods without a result."""


def raw_bytes(response: Response, _strict: bool) -> bytes:
    return response.content


def count(response: Response, _strict: bool) -> int:
    """`$count` answers with a bare number as text, sometimes behind a byte order mark."""
    try:
        return int(response.content.decode("utf-8-sig"))
    except ValueError:
        raise _unexpected(response, "should be a number") from None


def any_json(response: Response, _strict: bool) -> Any:
    return _json(response) if response.content else None


def one(token: type[T], sent: Callable[[], T] | None = None) -> Callable[[Response, bool], T]:
    """A reader for one value of a type: an object, or a primitive that the service wraps in {"value": ...}.

    `sent`: what makes the object where the service accepted it and tells nothing back.
    """

    def read(response: Response, strict: bool) -> T:
        content = response.content.strip()
        if content in (b"", b"null") and hasattr(token, "_read"):  # accepted, nothing told about the result
            return _value(token, {}) if sent is None else sent()
        if not content:
            if response.status == 204:  # how OData says null
                return None  # type: ignore[return-value]  # null stands in for every type
            raise _unexpected(response, "should hold a value, but is empty")
        wire = _unwrap(_json(response), token)
        try:
            value = _value(token, wire)
        except RecursionError:
            raise _too_deep(response) from None
        if strict:
            _check(response, token, [value])
        return value

    return read


def page(token: type[T]) -> Callable[[Response, bool], Page[T]]:
    """A reader for one page of a collection."""

    def read(response: Response, strict: bool) -> Page[T]:
        if response.status == 204:
            return Page()
        wire = _json(response)
        rest = dict(wire) if isinstance(wire, dict) else {}
        items = rest.pop("value", None) if isinstance(wire, dict) else wire
        if not isinstance(items, list):
            if strict or not isinstance(wire, dict):
                raise _unexpected(response, 'should be a collection: {"value": [...]}')
            items = []
        try:
            found: Page[T] = Page((_value(token, each) for each in items), rest)
        except RecursionError:
            raise _too_deep(response) from None
        if strict:
            _check(response, token, found)
        return found

    return read


def _json(response: Response) -> Any:
    try:
        return _decode(response.content.decode(json.detect_encoding(response.content), "surrogatepass"))
    except (ValueError, RecursionError) as error:
        sort = response.headers.get("content-type", "no content type")
        raise _unexpected(response, f"should be JSON, but is {sort}: {type(error).__name__}") from None


def _unwrap(wire: Any, token: type[Any]) -> Any:
    """What a service wraps: primitives always, objects of some functions."""
    if not isinstance(wire, dict) or "value" not in wire or token is object:
        return wire
    inner = wire["value"]
    if not hasattr(token, "_read"):
        return inner
    alone = all(name == "value" or name.startswith("@odata.") for name in wire)
    return inner if alone and isinstance(inner, dict) and not token._takes_object("value") else wire


def _value(token: type[T], wire: Any) -> T:
    if token is object or wire is None:
        return wire  # type: ignore[no-any-return]  # JSON as it came
    read = getattr(token, "_read", None)
    if read is not None and isinstance(wire, dict):
        return read(wire)  # type: ignore[no-any-return]  # the class gives its own objects
    from .kinds import kind_of_type

    return kind_of_type(token).read(wire)  # type: ignore[no-any-return]  # what does not fit is kept as it came


def _check(response: Response, token: type[Any], values: list[Any]) -> None:
    """Raise UnexpectedData for values that do not fit their documented types."""
    from .kinds import kind_of_type

    kind = kind_of_type(token)
    problems = [problem for value in values if value is not None for problem in kind.misfits(value)]
    if problems:
        first = "; ".join(f"{problem.path or 'the value'}: {problem.message}" for problem in problems[:3])
        more = f" and {len(problems) - 3} more" if len(problems) > 3 else ""
        raise _unexpected(response, f"does not fit its documentation: {first}{more}", problems)


def _too_deep(response: Response) -> UnexpectedData:
    return _unexpected(response, "should be an object, but is nested too deep for one")


def _unexpected(response: Response, message: str, problems: list[Any] | None = None) -> UnexpectedData:
    return UnexpectedData(
        f"the response {message}",
        status=response.status,
        headers=response.headers,
        body=response.content,
        request_id=response.headers.get("request-id"),
        problems=problems or [],
    )
