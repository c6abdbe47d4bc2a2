"""Week after week of a real reference: a project that remembers its last run writes what a new one writes.

A clean run of all pages takes long, so two states are drawn with a seed; `SDKWRIGHT_STATES=all` replays every one.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

from tests.corpus.conftest import CONFIG, sdkwright


def drawn(docs: Path) -> list[str]:
    """Revisions, oldest first. The first one is where the project starts; the others are compared."""
    listed = subprocess.run(["git", "-C", docs, "rev-list", "--reverse", "HEAD"], capture_output=True, check=True)
    states = listed.stdout.decode().split()
    if os.environ.get("SDKWRIGHT_STATES") == "all":
        return states
    return [states[each] for each in sorted(random.Random(17).sample(range(len(states)), 3))]


def new_project(docs: Path, place: Path) -> Path:
    """A project without pages of its own, in a repository that has every state of them."""
    subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", docs, place], check=True)
    return place


def generate(project: Path, state: str, *options: str) -> None:
    (project / "sdkwright.toml").write_text(CONFIG.replace('"docs"', f'"git:{state}:"'))
    done = sdkwright("generate", "--quiet", "--jobs", "2", *options, cwd=project)
    # 1: pages with errors were left out and named, which is expected of real docs.
    assert done.returncode in (0, 1), done.stderr


def differences(one: Path, other: Path) -> list[str]:
    """Paths of files that are not the same bytes in both folders."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if not path.is_dir()}
    assert len(names) > 1_000
    return sorted(str(name) for name in names if content(one / name) != content(other / name))


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def test_each_state_gives_what_a_clean_run_gives(docs: Path, tmp_path: Path) -> None:
    first, *later = drawn(docs)
    project = new_project(docs, tmp_path / "replayed")
    generate(project, first)
    for number, state in enumerate(later):
        clean = new_project(docs, tmp_path / f"clean {number}")
        generate(project, state)
        generate(clean, state, "--no-cache")

        found = differences(project / "out", clean / "out")
        print(f"{state[:12]}: {len(found)} files differ")
        assert found == []
        assert not (clean / ".sdkwright" / "cache").exists()
        shutil.rmtree(clean)
