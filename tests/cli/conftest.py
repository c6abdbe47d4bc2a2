"""A project in a folder of its own, and the real command in a real process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]

CONFIG = """\
[sdk.mini]
docs     = "the docs"
out      = "out/mini"
package  = "mini"
base_url = "https://graph.microsoft.com/beta"
"""


def environment(**changes: str) -> dict[str, str]:
    """This process's, without what a developer's terminal may have set."""
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CI", "FORCE_COLOR"}}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **changes}


def hear_interrupts() -> None:
    """For a new process: a shell that runs tests in the background has it ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A configured project with a few pages, in a folder whose name has blanks."""
    root = tmp_path / "a project"
    shutil.copytree(Path(__file__).parent / "docs", root / "the docs")
    (root / "sdkwright.toml").write_text(CONFIG)
    return root


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder without a project in it or above it."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.fixture
def run(project: Path) -> Run:
    """`sdkwright` with these arguments, in the project's folder."""

    def call(*arguments: str, cwd: Path = project, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "generator", *arguments]
        return subprocess.run(
            command, cwd=cwd, env=environment(**env), capture_output=True, text=True, timeout=120, check=False
        )

    return call
