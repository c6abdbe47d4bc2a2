"""Run in the folder of a generated package: a fork of one warmed process for each mutation, and what its tests said.

Writes what the examples show, one line; reads a line, `[{"path": ..., "text": ...}, ...]`, and writes for each of these
mutations a line of its own: whether a test failed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

sys.dont_write_bytecode = True
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"

sys.path.insert(0, str(Path(__file__).parent))

import pytest  # noqa: E402 - after what it reads
from shown import watch  # noqa: E402 - the same

_QUIET = ("-q", "-x", "-p", "no:cacheprovider", "--tb=no", "--no-header")
_PASSED, _FAILED, _INTERRUPTED = pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED


def _forked(task: Callable[[], int]) -> int:
    child = os.fork()
    if child == 0:
        code = 120
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            code = task()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _watched(test_file: str, into: Path) -> int:
    """Run a file of tests, and tell every file of the package that was opened meanwhile, and every fact that was shown."""
    here, opened = f"{Path.cwd()}/", set[str]()

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).startswith(here):
            opened.add(str(arguments[0]).removeprefix(here))

    sys.addaudithook(hear)
    shown = watch(here)
    code = int(pytest.main([*_QUIET, test_file]))
    into.write_text(json.dumps({"opened": sorted(opened), "shown": sorted(shown)}))
    return code


def _readers() -> tuple[dict[str, list[str]], set[str]]:
    """The files of tests by the files that they open, and what the examples show. Tests that never open a file can not be
    changed by what it holds.
    """
    readers: dict[str, list[str]] = {}
    shown: set[str] = set()
    for test_file in sorted(each.as_posix() for each in Path("tests").glob("test_*.py")):
        told = Path("watched.json")
        code = _forked(partial(_watched, test_file, told))
        if code != _PASSED:
            sys.exit(f"{test_file} fails as it is: {code}")
        watched = json.loads(told.read_text())
        for path in watched["opened"]:
            readers.setdefault(path, []).append(test_file)
        shown.update(watched["shown"])
    return readers, shown


def _is_noticed(path: str, text: str, readers: Mapping[str, list[str]]) -> bool:
    if path not in readers:
        return False
    file = Path(path)
    original = file.read_bytes()
    file.write_text(text, "utf-8")
    try:
        code = _forked(lambda: int(pytest.main([*_QUIET, *readers[path]])))
    finally:
        file.write_bytes(original)
    if code not in (_PASSED, _FAILED, _INTERRUPTED, pytest.ExitCode.USAGE_ERROR):
        sys.exit(f"pytest ended with {code}")
    return code != _PASSED


def main() -> None:
    sys.path.insert(0, str(Path.cwd()))
    _warm()
    readers, shown = _readers()
    print(json.dumps(sorted(shown)), flush=True)
    for each in json.loads(sys.stdin.readline()):
        print(json.dumps(_is_noticed(each["path"], each["text"], readers)), flush=True)


def _warm() -> None:
    """Load what no mutation concerns: the libraries, pytest's own modules and the runtime."""
    import importlib

    import pydantic  # noqa: F401 - for its time

    (package,) = (each.parent.name for each in Path().glob("*/_runtime"))
    for module in sorted(Path(package, "_runtime").glob("*.py")):
        importlib.import_module(f"{package}._runtime.{module.stem}".removesuffix(".__init__"))
    assert not any(name.startswith((f"{package}.models.", f"{package}.enums.", f"{package}.requests."))
                   for name in sys.modules)  # fmt: skip


main()
