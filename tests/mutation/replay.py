"""Mutants against the example tests: which of them does a test notice?

`python -m tests.mutation.replay TREE NUMBER SEED` prints a line for each that none does, and a count of each kind. TREE is
changed and changed back; give it a copy. A process that has everything loaded but the package is forked for each mutant.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import httpx  # loaded here, not by each mutant
import msgspec
import pydantic
import pytest

from tests.mutation.exercised import Exercised
from tests.mutation.mutants import Mutant, drawn

_LIKELY = 6
"""Tests that are asked first: they notice most mistakes, and the whole suite takes long."""
_SECONDS = 60
_LOADED = (httpx, pydantic)


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """How the mutants fared."""

    noticed: dict[str, int]
    """By kind."""
    survivors: list[str]


def exercised(tree: Path) -> Exercised:
    """What the suite of the tree exercises. Raises CalledProcessError when the suite does not pass as it is."""
    command = [sys.executable, "-m", "tests.mutation.exercised", str(tree)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return msgspec.json.decode(done.stdout, type=Exercised)


def replay(tree: Path, mutants: list[Mutant]) -> Replayed:
    """Run the tests on each mutant: first those that are likely to notice, then all."""
    noticed: Counter[str] = Counter()
    survivors: list[str] = []
    for each in mutants:
        file = tree / each.file
        text = file.read_bytes()
        file.write_text(each.text, "utf-8")
        try:
            if (each.tests and _fails(tree, each.tests[:_LIKELY])) or _fails(tree, ("tests",)):
                noticed[each.kind] += 1
            else:
                survivors.append(f"{each.kind}: {each.file} {each.what}")
        finally:
            file.write_bytes(text)
    return Replayed(noticed=dict(noticed), survivors=survivors)


def _fails(tree: Path, tests: tuple[str, ...]) -> bool:
    """Whether one of the tests fails, or the tree does not load. A run that hangs is one that fails."""
    child = os.fork()
    if child == 0:
        _run(tree, tests)
    _, status = os.waitpid(child, 0)
    return status != 0


def _run(tree: Path, tests: tuple[str, ...]) -> None:
    signal.alarm(_SECONDS)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    code = 1
    try:
        os.chdir(tree)
        quiet = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(quiet, stream)
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(tree))
        code = int(pytest.main(["-x", "-p", "no:cacheprovider", "--rootdir", str(tree), *tests]))
    finally:
        os._exit(code)


def main() -> int:
    tree, number, seed = Path(sys.argv[1]).resolve(), int(sys.argv[2]), int(sys.argv[3])
    found = replay(tree, drawn(tree, exercised(tree), number, seed))
    sys.stdout.write(msgspec.json.encode(found).decode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
