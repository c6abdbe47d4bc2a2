"""Which of the replies that a test client knows is the one for a request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, unquote_plus

_PARAMETER = re.compile(r"&(?=[^\s&='\"()]*(?:[=&]|$))")
"""The sign before a parameter. People write one within a text, too, where no name follows."""
_PLACE = re.compile(r"\{[^{}/]*\}")
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_ARGUMENT = re.compile(r"(?:^|,)\s*([\w.]+)\s*=")
_TOKENS = ("$skiptoken", "$deltatoken")
"""Parameters that say which page is asked for: an example of one page says nothing of another."""


class Asked(NamedTuple):
    """A request as replies are found by it."""

    method: str
    path: str
    form: str
    query: dict[str, str]

    @classmethod
    def of(cls, method: str, path: str, query: str) -> Asked:
        pairs = parse_qsl(query, keep_blank_values=True)
        return cls(method, _plain(path), _form(path), {_name(name): value for name, value in pairs})


class Known(NamedTuple):
    method: str
    route: str
    """The path, where `{...}` stands for any key."""
    path: str
    query: Mapping[str, frozenset[str]]
    """What each parameter may be: a `+` is meant as it stands or as a space."""
    needed: frozenset[str]
    """Parameters without which the reply does not fit at all; the others make it fit better."""
    is_documented: bool
    reply: Any

    @classmethod
    def given(cls, request: str, reply: Any) -> Known:
        """A reply of a test. Raises ValueError where `request` is none."""
        method, _, address = request.partition(" ")
        if not method.isupper() or not address.startswith("/"):
            raise ValueError(f'a reply is for a request such as "GET /users/ada", not {request!r}')
        path, _, text = address.partition("?")
        pairs = [each.partition("=") for each in _PARAMETER.split(text) if each]
        query = {_name(unquote(name)): _readings(value) for name, _, value in pairs}
        return cls(method, path, path, query, frozenset(query), False, reply)

    @classmethod
    def documented(cls, example: Mapping[str, Any], reply: Any) -> Known:
        """The reply of an example. Its `route` says which parts of the path are keys."""
        asked = example["request"]
        query = {
            _name(name): frozenset((value, value.replace("+", " ")))
            for name, value in asked.get("query", {}).items()
        }
        needed, path = frozenset(query.keys() & set(_TOKENS)), asked["path"].partition("?")[0]
        return cls(asked["method"], example.get("route", path), path, query, needed, True, reply)

    def fits(self, asked: Asked) -> tuple[int, int] | None:
        """How many segments are the same, when the others are keys, and how many parameters; None when the requests
        are of different routes or of different pages of a collection.
        """
        if self.method != asked.method:
            return None
        pattern = _pattern(self.route, self.is_documented)
        if not pattern.fullmatch(asked.form if self.is_documented else asked.path):
            return None
        if not all(self._has(name, asked.query) for name in self.needed):
            return None
        pairs = zip(_plain(self.path).split("/"), asked.path.split("/"), strict=False)
        same = sum(one == other for one, other in pairs)
        return same, sum(self._has(name, asked.query) for name in self.query)

    def _has(self, name: str, query: Mapping[str, str]) -> bool:
        return name in query and query[name] in self.query[name]


class Link(NamedTuple):
    """A link that a reply had: to the next page, or to the next round of changes."""

    end: str | None
    """The link that ends the round, for those of a delta."""
    source: Asked
    """The request whose reply had it."""
    behind: tuple[Known, ...]
    """The replies that led here, one after the other."""

    def leads_to(self, known: Known, asked: Asked) -> bool:
        """Whether a reply that fits is one for this page. That of the page before fits, too, where it is for every
        query; it is for this one only if it names what sets the link apart, or if the link is to elsewhere. One that
        changes from request to request is for all of them.
        """
        if callable(known.reply) or isinstance(known.reply, Iterator):
            return True
        is_whole = asked.query.keys() == known.query.keys()
        if is_whole and known.query and all(known._has(name, asked.query) for name in known.query):
            return True
        if any(each is known for each in self.behind):
            return False
        new = dict(asked.query.items() - self.source.query.items())
        moved = not known.is_documented and asked.path != self.source.path
        return moved or any(known._has(name, new) for name in known.query)


def best(replies: Iterable[Known], asked: Asked, link: Link | None) -> Known | None:
    """The reply that fits best; for a link only those to where it leads."""
    fitting = [
        (score, each)
        for each in replies
        if (score := each.fits(asked)) is not None and (link is None or link.leads_to(each, asked))
    ]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def _name(name: str) -> str:
    return name.lower() if name.startswith("$") else name


def _readings(value: str) -> frozenset[str]:
    return frozenset((unquote(value), unquote_plus(value)))


def _plain(path: str) -> str:
    """A path decoded. A slash within a key stays as it is written, and `delta()` is `delta`."""
    segments = path.strip("/").split("/")
    return "/".join(unquote(each).replace("/", "%2F").removesuffix("()") for each in segments)


def _form(path: str) -> str:
    """A path as far as the documentation tells: of functions the names of the parameters, and in small letters."""
    return "/".join(map(_form_of_segment, path.strip("/").split("/"))).casefold()


def _form_of_segment(segment: str) -> str:
    if "(" not in segment:  # an encoded one is part of a key
        return _plain(segment).replace("(", "%28")
    name, bracket, inner = unquote(segment).partition("(")
    names = sorted(_ARGUMENT.findall(_QUOTED.sub("", inner)))
    return f"{name}{bracket}{','.join(names)})" if names else name


@cache
def _pattern(route: str, is_documented: bool) -> re.Pattern[str]:
    """What fits a route. A name of the service (`$count`) is no key; a file path below `root:` has many segments."""
    key = r"(?!\$)[^/(]+" if is_documented else r"(?!\$)[^/]+"
    found, start, text = "", 0, _form(route) if is_documented else _plain(route)
    for place in _PLACE.finditer(text):
        before = text[start : place.start()]
        found += re.escape(before) + (".+" if before.endswith(":/") else key)
        start = place.end()
    return re.compile(found + re.escape(text[start:]))
