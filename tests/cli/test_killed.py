"""`generate` killed at moments drawn with a seed: the SDK is the old one or the new one, and the next run mends the rest."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.conftest import Run, environment


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_killed_run_leaves_the_old_tree_or_the_new_one(run: Run, project: Path) -> None:
    out, page = project / "out" / "mini", project / "the docs" / "resources" / "lamp.md"
    texts = [page.read_text(), page.read_text().replace("Where it stands.", "The room it stands in.")]
    trees = []
    for text in texts:
        page.write_text(text)
        started = time.monotonic()
        assert run("generate", "-q", "--no-cache").returncode == 0
        took = time.monotonic() - started
        trees.append(contents(out))
    assert trees[0] != trees[1]
    drawn = random.Random(6)

    for number in range(12):
        page.write_text(texts[number % 2])
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "generate", "-q", *(["--no-cache"] if number % 3 else [])],
            cwd=project,
            env=environment(),
        )
        time.sleep(drawn.uniform(took / 2, took * 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)

        assert contents(out) in trees

    assert run("generate", "-q").returncode == 0
    assert contents(out) == trees[11 % 2]
    assert [path.name for path in out.parent.iterdir()] == ["mini"]
