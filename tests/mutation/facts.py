"""The documented facts that stand in a generated package, and for each a mutation: the same file with that one fact wrong.

Facts are what a page states and a program observes: wire names, verbs, paths, types that are read, members of enums,
parameters that are sent. Annotations of parameters are left to the type checkers, which `tests/types` runs.
"""

from __future__ import annotations

import ast
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One fact made wrong."""

    kind: str
    path: str
    """Of the file, below the package's folder."""
    line: int
    text: str
    """The whole file with the mutation."""
    told: str
    """What was changed, for people."""
    fact: str | None = None
    """Where the fact stands, as `shown` tells it; None for data, which is what examples show."""


@dataclass(frozen=True, slots=True)
class _Code:
    """Facts of one kind in Python: where they stand, and what replaces the matched text."""

    kind: str
    files: str
    pattern: str
    wrong: Callable[[re.Match[str]], str]


def _renamed(match: re.Match[str]) -> str:
    return f"{match['before']}{match['name']}X{match['after']}"


def _bare(match: re.Match[str]) -> str:
    return f"{match['before']}{match['name']}{match['after']}"


def _other(names: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda match: f"{match['before']}{names[match['name']]}{match['after']}"


_FIELD = r"^    (?P<field>[a-z_0-9]+): (?P<declared>[^=\n]+?)(?P<after> = (?:None|\(\n +None\n +\))\n)"
_HEAD = r"^(?P<before>    (?P<field>[a-z_0-9]+): "
_TYPE_NAME = "name of a type"
_PARAMETERS = ("wire name of a parameter", "parameter dropped")
_READ = ("type that is read", "kind of result")
_VERBS = {"GET": "POST", "POST": "PATCH", "PATCH": "PUT", "PUT": "PATCH", "DELETE": "POST"}
_TYPES = {
    "str": "int",
    "bool": "int",
    "int": "str",
    "float": "bool",
    "UUID": "int",
    "dt.datetime": "int",
    "bytes": "int",
}
_READERS = {"one": "none", "many": "bytes", "page": "none", "count": "bytes"}
_MODELS, _ENUMS, _REQUESTS = "models/*.py", "enums/*.py", "requests/*.py"
_CODE = (
    _Code("property renamed", _MODELS, _FIELD, lambda found: f"    {found['field']}_x: {found['declared']}{found['after']}"),
    _Code("property dropped", _MODELS, _FIELD, lambda _: "    ...\n"),
    _Code("property's type", _MODELS, _HEAD + rf"(?:list\[)?)(?P<name>{'|'.join(_TYPES)})(?P<after>\]? \|)", _other(_TYPES)),
    _Code("one of many", _MODELS, _HEAD + r")list\[(?P<name>[\w.]+)\](?P<after> \|)", _bare),
    _Code(_TYPE_NAME, _MODELS, r'(?P<before>odata_type="#)(?P<name>[\w.]+)(?P<after>")', _renamed),
    _Code("member of an enum", _ENUMS, r'^(?P<before>    [A-Z_0-9]+ = ")(?P<name>[^"]+)(?P<after>")', _renamed),
    _Code("member dropped", _ENUMS, r'^    [A-Z_0-9]+ = "(?P<name>[^"]+)"\n', lambda _: "    ...\n"),
    _Code("verb", _REQUESTS, rf'(?P<before>self\._\w+\(\s*")(?P<name>{"|".join(_VERBS)})(?P<after>")', _other(_VERBS)),
    _Code("path segment", _REQUESTS,
          r'(?P<before>(?:\(self, (?:fill\()?|path=(?:fill\()?)\s*"/?)(?P<name>[^"{}/]+)(?P<after>[^"]*")', _renamed),
    _Code(_PARAMETERS[0], _REQUESTS, r'(?P<before>[{ ]")(?P<name>[\w$-]+)(?P<after>": \w+)', _renamed),
    _Code(_PARAMETERS[1], _REQUESTS, r'"(?P<name>[\w$-]+)": \w+(?:, )?', lambda _: ""),
    _Code(_READ[0], _REQUESTS,
          r'(?P<before>self\._(?:one|save|many|page|delta)\((?:\s*"\w+",)?\s*m\.)(?P<name>\w+)(?P<after>,)',
          lambda found: f"{found['before']}{'User' if found['name'] == 'Drive' else 'Drive'}{found['after']}"),
    _Code(_READ[1], _REQUESTS, r"(?P<before>return self\._)(?P<name>one|many|page|count)(?P<after>\()", _other(_READERS)),
)  # fmt: skip


def mutations(package: Path, folder: str) -> list[Mutation]:
    """Every mutation of every fact of the package at `package`, whose Python is in `folder`, in a fixed order."""
    found: list[Mutation] = []
    for rule in _CODE:
        for file in sorted((package / folder).glob(rule.files)):
            if file.name != "__init__.py":
                found += _of_code(rule, file, file.relative_to(package).as_posix())
    for file in sorted((package / "tests" / "examples").glob("*.json")):
        found += _of_data(file, file.relative_to(package).as_posix())
    return found


def _of_code(rule: _Code, file: Path, path: str) -> Iterator[Mutation]:
    text = file.read_text("utf-8")
    starts = _starts(text)
    for match in re.finditer(rule.pattern, text, re.MULTILINE):
        line = text.count("\n", 0, match.start()) + 1
        old, new = match[0], rule.wrong(match)
        changed = text[: match.start()] + new + text[match.end() :]
        told = f"{' '.join(old.split())} -> {' '.join(new.split()) or 'nothing'}"
        yield Mutation(
            kind=rule.kind, path=path, line=line, text=changed, told=told, fact=_fact(rule.kind, path, match, starts)
        )


def _fact(kind: str, path: str, match: re.Match[str], starts: Sequence[int]) -> str:
    """The place of a fact. `starts`: lines on which functions begin."""
    if "/models/" in path:
        return f"@{match['name']}" if kind == _TYPE_NAME else f"{path}:{match['field']}"
    if "/enums/" in path:
        return f"{path}:={match['name']}"
    line = match.string.count("\n", 0, match.start()) + 1
    place = f"{path}:{starts[bisect_right(starts, line) - 1]}"
    if kind in _PARAMETERS:
        return f"{place}:{match['name'].lower()}"
    return f"{place}:read" if kind in _READ else place


def _starts(text: str) -> list[int]:
    """The lines on which functions begin: those of their first decorators."""
    functions = (each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.FunctionDef))
    return sorted(min([each.lineno, *(above.lineno for above in each.decorator_list)]) for each in functions)


def stated_types(package: Path) -> set[str]:
    """Facts of the kind `@name`: types that documented bodies name."""
    texts = (each.read_text("utf-8") for each in (package / "tests" / "examples").glob("*.json"))
    return {f"@{name}" for text in texts for name in re.findall(r'"@odata\.type": "#?([\w.]+)"', text)}


def _of_data(file: Path, path: str) -> Iterator[Mutation]:
    """Facts of example data that the code states too: what a test sends and expects from the same data can not differ."""
    text = file.read_text("utf-8")
    for number, example in enumerate(json.loads(text)):
        request, body = example["request"], example.get("response", {}).get("body")
        if not request.get("assumed"):
            yield _changed("data: verb", path, text, (number, "request", "method"), _VERBS[request["method"]])
            yield _changed("data: path", path, text, (number, "request", "path"), request["path"] + "/x")
            for name in request.get("query", {}):
                yield _changed("data: query", path, text, (number, "request", "query", name), None)
        for place, value in _members(body, (number, "response", "body")):
            yield _changed("data: property renamed", path, text, (*place[:-1], f"{place[-1]}X"), value, instead=place)
            if isinstance(value, (str, bool, int, float)):
                yield _changed("data: type", path, text, place, {"wrong": [1]})


Place = tuple[str | int, ...]


def _members(value: Any, at: Place) -> Iterator[tuple[Place, Any]]:
    """Members of JSON objects, but for annotations, which no page lists."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _members(each, (*at, index))
    elif isinstance(value, dict):
        for name, each in value.items():
            if "@" not in name and name not in ("value", "error") and "error" not in at:
                yield (*at, name), each
            yield from _members(each, (*at, name))


def _changed(kind: str, path: str, text: str, place: Place, value: Any, *, instead: Place | None = None) -> Mutation:
    """The document with `value` at a place; None: with nothing there. `instead` of what is there goes."""
    document = json.loads(text)
    inner = document
    for step in place[:-1]:
        inner = inner[step]
    if instead is not None:
        del inner[instead[-1]]
    inner[place[-1]] = value
    if value is None and instead is None:
        del inner[place[-1]]
    line = text.count("\n", 0, max(text.find(f'"{(instead or place)[-1]}"'), 0)) + 1
    told = "/".join(map(str, instead or place))
    changed = json.dumps(document, indent=1, ensure_ascii=False)
    return Mutation(kind=kind, path=path, line=line, text=changed, told=told)
