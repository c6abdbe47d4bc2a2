"""What the generated source can call, read back from the code: an oracle that knows nothing of how the code was made.

Walks the classes of `requests/` from `Root`, and collects the verb and path template of every method.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_VERBLESS = {"_many": "GET", "_delta": "GET", "_count": "GET"}
_DEEPEST = 40


@dataclass
class Node:
    """A class: ways to others as (template, class name), and methods as (verb, template, name)."""

    leads: list[tuple[str, str]] = field(default_factory=list)
    methods: list[tuple[str, str]] = field(default_factory=list)


def callable_routes(files: Mapping[str, str], package: str) -> set[tuple[str, str]]:
    """Every (verb, path) that some chain of accesses and a method make, in lower case with `{}` for values."""
    classes = {
        name: node
        for path, text in files.items()
        if path.startswith(f"{package}/requests/")
        for name, node in _classes(ast.parse(text))
    }
    return {(verb, normal(path)) for verb, path in _walk(classes, "Root", "", 0)}


def normal(path: str) -> str:
    """A documented or generated template without what spelling may vary in: names of values, quotes, case."""
    text = re.sub(r"\{[^{}]*\}", "{}", path)
    text = re.sub(r"=('?)(?!\1\{\})[^,()']*\1(?=[,)])", "={}", text)  # a value that the docs fix
    return text.replace("'{}'", "{}").replace("()", "").lower()


def _walk(classes: Mapping[str, Node], name: str, path: str, depth: int) -> Iterator[tuple[str, str]]:
    assert depth < _DEEPEST
    for verb, template in classes[name].methods:
        yield verb, path + template
    for template, target in classes[name].leads:
        yield from _walk(classes, target, path + template, depth + 1)


def _classes(module: ast.Module) -> Iterator[tuple[str, Node]]:
    for each in module.body:
        if isinstance(each, ast.ClassDef):
            node = Node()
            for member in each.body:
                if isinstance(member, ast.FunctionDef):
                    _read(member, node)
            yield each.name, node


def _read(function: ast.FunctionDef, node: Node) -> None:
    if any(isinstance(each, ast.Name) and each.id == "overload" for each in function.decorator_list):
        return
    *before, last = function.body
    assert isinstance(last, ast.Return)
    assert isinstance(last.value, ast.Call)
    called = last.value.func
    if isinstance(called, ast.Name):
        node.leads.append((_template(last.value.args[1]), called.id))
        return
    assert isinstance(called, ast.Attribute)
    first = last.value.args[0]
    verb = _VERBLESS.get(called.attr) or (first.value if isinstance(first, ast.Constant) else None)
    assert isinstance(verb, str)
    given = {each.arg: each.value for each in last.value.keywords}
    assigned = [each.value for each in before if isinstance(each, ast.Assign)]
    path = assigned[0] if assigned else given.get("path")
    paths = [path.body, path.orelse] if isinstance(path, ast.IfExp) else [path]
    node.methods += [(verb, "" if each is None else _template(each)) for each in paths]


def _template(value: ast.expr) -> str:
    """The text of `"/x"` or of `fill("/x", ...)`."""
    if isinstance(value, ast.Call):
        value = value.args[0]
    assert isinstance(value, ast.Constant)
    return re.sub(r"\{[+=]?\}", "{}", str(value.value))
