"""Which facts of a package its examples show, seen while its tests run: methods that are called, parameters that are given,
properties and members of enums that stand in a documented body.

A fact is told by where it stands: `models/user.py:display_name`, `enums/x.py:=value`, `requests/users.py:31` for the function
that begins there, with `:name` behind it for a parameter, and `:read` for what its response is read as.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any


def watch(root: str) -> set[str]:
    """Watch the package below `root` from now on. What it gives, grows."""
    shown: set[str] = set()
    (package,) = (each.parent.name for each in Path(root).glob("*/_runtime"))
    example_class = sys.modules[f"{package}._runtime.examples"].Example
    requests = f"{root}{package}/requests/"
    current: list[Any] = []

    def called(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and current and code.co_filename.startswith(requests):
            place = f"{code.co_filename.removeprefix(root)}:{code.co_firstlineno}"
            shown.add(place)
            shown.update(f"{place}:{name}" for name in _given(current[0]))

    begin, body, check_result = example_class.__init__, example_class.body, example_class._check_result

    def watched_init(self: Any, *arguments: Any, **named: Any) -> None:
        begin(self, *arguments, **named)
        current[:] = [self]

    def watched_body(self: Any, *arguments: Any) -> Any:
        value = body(self, *arguments)
        shown.update(_facts(value, root))
        return value

    def watched_result(self: Any, result: Any, documented: Any) -> None:
        shown.update(_facts(result, root))
        check_result(self, result, documented)

    example_class.__init__, example_class.body, example_class._check_result = watched_init, watched_body, watched_result
    sys.setprofile(called)
    return shown


def _given(example: Any) -> Iterator[str]:
    """What an example says of its call: its parameters by wire name in lower case, and whether there is something to read."""
    if example.half == "response":
        if example.data["response"].get("body"):
            yield "read"
        return
    request = example.data["request"]
    body = request.get("body")
    for names in (request.get("query", {}), request.get("headers", {}), body if isinstance(body, dict) else {}):
        yield from (name.lower() for name in names)


def _facts(value: Any, root: str) -> Iterator[str]:
    """The properties with a value, and members of enums, that stand in what was read."""
    kind = type(value)
    if isinstance(value, (list, tuple, set)):
        for each in value:
            yield from _facts(each, root)
    elif hasattr(value, "is_documented"):
        yield f"{_file(kind, root)}:={value}"
    elif hasattr(value, "model_fields_set"):
        for field in kind._fields():
            inner = getattr(value, field.name)
            if inner is not None:
                owner = next(each for each in kind.__mro__ if field.name in vars(each).get("__annotations__", ()))
                yield f"{_file(owner, root)}:{field.name}"
                yield from _facts(inner, root)


def _file(kind: type, root: str) -> str:
    return str(sys.modules[kind.__module__].__file__).removeprefix(root)
