"""The script of gitlab-ci.example.yml, run on a real repository, against a server that keeps notes as GitLab does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # its stubs are a distribution of their own

from tests.cli.conftest import ROOT, Run, environment, project, run
from tests.cli.test_states import add_sdk, commit, git, repository
from tests.comments import CommentHandler, CommentServer, serving

__all__ = ["project", "repository", "run"]

INSTALL, *SCRIPT = yaml.safe_load((ROOT / "gitlab-ci.example.yml").read_text())["sdkwright"]["script"]
ME, OTHER = 4, 5


class Notes(CommentServer):
    """Notes in the order they were written, two a page."""

    def __init__(self) -> None:
        super().__init__(Handler)
        self.kept: list[dict[str, Any]] = []

    def note(self, body: str, author: int) -> None:
        self.kept.append({"id": len(self.kept) + 1, "body": body, "author": {"id": author}})


class Handler(CommentHandler, BaseHTTPRequestHandler):
    """Lists, adds and changes notes."""

    server: Notes

    def asked(self) -> str:
        return f"{self.command} {self.headers['PRIVATE-TOKEN']}"

    def do_GET(self) -> None:
        if self.path == "/api/user":
            self.answer({"id": ME})
            return
        page = int(self.path.rpartition("&page=")[2])
        here = self.server.kept[2 * page - 2 : 2 * page]
        self.answer(here, X_Next_Page=str(page + 1) if len(self.server.kept) > 2 * page else "")

    def do_POST(self) -> None:
        self.server.note(self.body(), ME)
        self.answer({})

    def do_PUT(self) -> None:
        self.server.kept[int(self.path.rpartition("/")[2]) - 1]["body"] = self.body()
        self.answer({})


@pytest.fixture
def notes() -> Iterator[Notes]:
    with serving(Notes()) as server:
        yield server


def job(root: Path, notes: Notes, base: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The lines in one shell that stops at the first that fails, as a runner has it."""
    given = {
        "CI_API_V4_URL": f"http://127.0.0.1:{notes.server_port}/api",
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "2",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "TOKEN": "t0",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    env = environment(**given | more)
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", "\n".join(SCRIPT)]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_one_note_is_kept_up_to_date(run: Run, repository: Path, notes: Notes) -> None:
    assert run("generate").returncode == 0
    commit(repository)
    git(repository, "tag", "base")
    page = repository / "the docs/resources/lamp.md"
    notes.note("A person's note.", OTHER)
    notes.note("<!-- sdkwright -->\nA person's note that begins as ours.", OTHER)

    page.write_text(page.read_text().replace("watts", "lumens"))
    commit(repository)
    first = job(repository, notes, "base")
    assert first.returncode == 1
    assert first.stderr == "" or "Traceback" not in first.stderr, first.stderr
    assert [each["author"]["id"] for each in notes.kept] == [OTHER, OTHER, ME]
    assert "lumens is new" in notes.kept[2]["body"]

    page.write_text(page.read_text().replace("lumens", "candelas"))
    commit(repository)
    job(repository, notes, "base")
    assert len(notes.kept) == 3
    assert "candelas is new" in notes.kept[2]["body"]
    assert "lumens" not in notes.kept[2]["body"]

    job(repository, notes, "nowhere")
    assert "could not be compared" in notes.kept[2]["body"]
    assert notes.kept[0]["body"] == "A person's note."
    assert "person" in notes.kept[1]["body"]
    assert {each.partition(" ")[2] for each in notes.asked} == {"t0"}


def test_of_several_sdks_those_that_changed_are_told(run: Run, repository: Path, notes: Notes) -> None:
    add_sdk(repository)
    assert run("generate").returncode == 0
    commit(repository)
    git(repository, "tag", "base")
    page = repository / "the docs/resources/lamp.md"
    page.write_text(page.read_text().replace("watts", "lumens"))
    commit(repository)

    job(repository, notes, "base")

    assert "## API changes of mini: base to HEAD" in notes.kept[0]["body"]
    assert "lumens is new" in notes.kept[0]["body"]
    assert "No changes of other." in notes.kept[0]["body"]


def test_without_a_token_the_job_goes_by_the_findings_alone(run: Run, repository: Path, notes: Notes) -> None:
    assert run("generate").returncode == 0
    found = json.loads(run("lint", "--output-format", "json").stdout)["findings"]
    config = repository / "sdkwright.toml"
    config.write_text(
        f"{config.read_text()}\n[lint]\nignore = {json.dumps(sorted({each['code'] for each in found}))}\n"
    )
    assert run("generate").returncode == 0
    commit(repository)

    done = job(repository, notes, "HEAD", TOKEN="")

    assert done.returncode == 0, done.stdout + done.stderr
    assert notes.asked == []


def test_only_what_installs_is_left_out() -> None:
    assert INSTALL == 'python -m pip install --quiet "$SDKWRIGHT"'
