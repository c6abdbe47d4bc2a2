"""Sample arguments and keys for calls that are shown to a reader: documented values first, else ones that speak of
what they stand for. Every text leaves as a literal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeGuard

import msgspec

from generator.model.declarations import Property
from generator.model.operations import ParameterPlace
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive
from generator.python.characters import SPACE, UNSEEN
from generator.python.literals import literal
from generator.python.naming import member_name
from generator.python.sites import CallSite
from generator.python.symbols import Symbol, Symbols
from generator.python.words import singular, words

_LONGEST = 40
_PREFERRED = ("displayName", "name", "title", "subject", "description")


def sample_key(collection: str) -> str:
    """`"device-configuration-id"`, quoted, for a key of `device_configurations`."""
    *lead, last = [*words(collection)] or ["item"]
    return literal("-".join([*lead, singular(last), "id"]).lower())


def sample_model(symbol: Symbol, symbols: Symbols, site: CallSite) -> str | None:
    """`Group(display_name="Library Assist")`: a model with one text that can be written; None where it has none."""
    documented = _documented(site)
    chosen = min(
        writable_texts(symbol, symbols),
        key=lambda each: (not _is_short(documented.get(each.name)), _rank(each.name)),
        default=None,
    )
    if chosen is None:
        return None
    shown = filter(_is_short, (body.get(chosen.name) for body in _bodies(site)))
    text = next(shown, f"Some {' '.join(words(chosen.name)).lower()}")
    return f"{symbol.class_name}({member_name(chosen.name)}={literal(text)})"


def telling_text(symbol: Symbol, symbols: Symbols, sites: Iterable[CallSite]) -> tuple[Property, str, str] | None:
    """The property of a type that says what an object is called, with a text that a page of these calls has for it, and
    another one; None where no text can be written.
    """
    chosen = min(writable_texts(symbol, symbols), key=lambda each: _rank(each.name), default=None)
    if chosen is None:
        return None
    name = " ".join(words(chosen.name)).lower()
    shown = (body.get(chosen.name) for each in sites for body in _bodies(each))
    return chosen, next(filter(_is_short, shown), f"Some {name}"), f"Another {name}"


def writable_texts(symbol: Symbol, symbols: Symbols) -> Iterator[Property]:
    """Properties of a type that are one text each and may be set."""
    for _, each in symbols.lines.properties(symbol.declaration.name):
        is_text = isinstance(each.type, Primitive) and each.type.name is PrimitiveName.STRING
        if is_text and not each.markers.read_only and each.name != "id" and not each.name.startswith("@"):
            yield each


def argument_samples(site: CallSite) -> tuple[str, ...]:
    """`ids=["…"]`, `types=["user"]`: the required keyword arguments, or else the first; empty where one has no sample."""
    members = [each for each in site.parameters if each.place == ParameterPlace.BODY]
    shown = [each for each in members if each.required] or members[:1]
    documented = _documented(site)
    made = [(each.name, _argument(each.type, each.name, documented.get(each.wire))) for each in shown]
    return () if any(value is None for _, value in made) else tuple(f"{name}={value}" for name, value in made)


def _argument(annotation: str, name: str, documented: object) -> str | None:
    match annotation:
        case "bool":
            return repr(documented) if isinstance(documented, bool) else "True"
        case "str":
            return literal(documented) if _is_short(documented) else literal(name.replace("_", " "))
        case "Sequence[str]":
            first = documented[0] if isinstance(documented, list) and documented else None
            return f"[{literal(first)}]" if _is_short(first) else f"[{literal(singular(name))}]"
        case _:
            return None


def _rank(name: str) -> int:
    return _PREFERRED.index(name) if name in _PREFERRED else len(_PREFERRED)


def _is_short(value: object) -> TypeGuard[str]:
    return (
        isinstance(value, str)
        and 0 < len(value) <= _LONGEST
        and SPACE.search(value) is None
        and UNSEEN.search(value) is None
    )


def _documented(site: CallSite) -> Mapping[str, Any]:
    """The body of the first documented request that is a JSON object."""
    return next(_bodies(site), {})


def _bodies(site: CallSite) -> Iterator[Mapping[str, Any]]:
    """The bodies of documented requests that are JSON objects."""
    for each in site.spoken.documents:
        for example in each.operation.examples:
            request = example.request
            if request is not None and request.json and request.body is not None:
                body = msgspec.json.decode(request.body)
                if isinstance(body, dict):
                    yield body
