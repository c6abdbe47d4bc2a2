"""`diff` and `export`, and docs that are a git revision."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIG, Run


@pytest.fixture
def repository(project: Path) -> Path:
    """The project as a git repository with two states: one without wattage, one with."""
    page = project / "the docs" / "resources" / "lamp.md"
    now = page.read_text()
    page.write_text("".join(line for line in now.splitlines(keepends=True) if "watts" not in line))
    git(project, "init", "-q")
    commit(project)
    page.write_text(now)
    return project


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "state")


def add_sdk(root: Path, docs: str = "other docs") -> None:
    """One more SDK in the configuration, over pages of its own unless it is said which."""
    if not (root / docs).exists():
        shutil.copytree(root / "the docs", root / docs)
    config = root / "sdkwright.toml"
    config.write_text(config.read_text() + CONFIG.replace("mini", "other").replace("the docs", docs))


def test_diff_compares_the_docs_with_their_last_commit(run: Run, repository: Path) -> None:
    shown = run("diff")

    assert shown.returncode == 0, shown.stderr
    assert "watts" in shown.stdout
    assert "a minor version" in shown.stdout


def test_what_breaks_callers_makes_the_exit_code_1(run: Run, repository: Path) -> None:
    commit(repository)

    assert run("diff", "HEAD~1", "HEAD").returncode == 0
    back = run("diff", "HEAD", "HEAD~1", "--format", "json")

    assert back.returncode == 1
    assert json.loads(back.stdout)["bump"] == "major"
    assert run("diff", "HEAD", "HEAD~1", "--fail-on", "never").returncode == 0
    assert run("diff", "git:HEAD:the docs", "the docs").returncode == 0


def test_nothing_changed_is_said(run: Run, repository: Path) -> None:
    shown = run("diff", "the docs", "the docs")

    assert shown.returncode == 0
    assert shown.stdout.startswith("No changes")


def test_a_revision_that_is_not_there_is_an_error(run: Run, repository: Path) -> None:
    shown = run("diff", "nowhere")

    assert shown.returncode == 2
    assert shown.stderr == "sdkwright: git cannot read the docs: there is no folder and no revision 'nowhere'\n"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("HEAD~1..HEAD", "'HEAD~1..HEAD'; write the two revisions one after the other"),
        ("git:HEAD:no where", "there is no folder 'no where' in HEAD"),
        ("HEAD~1", "no revision 'HEAD~1'; the clone is shallow: fetch the whole history (fetch-depth: 0"),
    ],
)
def test_what_cannot_be_read_of_a_clone_is_named_with_what_helps(
    run: Run, repository: Path, tmp_path: Path, place: str, said: str
) -> None:
    commit(repository)
    clone = tmp_path / "clone"
    git(repository, "clone", "-q", "--depth", "1", repository.as_uri(), str(clone))

    shown = run("diff", place, cwd=clone)

    assert shown.returncode == 2
    assert said in shown.stderr


def test_an_sdk_of_a_revision_is_that_of_its_pages(run: Run, repository: Path) -> None:
    (repository / "sdkwright.toml").write_text(CONFIG.replace('"the docs"', '"git:HEAD:the docs"'))

    assert run("generate").returncode == 0
    assert "watts" not in (repository / "out/mini/mini/models/lamp.py").read_text()
    assert "HEAD:the docs/resources/lamp.md:" in run("show", "lamp").stdout


@pytest.mark.parametrize(
    ("output", "named"),
    [("concise", "HEAD:the docs/resources"), ("github", "file=the docs/resources"), ("sarif", '"the%20docs/resources')],
)
def test_findings_of_a_revision_join_the_files_of_the_repository(
    run: Run, repository: Path, output: str, named: str
) -> None:
    page = repository / "the docs/resources/lamp.md"
    page.write_text(f"{page.read_text()}\nSee [shades](shade.md).\n")
    commit(repository)
    (repository / "sdkwright.toml").write_text(CONFIG.replace('"the docs"', '"git:HEAD:the docs"'))

    assert named in run("lint", "--output-format", output).stdout


@pytest.mark.parametrize("name", ["openapi", "csdl", "json-schema", "model", "permissions"])
def test_export_prints_a_document(run: Run, project: Path, name: str) -> None:
    shown = run("export", name)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "amp" in shown.stdout

    kept = run("export", name, "-o", "model.out")

    assert (kept.returncode, kept.stdout) == (0, "")
    assert (project / "model.out").read_text() == shown.stdout


@pytest.fixture
def counted(project: Path) -> Path:
    """The project with an example of a call that no request line states."""
    page = project / "the docs" / "api" / "lamp-list.md"
    example = (
        "### Request\n\n```http\nGET https://graph.microsoft.com/beta/lamps/$count\n```\n\n"
        "### Response\n\n```http\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\n3\n```\n"
    )
    page.write_text(page.read_text() + "\n" + example)
    return project


@pytest.mark.parametrize("name", ["openapi", "permissions"])
def test_a_call_that_an_example_alone_shows_is_not_exported_and_this_is_said(
    run: Run, counted: Path, name: str
) -> None:
    shown = run("export", name)

    assert shown.returncode == 0
    assert "/lamps/$count" not in shown.stdout
    assert shown.stderr.startswith("left out, as examples alone show them: GET /lamps/$count (")


def test_show_says_of_a_call_that_an_example_alone_shows_it(run: Run, counted: Path) -> None:
    shown = run("show", "GET /lamps/$count")

    assert shown.returncode == 0
    assert re.search(r"stated +by no request line", shown.stdout)
    assert "by no request line" not in run("show", "GET /lamps").stdout
