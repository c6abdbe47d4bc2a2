"""The base class of the nodes of the path tree. A node knows its client and its path; its methods describe
requests, the client makes them.

What the methods here return is what the client's `_send` returns: a result with the synchronous client, an
awaitable with the asynchronous one. The types of the asynchronous methods are in the stubs under `aio/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from . import reading
from .calls import UNSET, Call, RequestOptions
from .download import Download
from .paging import Delta, Page, Pages
from .preferences import headers_of

T = TypeVar("T")
_OPTIONS = RequestOptions.__optional_keys__
_ODATA = frozenset({"select", "expand", "filter", "search", "orderby", "top", "skip", "count", "format"})


class RequestBuilder:
    """A path. Attributes and `[...]` lead to the paths below it."""

    _client: Any
    _path: str

    def __init__(self, parent: RequestBuilder, segment: str) -> None:
        self._client = parent._client
        self._path = parent._path + segment

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._path or '/'}>"

    if not TYPE_CHECKING:  # checkers know that a node is not iterable, since its keys are texts

        def __iter__(self) -> Any:
            """Raise TypeError: Python would try the keys 0, 1, 2 and so on, without end."""
            hint = "; its list() is" if hasattr(self, "list") else ""
            raise TypeError(f"{self!r} is a path and not iterable{hint}")

    # One method per kind of result. `path` is what a function or action adds to the path of the node.

    def _one(self, method: str, token: type[T], options: RequestOptions, **request: Any) -> T:
        result: T = self._client._send(self._call(method, reading.one(token), options, **request))
        return result

    def _save(self, method: str, declared: type[Any], body: T, options: RequestOptions, **request: Any) -> T:
        """Send a model; what comes back is of the class that was sent, or of the one that its @odata.type
        names. Where the service tells nothing back, it is the model as it was sent, without changes.
        """
        call = self._call(method, reading.nothing, options, body=body, declared=declared, **request)
        from .edits import accepted

        token = type(body) if isinstance(body, declared) else declared
        sent = accepted(declared, body, call.json)
        result: T = self._client._send(call._replace(read=reading.one(token, sent)))
        return result

    def _many(self, token: type[T], options: RequestOptions, **request: Any) -> Pages[T]:
        result: Pages[T] = self._client._collect(self._call("GET", reading.page(token), options, **request))
        return result

    def _delta(
        self, token: type[T], options: RequestOptions, *, delta_link: str | None, **request: Any
    ) -> Delta[T]:
        call = self._call("GET", reading.page(token), options, **request)
        if delta_link is not None:
            if not delta_link.strip():
                raise ValueError(
                    "the delta link is empty: without one (None) a round begins that gives everything"
                )
            call = call._replace(path=self._client._resolve(delta_link, call), query={})
        result: Delta[T] = self._client._collect_delta(call)
        return result

    def _page(self, method: str, token: type[T], options: RequestOptions, **request: Any) -> Page[T]:
        result: Page[T] = self._client._send(self._call(method, reading.page(token), options, **request))
        return result

    def _none(self, method: str, options: RequestOptions, **request: Any) -> None:
        result: None = self._client._send(self._call(method, reading.nothing, options, **request))
        return result

    def _bytes(self, method: str, options: RequestOptions, **request: Any) -> bytes:
        result: bytes = self._client._send(
            self._call(method, reading.raw_bytes, options, **_any_type(request))
        )
        return result

    def _stream(self, method: str, options: RequestOptions, **request: Any) -> Download:
        result: Download = self._client._download(
            self._call(method, reading.raw_bytes, options, **_any_type(request))
        )
        return result

    def _count(self, options: RequestOptions, **request: Any) -> int:
        result: int = self._client._send(self._call("GET", reading.count, options, **_any_type(request)))
        return result

    def _json(self, method: str, options: RequestOptions, **request: Any) -> Any:
        return self._client._send(self._call(method, reading.any_json, options, **request))

    def _need(self, options: RequestOptions, **members: Any) -> None:
        """Refuse a call that lacks a member its body must have, unless it brings a body of its own."""
        missing = [name for name, value in members.items() if value is UNSET]
        if missing and options.get("raw_body") is None:
            names = ", ".join(missing)
            raise TypeError(f"missing argument: {names} (or raw_body, in place of the whole body)")

    def _reference(self, target: RequestBuilder | str) -> dict[str, str]:
        """The body that refers to another object."""
        if isinstance(target, RequestBuilder):
            home = target._client._settings.base_url
            if home != self._client._settings.base_url:
                raise ValueError(f"{target!r} is a node of another service, at {home}")
            return {"@odata.id": home + target._path}
        if not target.startswith(("https://", "http://")):
            raise ValueError(
                f'a reference is a node such as graph.users["ada"], or an absolute address, not {target!r}'
            )
        return {"@odata.id": target}

    def _call(
        self,
        method: str,
        read: Any,
        options: RequestOptions,
        *,
        path: str = "",
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | int | None] | None = None,
        body: Any = UNSET,
        declared: type[Any] | None = None,
        content: Any = UNSET,
    ) -> Call[Any]:
        if not options.keys() <= _OPTIONS:
            raise TypeError(_unexpected(options.keys() - _OPTIONS))
        given = options.get("raw_body")
        if given is not None:
            body, content = UNSET, given.encode() if isinstance(given, str) else given
        json = UNSET if body is UNSET else _json_of(method, body, declared)
        sent = {} if headers is None else headers_of(headers)
        return Call(method, self._path + path, read, query or {}, sent, json, content, options)


def _unexpected(names: set[str]) -> str:
    odata = [f'"${name}": ...' for name in sorted(names & _ODATA)]
    hint = f"; send OData's with query={{{', '.join(odata)}}}" if odata else ""
    return (
        f"unexpected keyword argument: {', '.join(sorted(names))} "
        f"(every method takes {', '.join(sorted(_OPTIONS))}, and what its page documents{hint})"
    )


def _json_of(method: str, body: Any, declared: type[Any] | None) -> Any:
    """The JSON of a body. An update sends what changed, everything else all that is set."""
    if method == "PATCH" and declared is not None and isinstance(body, declared):
        from .edits import update_of

        return update_of(body, declared)
    from .encoding import Own, encode

    if declared is None and body.__class__ is dict:  # the members of an action, each documented
        return {name: encode(each, Own) for name, each in body.items() if each is not UNSET}
    if declared is not None and not isinstance(body, declared):
        from .checking import accept_body

        accept_body(declared, body)
    return encode(body, declared)


def _any_type(request: dict[str, Any]) -> dict[str, Any]:
    """A request for something that is not JSON."""
    return {**request, "headers": {"Accept": "*/*", **(request.get("headers") or {})}}


def typed(value: Any, declared: type[Any] | None = None) -> Any:
    """The JSON of a parameter whose declared class has derived ones, or that no page gives a class: an object says which
    it is.
    """
    if value is UNSET or value is None:
        return value
    from .encoding import encode

    return encode(value, declared)
