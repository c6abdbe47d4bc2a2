"""A whole public reference, where one is at hand: the docs, the judge of what was read, and the SDK made from them.

`SDKWRIGHT_CORPUS` names a git clone of the pages (its tip is what is read), `SDKWRIGHT_JUDGE` the folder of `judge.py`.
Without them these tests are skipped and say so; `.ci/run` sets both where the pages are. `python -m pytest tests/corpus`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).parents[2]
CONFIG = """\
[sdk.graph_beta]
docs = "docs"
out = "out"
package = "graph_beta"
base_url = "https://graph.microsoft.com/beta"
dialect = "graph"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A project whose SDK was just generated from all the pages, with nothing cached before."""

    project: Path
    """The folder of `sdkwright.toml`; `docs` in it are the pages."""
    out: Path
    """The SDK with its tests."""
    summary: dict[str, Any]
    """What `generate --output-format json` said of it."""


def sdkwright(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own; whoever calls judges its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def docs() -> Path:
    """The git clone of the pages. Nobody writes to it."""
    return _folder("SDKWRIGHT_CORPUS", "a git clone of the pages")


@pytest.fixture(scope="session")
def judge() -> Path:
    """The folder of `judge.py` and its truth."""
    return _folder("SDKWRIGHT_JUDGE", "the folder of judge.py")


@pytest.fixture(scope="session")
def generated(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """The SDK of all pages, made once for all tests."""
    project = tmp_path_factory.mktemp("corpus")
    (project / "docs").symlink_to(docs, target_is_directory=True)
    (project / "sdkwright.toml").write_text(CONFIG)
    done = sdkwright("generate", "--jobs", "2", "--output-format", "json", cwd=project)
    # 1: pages with errors were left out and named, which is expected of real docs.
    assert done.returncode in (0, 1), done.stderr
    (summary,) = msgspec.json.decode(done.stdout)["sdks"]
    return Generated(project=project, out=project / "out", summary=summary)


def _folder(variable: str, what: str) -> Path:
    place = os.environ.get(variable)
    if not place:
        pytest.skip(f"{variable} does not name {what}")
    folder = Path(place).resolve()
    assert folder.is_dir(), f"{variable} names {folder}, which is no folder"
    return folder
