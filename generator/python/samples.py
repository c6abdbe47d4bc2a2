"""Sample arguments and keys for calls that are shown to a reader: documented values first, else ones that speak of
what they stand for. Every text leaves as a literal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

import msgspec

from generator.model.operations import ParameterPlace
from generator.model.primitives import PrimitiveName
from generator.model.types import Primitive
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
    texts = [
        each
        for _, each in symbols.lines.properties(symbol.declaration.name)
        if isinstance(each.type, Primitive)
        and each.type.name is PrimitiveName.STRING
        and not each.markers.read_only
        and each.name != "id"
        and not each.name.startswith("@")
    ]
    if not texts:
        return None
    documented = _documented(site)
    chosen = min(texts, key=lambda each: (not _is_short(documented.get(each.name)), _rank(each.name)))
    value = documented.get(chosen.name)
    text = value if _is_short(value) else " ".join(words(chosen.name)).lower()
    return f"{symbol.class_name}({member_name(chosen.name)}={literal(text)})"


def sample_arguments(site: CallSite) -> str | None:
    """`ids=["…"], types=["user"]`: the required keyword arguments, or else the first; None where one has no sample."""
    members = [each for each in site.parameters if each.place == ParameterPlace.BODY]
    shown = [each for each in members if each.required] or members[:1]
    documented = _documented(site)
    made = [_argument(each.type, each.name, documented.get(each.wire)) for each in shown]
    if not made or None in made:
        return None
    return ", ".join(f"{each.name}={value}" for each, value in zip(shown, made, strict=True))


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
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and value.isprintable()


def _documented(site: CallSite) -> Mapping[str, Any]:
    """The body of the first documented request that is a JSON object."""
    for each in site.spoken.documents:
        for example in each.operation.examples:
            request = example.request
            if request is not None and request.json and request.body is not None:
                body = msgspec.json.decode(request.body)
                if isinstance(body, dict):
                    return body
    return {}
