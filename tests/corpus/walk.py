"""Run inside a folder with a generated package: calls every method of every node, and prints the requests that were made.

A real client walks from the root; its transport writes down what it is asked and answers nothing. Each line is a verb and
a path below the service root, with `KEY` for every value; every method is called with as little and with as much as it
takes. Usage: `python walk.py PACKAGE`.
"""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

VALUES: dict[str, Any] = {"int": 7, "float": 7.0, "Decimal": 7, "bool": True, "bytes": b"", "Content": b"", "Json": {}}
VALUES["Target"] = "https://host/x"


class Recorder:
    """A transport that keeps the address of each request."""

    def __init__(self, response: Any) -> None:
        self.asked: list[str] = []
        self._response = response

    def send(self, request: Any, /) -> Any:
        self.asked.append(f"{request.method} {unquote(request.url.partition('/root/')[2].partition('?')[0])}")
        return self._response

    def close(self) -> None: ...


def value(annotation: str) -> Any:
    """An argument of that type. Bodies are plain JSON: which model they are does not matter to a path."""
    if annotation.startswith("Sequence["):
        return [value(annotation[9:].partition("]")[0])]
    first = annotation.partition(" | ")[0]
    if first.startswith("dt."):
        return {"dt.date": dt.date(2000, 1, 1), "dt.datetime": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)}.get(first, "KEY")
    return {} if first.startswith("m.") or first.endswith("T") else VALUES.get(first, "KEY")


def needed(parameter: inspect.Parameter) -> bool:
    """Whether a call must have it: an action's member may also only have a default because another body may replace all."""
    if parameter.default is parameter.empty:
        return True
    may_be_null = parameter.annotation.endswith("| None") or parameter.annotation in ("Any", "Json")
    return repr(parameter.default) == "UNSET" and not may_be_null


def arguments(function: Any, *, every: bool) -> tuple[list[Any], dict[str, Any]]:
    """What a call needs, or everything it takes."""
    positional, named = [], {}
    for each in list(inspect.signature(function).parameters.values())[1:]:
        if each.kind is each.VAR_KEYWORD or not (every or needed(each)):
            continue
        if each.kind is each.KEYWORD_ONLY:
            named[each.name] = value(each.annotation)
        else:
            positional.append(value(each.annotation))
    return positional, named


def members(node: Any) -> Iterator[tuple[str, Any]]:
    for cls in type(node).__mro__:
        if cls.__module__.startswith(f"{PACKAGE}.requests"):
            yield from ((name, each) for name, each in vars(cls).items() if name == "__getitem__" or name[0] != "_")


def walk(node: Any) -> Iterator[tuple[Any, str, Any]]:
    """Every method of this node and of all below it."""
    for name, member in members(node):
        if isinstance(member, property):
            yield from walk(getattr(node, name))
        elif any(each.kind is each.VAR_KEYWORD for each in inspect.signature(member).parameters.values()):
            yield node, name, member
        elif inspect.isfunction(member):
            yield from walk(member(node, *arguments(member, every=True)[0]))


def call(node: Any, name: str, member: Any, *, every: bool) -> None:
    positional, named = arguments(member, every=every)
    named.pop("delta_link", None)
    try:
        made = getattr(node, name)(*positional, **named)
        if hasattr(made, "pages"):
            next(iter(made))
        elif name == "stream":
            made.__enter__()
    except (GraphError, StopIteration):
        pass  # nothing was answered; what counts is what was asked


PACKAGE = sys.argv[1]
package = importlib.import_module(PACKAGE)
GraphError = package.GraphError
Response = importlib.import_module(f"{PACKAGE}._runtime.transport").Response
recorder = Recorder(Response(204, {}, b""))
client = package.Graph(base_url="http://host/root", transport=recorder, max_retries=0)
for node, name, member in walk(client):
    call(node, name, member, every=False)
    call(node, name, member, every=True)
print("\n".join(dict.fromkeys(re.sub(r"\b(7\.0|7|true)\b", "KEY", each) for each in recorder.asked)))
