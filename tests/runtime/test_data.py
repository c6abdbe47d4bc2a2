"""Data files of the package, in a folder, in an archive, or left out of a program that was frozen."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from conftest import ASSEMBLED

_USE = """
from sample_sdk import Forbidden, Graph
from sample_sdk._runtime.testing import Reply
graph = Graph.testing({"GET /users/1": {"displayName": "Ada"}, "GET /users/2": Reply({}, 403)})
print(graph.users["1"].get().display_name)
try:
    graph.users["2"].get()
except Forbidden as error:
    print(sorted(error.permissions))
"""


def _archive(place: Path, *, leave_out: str = "") -> Path:
    with zipfile.ZipFile(place, "w") as archive:
        for each in sorted((ASSEMBLED / "sample_sdk").rglob("*")):
            if each.is_file() and each.suffix != ".pyc" and each.name != leave_out:
                archive.write(each, each.relative_to(ASSEMBLED))
    return place


def _run(archive: Path) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _USE],
        env={"PYTHONPATH": str(archive)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout, done.stderr


def test_a_package_works_from_an_archive(tmp_path: Path) -> None:
    assert _run(_archive(tmp_path / "sdk.zip")) == ("Ada\n['application', 'delegated (work or school)']\n", "")


def test_a_refusal_is_told_without_the_permissions_file(tmp_path: Path) -> None:
    assert _run(_archive(tmp_path / "sdk.zip", leave_out="_permissions.json")) == ("Ada\n[]\n", "")


def test_a_missing_table_of_types_is_named(tmp_path: Path) -> None:
    out, errors = _run(_archive(tmp_path / "sdk.zip", leave_out="_types.json"))

    assert out == ""
    assert "_types.json" in errors.splitlines()[-1]
