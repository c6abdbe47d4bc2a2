"""Parameters of a call as OpenAPI objects, and path templates as OpenAPI writes them."""

from __future__ import annotations

import re

from generator.export.schemas import Schema, source, type_schema
from generator.model.headers import header_wire
from generator.model.indexes.answers import answer_of, is_many
from generator.model.indexes.calls import Call
from generator.model.indexes.query_options import meant_options, option_of
from generator.model.operations import Parameter, ParameterPlace

_REFS = "#/components/schemas/"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ARGUMENT = re.compile(r"(?:(\w+)\s*=\s*'?)?\{([^{}]*)\}")
"""A placeholder, and what the function whose argument it is calls it."""
_UNFIT = re.compile(r"[^A-Za-z0-9_.-]+")
_OPTIONS: dict[str, Schema] = {
    "select": {"type": "array", "items": {"type": "string"}},
    "expand": {"type": "array", "items": {"type": "string"}},
    "orderby": {"type": "array", "items": {"type": "string"}},
    "top": {"type": "integer", "minimum": 0},
    "skip": {"type": "integer", "minimum": 0},
    "count": {"type": "boolean"},
}
_LISTS = {"select", "expand", "orderby"}
_OWN_HEADERS = {"accept", "content-type", "authorization"}
"""OpenAPI describes these by other means and ignores parameters of that name."""


def template(path: str) -> str:
    """A path's text with every placeholder named once: a name that occurs again gets a number."""
    seen: dict[str, int] = {}

    def named(match: re.Match[str]) -> str:
        name = _UNFIT.sub("-", match.group(1)).strip("-") or "id"
        seen[name] = seen.get(name, 0) + 1
        return "{" + (name if seen[name] == 1 else f"{name}-{seen[name]}") + "}"

    return _PLACEHOLDER.sub(named, path)


def parameters(call: Call, path: str) -> list[Schema]:
    """Path parameters in path order, then documented OData options, query parameters and headers, by name."""
    documented = {(each.place, each.name.lower()): each for each in call.parameters}
    found = [_path_parameter(name, argument, documented) for argument, name in _ARGUMENT.findall(path)]
    options = meant_options(call.options, many=is_many(answer_of(call)))
    found += [_option(name) for name in sorted(options)]
    headers: dict[str, list[tuple[str, Parameter]]] = {}
    for (place, name), each in sorted(documented.items(), key=lambda item: (item[0][0].value, item[0][1])):
        if place is ParameterPlace.QUERY and option_of(name) not in options:
            found.append(_documented(each, "query"))
        elif place is ParameterPlace.HEADER and (wire := header_wire(each.name)) is not None:
            headers.setdefault(wire.partition(":")[0].lower(), []).append((wire, each))
    return [*found, *(_header(rows) for name, rows in headers.items() if name not in _OWN_HEADERS)]


def _path_parameter(name: str, argument: str, documented: dict[tuple[ParameterPlace, str], Parameter]) -> Schema:
    bare = re.sub(r"-\d+$", "", name).lower()
    wanted = [(ParameterPlace.FUNCTION, argument.lower()), (ParameterPlace.PATH, argument.lower())] if argument else []
    for key in (*wanted, (ParameterPlace.FUNCTION, bare), (ParameterPlace.PATH, bare)):
        if (known := documented.get(key)) is not None:
            return _documented(known, "path") | {"name": name, "required": True}
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _documented(each: Parameter, place: str) -> Schema:
    found: Schema = {"name": each.name, "in": place}
    if each.description:
        found["description"] = each.description
    if each.markers.required:
        found["required"] = True
    found["schema"] = type_schema(each.type, _REFS)
    if each.sources:
        found["x-source"] = source(each.sources[0])
    return found


def _header(rows: list[tuple[str, Parameter]]) -> Schema:
    """One header. Preferences are values of one: what pages say of each is in its description."""
    name = rows[0][0].partition(":")[0]
    found = _documented(rows[0][1], "header") | {"name": name}
    told = [(wire.partition(": ")[2], each.description or "") for wire, each in rows]
    if any(preference for preference, _ in told):
        lines = [f"`{preference}`: {text}" if preference else text for preference, text in told]
        found["description"] = "\n\n".join(filter(None, lines))
        found["schema"] = {"type": "string"}
    if any(each.markers.required for _, each in rows):
        found["required"] = True
    return found


def _option(name: str) -> Schema:
    found: Schema = {"name": f"${name}", "in": "query", "schema": _OPTIONS.get(name, {"type": "string"})}
    return found | {"style": "form", "explode": False} if name in _LISTS else found
