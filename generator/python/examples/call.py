"""The Python of a documented request: the chain of accesses with the URL's keys, and the arguments a user would pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from generator.model.indexes.matches import Match
from generator.model.operations import Example, ParameterPlace
from generator.python.examples.data import body_of, headers_of
from generator.python.layout import Group, Item
from generator.python.literals import literal
from generator.python.sites import BodyForm, CallSite, SiteParameter
from generator.python.symbols import Symbols

_INTEGER = re.compile(r"-?\d+\Z")
_BOOLEANS = {"true": "True", "false": "False"}
_CLASS = re.compile(r"\b([me])\.(\w+)")
_SEQUENCE = re.compile(r"Sequence\[(.+)\]\Z")
_TEXTS = frozenset({"str", "Any", "Fields"})
"""Types of which text is a value."""
_PLAIN_TOKENS = frozenset({"str", "bool", "int", "float"})
_PLAIN_HEADERS = frozenset({"accept", "content-type"})


@dataclass(frozen=True, slots=True)
class CallText:
    """A call as code, with the classes that it names."""

    code: Item
    label: str
    """The call in short, for data files and failures: `users[ada].get`."""
    models: frozenset[str] = frozenset()
    enums: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Arguments:
    """The arguments of one call as they are found. `left` are placeholder texts that the chain did not use,
    `named` the arguments of a function by lower-case wire name.
    """

    left: list[str]
    named: dict[str, str]
    positional: list[Item] = field(default_factory=list)
    keyword: list[Item] = field(default_factory=list)
    models: set[str] = field(default_factory=set)
    enums: set[str] = field(default_factory=set)


def call_text(site: CallSite, match: Match, example: Example, query: Mapping[str, str], symbols: Symbols) -> CallText:
    """The call that should make the documented request."""
    chain, label, left = _chain(site, match.values)
    found = _Arguments(left, {name.lower(): value for name, value in match.named})
    _path_arguments(site, found)
    _body(site, example, found, symbols)
    _query_and_headers(site, example, query, found)
    items = (*found.positional, *found.keyword)
    code = Group(f"{chain}.{site.method}(", items)
    return CallText(code, f"{label}.{site.method}", frozenset(found.models), frozenset(found.enums))


def _chain(site: CallSite, values: tuple[str, ...]) -> tuple[str, str, list[str]]:
    """The accesses up to the method, as code and as a label, and the values that are left for the method."""
    code, label, left = "graph", "", list(values)
    for access in site.chain:
        taken, left = left[: access.arguments], left[access.arguments :]
        taken = taken if access.literal is None else [access.literal]
        inner = ", ".join(map(literal, taken))
        if access.name is None:
            code, label = f"{code}[{inner}]", f"{label}[{', '.join(taken)}]"
        else:
            code += f".{access.name}" + (f"({inner})" if access.arguments else "")
            label += f".{access.name}" + (f"({', '.join(taken)})" if access.arguments else "")
    return code, label.removeprefix("."), left


def _path_arguments(site: CallSite, found: _Arguments) -> None:
    left = iter(found.left)
    for parameter in _at(site, {ParameterPlace.PATH, ParameterPlace.FUNCTION}):
        value = found.named.get(parameter.wire.lower()) or next(left, None)
        if value is None and (parameter.keyword or not parameter.required):
            continue
        value = value or "{" + parameter.wire + "}"
        item = _scalar(parameter.type, value)
        if parameter.keyword:
            found.keyword.append(f"{parameter.name}={item}")
        else:
            found.positional.append(item)


def _at(site: CallSite, places: Iterable[ParameterPlace]) -> Iterator[SiteParameter]:
    return (each for each in site.parameters if each.place in places)


def _scalar(declared: str, text: str) -> str:
    """Text of a URL as an argument of the declared type; what does not fit it is passed as the text that it is."""
    if declared == "int" and _INTEGER.match(text):
        return str(int(text))
    if declared == "bool" and text.lower() in _BOOLEANS:
        return _BOOLEANS[text.lower()]
    if declared.startswith("Sequence["):
        return _listed(text)
    takes_text = _TEXTS.intersection(declared.split(" | ")) or declared.startswith("e.")
    return literal(text) if takes_text else _as_written(text)


def _as_written(text: str) -> str:
    return f"case.written({literal(text)})"


def _listed(text: str) -> str:
    """A JSON list of a URL as a list of texts and numbers; other text as it is."""
    try:
        items = msgspec.json.decode(text, type=list[str | int | float | bool])
    except msgspec.DecodeError:
        return _as_written(text)
    return f"[{', '.join(literal(each) if isinstance(each, str) else repr(each) for each in items)}]"


def _body(site: CallSite, example: Example, found: _Arguments, symbols: Symbols) -> None:
    body = msgspec.UNSET if example.request is None else body_of(example.request)
    match site.body:
        case BodyForm.MODEL:
            sent = _sent_class(site, body, symbols)
            found.models.add(sent)
            found.positional.append(f"case.body({sent})")
        case BodyForm.PARAMETERS if isinstance(body, str):
            found.keyword.append("raw_body=case.content()")
        case BodyForm.PARAMETERS:
            _body_parameters(site, body, found)
        case BodyForm.CONTENT:
            found.positional.append("case.content()")
        case BodyForm.REFERENCE:
            target = body.get("@odata.id") if isinstance(body, dict) else None
            is_address = isinstance(target, str) and target.startswith(("https://", "http://"))
            found.positional.append(literal(target) if isinstance(target, str) and is_address else "case.target()")
        case BodyForm.RAW if body is not msgspec.UNSET:
            found.positional.append("case.body(object)")
        case BodyForm.RAW | BodyForm.NONE:
            return


def _sent_class(site: CallSite, body: Any, symbols: Symbols) -> str:
    """The class that a documented body names, if it is the declared one or derived from it; else the declared one."""
    declared = site.body_class or ""
    named = body.get("@odata.type") if isinstance(body, dict) else None
    if not isinstance(named, str):
        return declared
    line = [symbols.by_name[each] for each in symbols.lines.lineage(named.removeprefix("#")) if each in symbols.by_name]
    return line[0].class_name if declared in [each.class_name for each in line] else declared


def _body_parameters(site: CallSite, body: Any, found: _Arguments) -> None:
    """An action's parameters: those in the documented body, and those that must be given whatever the page shows."""
    given = set(body) if isinstance(body, dict) else set()
    for each in _at(site, {ParameterPlace.BODY}):
        if each.wire in given or each.required:
            token = _token(each.type, found)
            found.keyword.append(f"{each.name}=case.body({token}, {literal(each.wire)})")


def _token(declared: str, found: _Arguments) -> str:
    """What `case.body` is told of a parameter's type: a class, a plain type, a list of those, else any JSON."""
    if (items := _SEQUENCE.match(declared)) is not None:
        inner = _token(items[1], found)
        return inner if inner == "object" else f"list[{inner}]"
    if (named := _CLASS.fullmatch(declared)) is not None:
        (found.models if named[1] == "m" else found.enums).add(named[2])
        return named[2]
    return declared if declared in _PLAIN_TOKENS else "object"


def _query_and_headers(site: CallSite, example: Example, query: Mapping[str, str], found: _Arguments) -> None:
    documented = {each.wire.lower(): each for each in _at(site, {ParameterPlace.QUERY})}
    rest: dict[str, str] = {}
    for name, value in query.items():
        known = documented.get(name.lower())
        if known is not None and known.wire == name:
            found.keyword.append(f"{known.name}={_scalar(known.type, value)}")
        else:
            rest[name] = value
    _add_mapping("query", rest, found)
    headers = {} if example.request is None else headers_of(example.request)
    known_headers = {each.wire.lower(): each for each in _at(site, {ParameterPlace.HEADER})}
    others: dict[str, str] = {}
    for name, value in headers.items():
        header = known_headers.get(name.lower())
        preferences = _preferences(known_headers, value) if name.lower() == "prefer" else ()
        if preferences:
            found.keyword.extend(preferences)
        elif header is not None:
            found.keyword.append(f"{header.name}={literal(value)}")
        elif name.lower() not in _PLAIN_HEADERS or not example.request or not example.request.json:
            others[name] = value
    _add_mapping("headers", others, found)


_PREFERENCE = re.compile(r'([^\s=,;"]+)(?:="([^"\\]*)"|=(\d+))?')


def _preferences(known: Mapping[str, SiteParameter], value: str) -> tuple[str, ...]:
    """The arguments that make a documented `Prefer` header; empty where the method does not have all of them."""
    found: list[tuple[str, str]] = []
    for piece in value.split(", "):
        said = _PREFERENCE.fullmatch(piece)
        parameter = known.get(f"prefer: {said[1]}".lower()) if said is not None else None
        if said is None or parameter is None:
            return ()
        text, number = said[2], said[3]
        found.append((parameter.name, "True" if text is None and number is None else number or literal(text)))
    return tuple(f"{name}={each}" for name, each in found) if _in_order(found, known) else ()


def _in_order(found: list[tuple[str, str]], known: Mapping[str, SiteParameter]) -> bool:
    order = [each.name for each in known.values()]
    places = [order.index(name) for name, _ in found]
    return places == sorted(places)


def _add_mapping(name: str, pairs: Mapping[str, str], found: _Arguments) -> None:
    if pairs:
        items = tuple(f"{literal(key)}: {literal(value)}" for key, value in pairs.items())
        found.keyword.append(Group(f"{name}={{", items, "}", display=True))
