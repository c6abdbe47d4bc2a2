"""A wheel of a small package holds the documented examples, so that a program's tests need nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generated" / "graph_beta"
_PROGRAM = """
from graph_beta import Graph
print(Graph.testing().users["any"].get().display_name)
"""


def test_a_wheel_answers_as_the_documentation_does(tmp_path: Path) -> None:
    _run(PACKAGE, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "unpacked")

    printed = _run(tmp_path / "unpacked", "-W", "error", "-c", _PROGRAM)

    assert printed.strip() not in ("", "None")
    assert {each.name for each in (tmp_path / "unpacked" / "graph_beta" / "_examples").iterdir()} == {
        each.name for each in (PACKAGE / "tests" / "examples").iterdir()
    }


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
