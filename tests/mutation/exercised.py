"""What the documented examples say of a generated package: its code as far as their tests run it, by test.

`python -m tests.mutation.exercised TREE` prints it as JSON. It watches one clean run of the suite, which must pass.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Generator
from contextlib import redirect_stdout
from enum import Enum
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec
import pytest

PACKAGE = "graph_beta"


class Exercised(msgspec.Struct, frozen=True, kw_only=True):
    """Tests by what they exercise. Files are relative to the tree."""

    calls: list[tuple[str, int, dict[str, list[str]]]]
    """File and first line of a function: by test, the arguments that it was given something for."""
    fields: list[tuple[str, str, list[str]]]
    """File of the class that declares it, field, and the tests whose example shows a value of it."""
    members: list[tuple[str, str, list[str]]]
    """The same of enumerations: file, text on the wire, tests."""
    tests: list[str]
    """All of them, by node id."""


class Watch:
    """A pytest plugin that notes which functions of the request modules run, and which fields of models hold something."""

    def __init__(self, tree: Path) -> None:
        self._tree = tree
        self._requests = str(tree / PACKAGE / "requests")
        self._test = ""
        self.calls: dict[tuple[str, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.fields: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.members: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.tests: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, object, object]:
        self._test = item.nodeid
        self.tests.append(item.nodeid)
        sys.setprofile(self._called)
        try:
            return (yield)
        finally:
            sys.setprofile(None)

    def pytest_collection_finish(self) -> None:
        """Listen to what examples compare."""
        examples: Any = sys.modules[f"{PACKAGE}._runtime.examples"]
        check = examples.check_documented

        def check_documented(what: str, value: Any, known: Any) -> None:
            check(what, value, known)
            self._hold(value)

        examples.check_documented = check_documented

    def _called(self, frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(self._requests):
            arguments = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
            given = {each for each in arguments if frame.f_locals.get(each) is not None}
            self.calls[self._name(code.co_filename), code.co_firstlineno][self._test] |= given

    def _hold(self, value: Any) -> None:
        if isinstance(value, (list, tuple)):
            for each in value:
                self._hold(each)
        elif isinstance(value, Enum) and isinstance(value.value, str):
            self.members[self._name(_file(type(value))), value.value].add(self._test)
        elif hasattr(value, "model_extra"):
            for field in type(value)._fields():
                held = getattr(value, field.name)
                owner = next((each for each in type(value).__mro__ if field.name in _annotations(each)), None)
                if held is not None and owner is not None:
                    self.fields[self._name(_file(owner)), field.name].add(self._test)
                    self._hold(held)

    def _name(self, file: str) -> str:
        return Path(file).relative_to(self._tree).as_posix()

    def found(self) -> Exercised:
        calls = [
            (file, line, {test: sorted(given) for test, given in sorted(tests.items())})
            for (file, line), tests in sorted(self.calls.items())
        ]
        fields, members = (
            [(file, name, sorted(tests)) for (file, name), tests in sorted(found.items())]
            for found in (self.fields, self.members)
        )
        return Exercised(calls=calls, fields=fields, members=members, tests=self.tests)


def _file(each: type) -> str:
    return str(sys.modules[each.__module__].__file__)


def _annotations(each: type) -> dict[str, Any]:
    found: dict[str, Any] = vars(each).get("__annotations__", {})
    return found


def main() -> int:
    tree = Path(sys.argv[1]).resolve()
    sys.path.insert(0, str(tree))
    watch = Watch(tree)
    with redirect_stdout(sys.stderr):
        code = pytest.main(["--rootdir", str(tree), "-p", "no:cacheprovider", str(tree / "tests")], plugins=[watch])
    sys.stdout.write(json.dumps(msgspec.to_builtins(watch.found())))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
