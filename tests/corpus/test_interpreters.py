"""Another supported version of Python makes the same SDK of all pages: its Unicode tables, regular expressions and JSON differ.

The other interpreter is one on `PATH`, or one installed beside the one that runs the tests, as version managers do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from tests.corpus.conftest import CONFIG, ROOT, Generated
from tests.corpus.test_states import differences

NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")
LIBRARIES = ("black", "click", "jinja2", "markdown-it-py", "msgspec", "rich", "watchfiles")


def others() -> Iterator[Path]:
    """Working interpreters of another supported version, the newest first."""
    folders = [*os.environ.get("PATH", "").split(os.pathsep), *map(str, Path(sys.base_prefix).parent.glob("*/bin"))]
    for name in reversed(NAMES):
        for found in (shutil.which(name, path=folder) for folder in folders):
            if found and not name.endswith(f".{sys.version_info.minor}") and works(found):
                yield Path(found)


def works(python: str) -> bool:
    return subprocess.run([python, "-c", "import venv, ssl"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other interpreter, in an environment with the project and the very libraries that run here."""
    base = next(others(), None)
    if base is None:
        pytest.skip(f"no other interpreter than {sys.version.split()[0]} was found, of {', '.join(NAMES)}")
    place = tmp_path_factory.mktemp("other") / "venv"
    subprocess.run([base, "-m", "venv", place], check=True)
    python = place / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
    same = [f"{name}=={metadata.version(name)}" for name in LIBRARIES]
    fetched = subprocess.run([*install, *same], capture_output=True, text=True, check=False)
    if fetched.returncode:
        pytest.skip(f"libraries for {base} cannot be installed here: {fetched.stderr.strip().splitlines()[-1]}")
    subprocess.run([*install, ROOT], check=True)
    return python


def test_another_version_of_python_makes_the_same(
    docs: Path, generated: Generated, python: Path, tmp_path: Path
) -> None:
    (tmp_path / "docs").symlink_to(docs, target_is_directory=True)
    (tmp_path / "sdkwright.toml").write_text(CONFIG)
    command = [python, "-m", "generator", "generate", "--quiet", "--no-cache", "--jobs", "2"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    # 1: pages with errors were left out and named, which is expected of real docs.
    assert done.returncode in (0, 1), done.stderr
    assert differences(generated.out, tmp_path / "out") == []
