"""How values enter an address. Nothing else in the package puts a caller's value into a path or a query."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

_PLACE = re.compile(r"\{([+=]?)\}")
_SEGMENT, _QUOTED, _LITERAL, _PATH, _BARE = range(5)


def fill(template: str, *values: Any) -> str:
    """The encoded path of a template of the documentation.

    `{}` as a segment takes a key, `'{}'` a text of OData, `{}` within parentheses any OData literal, `{=}` one
    whose text may be given (a time), `{+}` a file path with its slashes. Raises ValueError for an empty or
    missing key, and for one that would lead elsewhere (`..`).
    """
    texts, places = _parse(template)
    parts = [texts[0]]
    for place, value, text in zip(places, values, texts[1:], strict=True):
        parts += (_WRITERS[place](value), text)
    return "".join(parts)


@cache
def _parse(template: str) -> tuple[list[str], list[int]]:
    """The texts around the places, and of which sort each place is."""
    texts: list[str] = []
    places: list[int] = []
    start = 0
    for match in _PLACE.finditer(template):
        before = template[: match.start()]
        texts.append(template[start : match.start()])
        start = match.end()
        depth = before.count("(") - before.count(")")
        places.append(
            _MARKED.get(match[1]) or (_QUOTED if before.count("'") % 2 else _LITERAL if depth else _SEGMENT)
        )
    return [*texts, template[start:]], places


def _text(value: Any, what: str) -> str:
    if isinstance(value, (tuple, list, set, frozenset, dict)):
        raise TypeError(
            f"{what} is one value, not a {type(value).__name__}: "
            "for several objects, make a call for each, or add those calls to a batch"
        )
    text = scalar(value)
    if value is None or not text.strip():
        raise ValueError(f"{what} is empty: {value!r}")
    return text


def _segment(value: Any) -> str:
    text = _text(value, "the key of a path")
    if text in (".", ".."):
        raise ValueError(f"{text!r} is not a key")
    return quote(text, safe="@!,~")


def _quoted(value: Any) -> str:
    return quote(_text(value, "a text in a path").replace("'", "''"), safe="@!,~:'")


def _file_path(value: Any) -> str:
    segments = _text(value, "the path of a file").strip("/").split("/")
    if any(segment in ("", ".", "..") for segment in segments):
        raise ValueError(f"{value!r} is not the path of a file")
    return "/".join(quote(segment, safe="@!,~") for segment in segments)


def _literal(value: Any) -> str:
    """An OData literal: text in quotes, the rest bare, a collection as JSON."""
    if isinstance(value, str):  # enumerations too
        return quote("'" + scalar(value).replace("'", "''") + "'", safe="@!,~:'")
    if isinstance(value, Iterable):
        from .encoding import encode

        return quote(
            json.dumps(encode(list(value)), separators=(",", ":"), ensure_ascii=False), safe="@!,~:'"
        )
    return quote("null" if value is None else scalar(value), safe="@!,~:'")


def _bare(value: Any) -> str:
    return quote(_text(value, "a value in a path"), safe="@!~:")


_MARKED = {"+": _PATH, "=": _BARE}
_WRITERS = {
    _SEGMENT: _segment,
    _QUOTED: _quoted,
    _LITERAL: _literal,
    _PATH: _file_path,
    _BARE: _bare,
}


def scalar(value: Any) -> str:
    """A value as text of a path or query."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (str, int, float)) or value is None:
        return str(value)
    from .encoding import write_text

    return str(write_text(value))


def query_text(query: Mapping[str, Any]) -> str:
    """`?a=b&c=d` of the parameters that are not None; several values of one become a comma list.

    Empty without any.
    """
    pairs = [
        f"{quote(name, safe='$@')}={quote(_several(value), safe='$(),:;=@/*!~' + chr(39))}"
        for name, value in query.items()
        if value is not None
    ]
    return "?" + "&".join(pairs) if pairs else ""


def with_query(address: str, query: Mapping[str, Any]) -> str:
    """An address, which may have parameters of its own, with more."""
    more = query_text(query)
    return address + ("&" + more[1:] if more and "?" in address else more)


def _several(value: Any) -> str:
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        return scalar(value)
    return ",".join(scalar(each) for each in value)


@lru_cache(maxsize=64)
def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: what decides whether a token may go there.

    Text that is no plain address has an origin that equals no other.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        return "", url, None
    if "@" in parts.netloc or not parts.hostname or not parts.hostname.isprintable():
        return "", url, None
    return parts.scheme, parts.hostname, port


def shown(url: str) -> str:
    """An address without its query, which may hold secrets: for logs and messages."""
    if url.startswith("/"):
        return url.partition("?")[0].partition("#")[0]
    try:
        return urlsplit(url).path or "/"
    except ValueError:  # no address: who knows where in it the secrets are
        return "..."
