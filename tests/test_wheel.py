"""The wheel holds everything: unpacked alone, it makes the same SDK as this work tree."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_generates_what_the_work_tree_does(tmp_path: Path) -> None:
    run("hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=ROOT)
    (wheel,) = tmp_path.glob("sdkwright-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "unpacked")
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"generator"}

    assert "generator/_templates/python/README.md.j2" in names

    docs = ROOT / "tests" / "cli" / "docs"
    for name, source in (("wheel", tmp_path / "unpacked"), ("tree", ROOT)):
        folder = tmp_path / f"an empty folder for {name}"
        folder.mkdir()
        run("generator", "init", str(docs), cwd=folder, source=source)
        run("generator", "generate", "--out", "sdk", cwd=folder, source=source)

    made = [contents(tmp_path / f"an empty folder for {name}" / "sdk") for name in ("wheel", "tree")]
    assert made[0] == made[1]
    assert "graph_beta/_runtime/client.py" in made[0]


def run(module: str, *arguments: str, cwd: Path, source: Path | None = None) -> None:
    environment = {**os.environ, **({"PYTHONPATH": str(source)} if source else {})}
    command = [sys.executable, "-P", "-m", module, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
