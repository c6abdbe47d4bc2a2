"""The same docs give the same bytes, whatever the means: pages enough that several processes read and format them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, environment

CONFIG = """\
[sdk.graph_beta]
docs = "pages"
out = "sdk"
package = "graph_beta"
base_url = "https://graph.microsoft.com/beta"
"""
REVERSED = """\
import os
from operator import attrgetter

scan, names = os.scandir, os.listdir

class Reversed:
    def __init__(self, path="."):
        with scan(path) as entries:
            self.entries = iter(sorted(entries, key=attrgetter("name"), reverse=True))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

os.scandir = Reversed
os.listdir = lambda path=".": sorted(names(path), reverse=True)
"""
"""A `sitecustomize` module: every process sees folders from their last name to their first."""


def new_project(place: Path) -> Path:
    place.mkdir(parents=True)
    shutil.copytree(ROOT / "specs" / "beta", place / "pages")
    (place / "sdkwright.toml").write_text(CONFIG)
    return place


def generate(project: Path, *options: str, **env: str) -> dict[str, bytes]:
    """Every file of the SDK; where there was one, it is made anew."""
    shutil.rmtree(project / "sdk", ignore_errors=True)
    command = [sys.executable, "-W", "error", "-m", "generator", "generate", "--quiet", *options]
    done = subprocess.run(
        command, cwd=project, env=environment(**env), capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    files = (path for path in (project / "sdk").rglob("*") if path.is_file())
    return {path.relative_to(project / "sdk").as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process gives, with nothing to remember and a fixed hash seed."""
    project = new_project(tmp_path_factory.mktemp("first") / "project")
    made = generate(project, "--no-cache", "--jobs", "1", PYTHONHASHSEED="0")
    assert len(made) > 300
    return made


@pytest.mark.parametrize("seed", ["1", "random"])
def test_in_another_place_by_several_processes_and_from_memory(
    tmp_path: Path, first: dict[str, bytes], seed: str
) -> None:
    project = new_project(tmp_path / "a longer path" / "with blanks" / "and ünïcode")

    assert generate(project, "--jobs", "2", PYTHONHASHSEED=seed) == first
    assert generate(project, "--jobs", "1", PYTHONHASHSEED=seed) == first
    shutil.rmtree(project / ".sdkwright" / "cache" / "outcomes")
    assert generate(project, "--jobs", "1", PYTHONHASHSEED=seed) == first
    shutil.rmtree(project / ".sdkwright")
    assert generate(project, "--jobs", "3", PYTHONHASHSEED=seed) == first


def test_in_another_order_of_the_file_system(tmp_path: Path, first: dict[str, bytes]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(REVERSED)
    project = new_project(tmp_path / "project")
    paths = f"{site}:{ROOT}"
    look = [sys.executable, "-c", "import os; print(*next(os.walk('pages'))[1])"]
    seen = subprocess.run(look, cwd=project, env=environment(PYTHONPATH=paths), capture_output=True, check=True)

    assert seen.stdout.split() == [b"resources", b"includes", b"api"]
    assert generate(project, "--jobs", "2", PYTHONPATH=paths) == first
