"""What every command has in common: exit codes, streams, configuration, and what becomes of a bug."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.cli.commands import COMMANDS
from tests.cli.conftest import CONFIG, ROOT, Run, environment


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == "sdkwright, version 0.1.0\n"
    for arguments in ([], ["-h"], ["--help"]):
        shown = run(*arguments)
        assert all(name in shown.stdout + shown.stderr for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    shown = run(name, "-h")

    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith(f"Usage: sdkwright {name}")
    assert "--config FILE" in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["genrate"], "No such command 'genrate'"),
        (["lint", "--nope"], "--nope"),
        (["lint", "-j", "0"], "Invalid value for '-j'"),
        (["generate", "minni"], "no SDK is named 'minni'; did you mean mini"),
        (["lint", "nowhere"], "there is no nowhere"),
        (["lint", "--select", "invalid-jsn"], "there is no code 'invalid-jsn'"),
        (["lint", "--config", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["lint", "--dialect", "grph"], "no dialect is named 'grph'"),
        (["lint", "--docs", "git:HEAD:"], "git cannot read the docs"),
        (["generate", "--package", "a-b"], "--package must be a name that Python can import"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    shown = run(*arguments)

    assert shown.returncode == 2
    assert shown.stdout == ""
    assert said in shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_mistake_in_the_configuration_is_named(run: Run, project: Path) -> None:
    (project / "sdkwright.toml").write_text(CONFIG + 'pakage = "x"\n')

    shown = run("lint")

    assert shown.returncode == 2
    assert shown.stderr == "sdkwright: sdkwright.toml:6: unknown key 'pakage' in [sdk.mini]; did you mean 'package'?\n"


def test_the_configuration_is_found_above(run: Run, project: Path) -> None:
    inside = project / "the docs" / "api"

    shown = run("lint", "--output-format", "concise", cwd=inside)

    assert shown.returncode == 1
    assert shown.stdout.startswith("../api/lamp-update.md:")


def test_pyproject_holds_the_configuration_too(run: Run, project: Path) -> None:
    text = (project / "sdkwright.toml").read_text()
    (project / "sdkwright.toml").unlink()
    (project / "pyproject.toml").write_text('[project]\nname = "x"\n' + text.replace("[sdk", "[tool.sdkwright.sdk"))

    assert run("show", "lamp").returncode == 0


def test_without_a_configuration_the_user_is_told_how_to_get_one(run: Run, empty: Path) -> None:
    shown = run("generate", cwd=empty)

    assert shown.returncode == 2
    assert "sdkwright init" in shown.stderr


def test_nothing_is_coloured_in_a_pipe_unless_asked_for(run: Run) -> None:
    assert "\x1b" not in run("lint").stdout
    assert "\x1b[" in run("lint", "--color", "always").stdout


def test_a_reader_that_goes_away_is_no_bug(project: Path) -> None:
    command = f"{sys.executable!r} -m generator explain | head -1"
    shown = subprocess.run(
        ["bash", "-c", command], cwd=project, env=environment(), capture_output=True, text=True, check=False
    )

    assert len(shown.stdout.splitlines()) == 1
    assert shown.stderr == ""


def test_ascii_streams_are_no_bug(run: Run, project: Path) -> None:
    page = project / "the docs" / "api" / "lamp-get.md"
    page.write_text(page.read_text().replace("7\n", "ünï\n"))

    shown = run("show", "GET /lamps/{id}", PYTHONIOENCODING="ascii")

    assert shown.returncode == 0
    assert "Traceback" not in shown.stderr


BUG = """
import generator.workspace.docs, generator.cli.state
def broken(*_): raise RuntimeError("the bug")
generator.cli.state.read_docs = broken
from generator.cli import main
main()
"""


def test_a_bug_is_one_line_and_a_kept_traceback(project: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(BUG), "lint"],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert shown.returncode == 70
    (line,) = shown.stderr.splitlines()
    assert line.startswith("sdkwright: a bug in sdkwright stopped it (RuntimeError); the traceback is in ")
    kept = Path(line.partition("is in ")[2]).read_text()
    assert "RuntimeError: the bug" in kept
    assert "Traceback" in kept


def test_the_scratch_folder_is_ignored_by_git(run: Run, project: Path) -> None:
    subprocess.run(["git", "init", "-q", project], check=True)
    run("lint")

    listed = subprocess.run(
        ["git", "-C", project, "status", "--porcelain"], capture_output=True, text=True, check=True
    ).stdout

    assert (project / ".sdkwright" / "cache").is_dir()
    assert ".sdkwright" not in listed


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes where it may not")
def test_a_project_that_may_not_be_written_is_linted_all_the_same(run: Run, project: Path) -> None:
    project.chmod(0o500)

    shown = run("lint", "-q")

    project.chmod(0o700)
    assert shown.returncode == 1
    assert shown.stderr == ""


def test_the_command_is_installed_under_its_name() -> None:
    text = (ROOT / "pyproject.toml").read_text()

    assert 'sdkwright = "generator.cli:main"' in text
