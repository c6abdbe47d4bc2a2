"""The main job on all pages of a real reference: nothing is lost, and what comes out is a package."""

from __future__ import annotations

import compileall
import subprocess
import sys
from pathlib import Path

from tests.corpus.conftest import Generated


def test_every_page_is_read_and_counted(docs: Path, generated: Generated) -> None:
    pages = generated.summary["pages"]

    assert sum(pages.values()) == len(list(docs.rglob("*.md")))
    assert generated.summary["types"] + generated.summary["enums"] >= 3_000
    assert generated.summary["operations"] >= 5_000


def test_every_module_compiles(generated: Generated) -> None:
    assert compileall.compile_dir(generated.out / "graph_beta", quiet=2, workers=2)


def test_the_client_imports_and_reaches_a_builder(generated: Generated) -> None:
    program = 'import graph_beta; print(graph_beta.Graph("t").device_management.device_configurations["x"])'
    command = [sys.executable, "-W", "error", "-c", program]

    done = subprocess.run(command, cwd=generated.out, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
