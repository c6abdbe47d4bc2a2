"""The hooks of .pre-commit-hooks.yaml, run by pre-commit.

`language` is overridden: as it is published, pre-commit would build the package with what a registry serves.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import ROOT, Run, environment, project, run
from tests.cli.test_states import commit, git

__all__ = ["project", "run"]

CONFIG = """\
repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - {{id: sdkwright-lint, language: system}}
      - {{id: sdkwright-check, language: system}}
"""


def test_pages_with_findings_fail_and_clean_ones_pass(run: Run, project: Path, tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "init", "-q")
    commit(hooks)
    rev = subprocess.run(["git", "-C", hooks, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    (project / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks, rev=rev.stdout.strip()))
    config = project / "sdkwright.toml"
    found = run("lint", "--output-format", "json")
    codes = {each["code"] for each in json.loads(found.stdout)["findings"]}
    config.write_text(config.read_text() + f"\n[lint]\nignore = {sorted(codes)}\n")
    assert run("generate").returncode == 0
    git(project, "init", "-q")
    commit(project)

    clean = hook(project, tmp_path)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert clean.stdout.count("Passed") == 2

    page = project / "the docs/resources/lamp.md"
    lines = page.read_text().splitlines(keepends=True)
    row = next(at for at, line in enumerate(lines) if line.startswith("|") and "watts" in line)
    page.write_text("".join([*lines[:row], "|glow|microsoft.graph.nowhere|A glow.|\n", *lines[row:]]))
    broken = hook(project, tmp_path)
    assert broken.returncode == 1
    assert broken.stdout.count("Failed") == 2, broken.stdout
    assert "lamp.md:" in broken.stdout


def hook(root: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    env = environment(PRE_COMMIT_HOME=str(tmp_path / "home"))
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=120, check=False)
