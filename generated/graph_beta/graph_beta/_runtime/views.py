"""A method of a node with another client behind it: for raw responses and batches.

A method such as `graph.users["ada"].get` is bound to a node; the node is copied, and its copy talks to a
stand-in that treats the call differently. So every generated method has its raw and its batched form, fully
typed, without a line of generated code.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from .calls import Call
from .transport import Response

T = TypeVar("T")


def rebind(method: Callable[..., Any], view: Callable[[Any], Any]) -> Callable[..., Any]:
    """`method` of a node, with what `view` makes of the node's client in the place of that."""
    node = getattr(method, "__self__", None)
    function = getattr(method, "__func__", None)
    if node is None or function is None or not hasattr(node, "_path"):
        raise TypeError('give a method of a node, for example graph.users["ada"].get, without calling it')
    stand_in = copy.copy(node)
    stand_in._client = view(node._client)
    bound: Callable[..., Any] = function.__get__(stand_in)
    return bound


class RawResponse(Generic[T]):
    """A response as it came; `parse()` gives what the method would have returned."""

    def __init__(self, response: Response, parse: Callable[[], T]) -> None:
        self.status = response.status
        self.headers: Mapping[str, str] = response.headers
        self.content = response.content
        self.parse = parse

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    @property
    def request_id(self) -> str | None:
        return self.headers.get("request-id")

    def json(self) -> Any:
        return json.loads(self.content)

    def __repr__(self) -> str:
        return f"<RawResponse {self.status}, {len(self.content)} bytes>"


class RawView:
    """Stands in for a client whose results should be raw responses."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._settings = client._settings
        self._resolve = client._resolve

    def _send(self, call: Call[Any]) -> Any:
        read = call.read
        return self._client._send(
            call._replace(read=lambda response, strict: RawResponse(response, lambda: read(response, strict)))
        )

    def _collect(self, call: Call[Any]) -> Any:
        return self._raw_collection(call, self._client._collect)

    def _collect_delta(self, call: Call[Any]) -> Any:
        return self._raw_collection(call, self._client._collect_delta)

    def _raw_collection(self, call: Call[Any], make: Callable[..., Any]) -> Any:
        """The first page is fetched now; `parse()` gives the collection that goes on from it."""
        read = call.read

        def raw(response: Response, strict: bool) -> RawResponse[Any]:
            return RawResponse(response, lambda: make(call, read(response, strict)))

        return self._client._send(call._replace(read=raw))

    def _download(self, _call: Call[Any]) -> Any:
        raise TypeError("stream() already gives the response: see its headers")
