"""What a user gets of the whole reference: a package of bounded size that installs, imports, and is quick to check.

Figures are of the installed package with its compiled modules. The bounds on CPU time and memory are those that make a
program pleasant to check with nothing cached; they are measured as CPU seconds, since machines are shared.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.corpus.conftest import Generated
from tests.types.checkers import CORPUS_PROGRAM, MISTAKES, Checked, mypy, pyright, wrong_lines

_MEGABYTES, _FILES, _PATH = 23, 9_000, 120
_LARGEST = 250_000
"""Bytes of a module; checkers take seconds for more."""


@pytest.fixture(scope="module")
def site(generated: Generated, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of a new environment into which the SDK was installed with what it needs."""
    place = tmp_path_factory.mktemp("installed")
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(generated.out)]
    done = subprocess.run(install, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    program = "import graph_beta; graph_beta.Graph('t').users; print(graph_beta.__path__[0])"
    asked = subprocess.run(
        [str(python), "-W", "error", "-c", program], cwd=place, capture_output=True, text=True, check=True
    )
    return Path(asked.stdout.strip()).parent


def test_the_installed_package_is_small(site: Path) -> None:
    files = [each for each in (site / "graph_beta").rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files) / 1e6
    longest = max((str(each.relative_to(site)) for each in files), key=len)

    print(f"{size:.1f} MB in {len(files)} files, longest path {len(longest)}")
    assert (size <= _MEGABYTES, len(files) <= _FILES, len(longest) <= _PATH) == (True, True, True), longest
    assert not [each for each in files if each.suffix in (".py", ".pyi") and each.stat().st_size > _LARGEST]


@pytest.fixture(scope="module")
def user(generated: Generated, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a user beside the package."""
    folder = tmp_path_factory.mktemp("user")
    (folder / "graph_beta").symlink_to(generated.out / "graph_beta", target_is_directory=True)
    for file in (CORPUS_PROGRAM, MISTAKES):
        shutil.copy(file, folder)
    return folder


def test_mypy_of_a_program(user: Path) -> None:
    found = mypy(user, CORPUS_PROGRAM.name, MISTAKES.name, cache=user / ".cold")

    _tell("mypy --strict of a program", found)
    assert found.errors == {MISTAKES.name: wrong_lines()}, found.output
    assert found.seconds <= 20
    assert found.megabytes <= 800


def test_pyright_of_a_program(user: Path) -> None:
    found = pyright(user, CORPUS_PROGRAM.name, MISTAKES.name)

    _tell("pyright of a program", found)
    assert found.errors == {MISTAKES.name: wrong_lines()}, found.output
    assert found.seconds <= 6  # of CPU: it works on several threads


def test_mypy_of_the_package(user: Path) -> None:
    found = mypy(user, "-p", "graph_beta", cache=user / ".whole")

    _tell("mypy --strict of the package", found)
    assert found.errors == {}, found.output[-2000:]


def test_pyright_of_the_package(generated: Generated) -> None:
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "graph_beta"]
    done = subprocess.run(command, cwd=generated.out, capture_output=True, text=True, check=False)

    assert "0 errors, 0 warnings" in done.stdout, done.stdout[-2000:]


def test_black_changes_nothing(generated: Generated) -> None:
    """A drawn part of the files: all of them take black minutes."""
    files = sorted(each for each in generated.out.rglob("*.py*") if each.suffix in (".py", ".pyi"))
    chosen = [str(each.relative_to(generated.out)) for each in random.Random(1).sample(files, 300)]
    command = [sys.executable, "-m", "black", "--check", "--quiet", *chosen]
    environment = {**os.environ, "BLACK_CACHE_DIR": str(generated.project / "black")}

    assert subprocess.run(command, cwd=generated.out, env=environment, check=False).returncode == 0


def _tell(what: str, found: Checked) -> None:
    print(f"{what}: {found.seconds:.1f} s of CPU, {found.megabytes} MB")
