"""One request as a builder describes it, before a client makes it.

Light: importing a client must not import models or httpx.
"""

from __future__ import annotations

import functools
import os
from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypedDict, TypeVar

if TYPE_CHECKING:
    from .builder import RequestBuilder
    from .transport import Response

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class _Unset:
    """The value of a parameter that was not given. None is another: it is sent as null."""

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


UNSET: Any = _Unset()


class AsWritten(str):
    """Text that a page shows in the place of a value that it documents as something else: no check refuses it."""

    __slots__ = ()


Fields: TypeAlias = "str | Sequence[str] | None"
"""Names of `$select`, `$expand` and `$orderby`: one text or several."""

Json: TypeAlias = Any
"""JSON whose shape no page documents."""

Content: TypeAlias = "bytes | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]"
"""What an upload sends. A path and a seekable file can be sent again after a failure; an iterator cannot. A `str` is not
taken: it may be meant for a path.
"""

FileContent: TypeAlias = "bytes | os.PathLike[str] | IO[bytes]"
"""What goes up in pieces, each of which can be sent again."""

Target: TypeAlias = "RequestBuilder | str"
"""What a reference points to: a node such as `graph.users["ada"]`, or an absolute address."""


class BareOptions(TypedDict, total=False):
    """What every method takes besides its own parameters and its body."""

    timeout: float | None
    """Seconds for each step of the request (connect, write, read); None waits for ever."""
    headers: Mapping[str, str]
    """Further headers; they win over documented parameters."""
    query: Mapping[str, Any]
    """Further query parameters, by their wire names."""
    max_retries: int
    """How often to repeat this request after a failure that allows it."""


class RequestOptions(BareOptions, total=False):
    """What every method takes besides its own parameters."""

    raw_body: bytes | str
    """The body as it stands, in place of the one that is given or made of the parameters: mail as MIME text. Say in
    `headers` what it is.
    """


_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Call(NamedTuple, Generic[T]):
    """A request and how to read its response."""

    method: str
    path: str
    """Encoded path below the base URL, or an absolute address."""
    read: Callable[[Response, bool], T]
    """From the response to the result; the second argument says whether odd data is an error."""
    query: Mapping[str, Any] = _EMPTY
    headers: Mapping[str, str | None] = _EMPTY
    json: Any = UNSET
    """JSON value of the body."""
    content: Any = UNSET
    """Body as bytes; not together with `json`."""
    options: RequestOptions = RequestOptions()


def checked(method: F) -> F:
    """A method whose arguments are checked, by their annotations, before its request is made.

    Raises ValidationError, with every fault, as the constructor of a model does.
    """
    code = method.__code__
    names = code.co_varnames[1 : code.co_argcount]
    check: Callable[[dict[str, Any]], None] | None = None

    @functools.wraps(method)
    def call(self: Any, /, *args: Any, **kwargs: Any) -> Any:
        nonlocal check
        if check is None:
            from .arguments import check_of

            check = check_of(method)
        if args:
            given = dict(zip(names, args, strict=False))
            if len(args) > len(names) or not given.keys().isdisjoint(kwargs):
                return method(self, *args, **kwargs)  # raises TypeError, which says why
            kwargs |= given
        check(kwargs)
        return method(self, **kwargs)

    return call  # type: ignore[return-value]  # to a caller it is the same
