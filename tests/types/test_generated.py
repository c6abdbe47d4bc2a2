"""What type checkers make of programs that use the generated package: right ones pass, and every mistake is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.types.checkers import DEPRECATIONS, MISTAKES, PROGRAM, mypy, pyright, wrong_lines

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "graph_beta" / "graph_beta"

WRONG = {each.name: wrong_lines(each) for each in (MISTAKES, DEPRECATIONS)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The programs beside the package."""
    (tmp_path / "graph_beta").symlink_to(PACKAGE, target_is_directory=True)
    for file in (PROGRAM, MISTAKES, DEPRECATIONS):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_mypy(folder: Path) -> None:
    found = mypy(folder, PROGRAM.name, MISTAKES.name, DEPRECATIONS.name, cache=ROOT / ".mypy_cache" / "generated")

    assert found.errors == WRONG, found.output


def test_pyright(folder: Path) -> None:
    found = pyright(folder, PROGRAM.name, MISTAKES.name, DEPRECATIONS.name)

    assert found.errors == WRONG, found.output


def test_the_names_of_the_program_exist(folder: Path) -> None:
    """At run time, too, not only for a checker."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import {PROGRAM.stem}"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
