"""The steps of action.yml, run as a runner runs them, against a server that keeps comments as GitHub does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]  # its stubs are a distribution of their own

from tests.cli.conftest import ROOT, Run, environment, project, run
from tests.cli.test_states import add_sdk, commit, git, repository
from tests.comments import CommentHandler, CommentServer, serving

__all__ = ["project", "repository", "run"]

STEPS = {each.get("name"): each for each in yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]}


class Comments(CommentServer):
    """Comments by id."""

    def __init__(self) -> None:
        super().__init__(Handler)
        self.kept: dict[int, str] = {}
        self.refused = 0
        """The status that writers are answered with, if any."""


class Handler(CommentHandler, BaseHTTPRequestHandler):
    """Lists, adds and changes comments."""

    server: Comments

    def asked(self) -> str:
        return f"{self.command} {self.path} {self.headers['Authorization']}"

    def do_GET(self) -> None:
        bot = {"type": "Bot"}
        self.answer([{"id": key, "body": text, "user": bot} for key, text in self.server.kept.items()])

    def do_POST(self) -> None:
        text = self.body()
        if self.server.refused:
            self.answer({"message": "Resource not accessible by integration"}, self.server.refused)
        else:
            self.server.kept[len(self.server.kept) + 1] = text
            self.answer({})

    def do_PATCH(self) -> None:
        self.server.kept[int(self.path.rpartition("/")[2])] = self.body()
        self.answer({})


@pytest.fixture
def comments() -> Iterator[Comments]:
    with serving(Comments()) as server:
        yield server


def step(name: str, root: Path, temp: Path, **more: str) -> subprocess.CompletedProcess[str]:
    bin_ = str(Path(sys.executable).parent)
    env = environment(RUNNER_TEMP=str(temp), GITHUB_STEP_SUMMARY=str(temp / "summary"), **more)
    env["PATH"] = f"{bin_}:{env['PATH']}"
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[name]["run"]]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_one_comment_is_kept_up_to_date(run: Run, repository: Path, tmp_path: Path, comments: Comments) -> None:
    assert run("generate").returncode == 0
    api = {"GITHUB_API_URL": f"http://127.0.0.1:{comments.server_port}", "GITHUB_REPOSITORY": "o/r"}
    page = repository / "the docs/resources/lamp.md"
    comments.kept[1] = "a person's comment"
    for told in ("watts", "lumens"):
        page.write_text(page.read_text().replace("watts", told))
        subprocess.run(["git", "-C", repository, "add", "-A"], check=True)
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
        subprocess.run(["git", "-C", repository, *identity, "commit", "-q", "-m", "x"], check=True)
        base = subprocess.run(
            ["git", "-C", repository, "rev-list", "--max-parents=0", "HEAD"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        checked = step("Check, lint and diff", repository, tmp_path, BASE=base, HEAD="HEAD", FAIL_ON="breaking")
        assert "diff 0" in checked.stdout, checked.stdout + checked.stderr
        assert (checked.returncode == 0) is ("check 0, lint 0, diff 0" in checked.stdout)
        said = step("Comment", repository, tmp_path, GITHUB_TOKEN="t0", PULL_REQUEST="7", **api)
        assert said.returncode == 0, said.stderr
        assert list(comments.kept) == [1, 2]
        assert told in comments.kept[2]

    assert comments.kept[1] == "a person's comment"
    assert [each.split()[0] for each in comments.asked] == ["GET", "POST", "GET", "PATCH"]
    assert all(each.endswith("Bearer t0") for each in comments.asked)


def gone(repository: Path) -> None:
    """A property of the docs goes, and is committed."""
    page = repository / "the docs/resources/lamp.md"
    page.write_text("".join(line for line in page.read_text().splitlines(keepends=True) if "watts" not in line))
    commit(repository)


def described(repository: Path) -> None:
    page = repository / "the docs/resources/lamp.md"
    page.write_text(page.read_text().replace("watts", "lumens"))
    commit(repository)


def linted(repository: Path, run: Run) -> None:
    """The findings that the pages have let pass, so that only new ones count."""
    assert run("generate").returncode == 0
    found = json.loads(run("lint", "--output-format", "json").stdout)["findings"]
    codes = sorted({each["code"] for each in found})
    config = repository / "sdkwright.toml"
    config.write_text(f"{config.read_text()}\n[lint]\nignore = {json.dumps(codes)}\n")
    assert run("generate").returncode == 0
    commit(repository)


def judged(repository: Path, temp: Path, **more: str) -> subprocess.CompletedProcess[str]:
    given = {"BASE": "base", "HEAD": "HEAD", "FAIL_ON": "breaking", **more}
    return step("Check, lint and diff", repository, temp, **given)


def commented(repository: Path, temp: Path, comments: Comments) -> subprocess.CompletedProcess[str]:
    api = {"GITHUB_API_URL": f"http://127.0.0.1:{comments.server_port}", "GITHUB_REPOSITORY": "o/r"}
    return step("Comment", repository, temp, GITHUB_TOKEN="t0", PULL_REQUEST="7", **api)


def test_what_fails_is_told_and_fails_the_job(run: Run, repository: Path, tmp_path: Path, comments: Comments) -> None:
    linted(repository, run)
    git(repository, "tag", "base")

    clean = judged(repository, tmp_path)
    assert (clean.returncode, clean.stdout.splitlines()[-1]) == (0, "check 0, lint 0, diff 0"), clean.stderr
    assert commented(repository, tmp_path, comments).returncode == 0
    assert comments.kept == {}

    gone(repository)
    broken = judged(repository, tmp_path)
    assert broken.returncode == 1
    assert broken.stdout.splitlines()[-1].startswith("check 1, lint "), broken.stdout
    assert broken.stdout.splitlines()[-1].endswith(", diff 1")
    assert commented(repository, tmp_path, comments).returncode == 0
    assert "lamp.watts is gone" in comments.kept[1]
    assert "lamp.watts is gone" in (tmp_path / "summary").read_text()

    nowhere = judged(repository, tmp_path, BASE="nowhere")
    assert nowhere.returncode == 1
    assert nowhere.stdout.splitlines()[-1].endswith(", diff 2")
    assert commented(repository, tmp_path, comments).returncode == 0
    assert "could not be compared" in comments.kept[1]
    assert list(comments.kept) == [1]


def test_of_several_sdks_those_that_changed_are_told(
    run: Run, repository: Path, tmp_path: Path, comments: Comments
) -> None:
    add_sdk(repository)
    linted(repository, run)
    git(repository, "tag", "base")

    clean = judged(repository, tmp_path)
    assert (clean.returncode, clean.stdout.splitlines()[-1]) == (0, "check 0, lint 0, diff 0"), clean.stderr
    assert commented(repository, tmp_path, comments).returncode == 0
    assert comments.kept == {}

    gone(repository)
    assert judged(repository, tmp_path).stdout.splitlines()[-1].endswith(", diff 1")
    assert commented(repository, tmp_path, comments).returncode == 0
    assert "## API changes of mini: base to HEAD" in comments.kept[1]
    assert "lamp.watts is gone" in comments.kept[1]
    assert "No changes of other." in comments.kept[1]


def test_a_finding_alone_fails_the_job(run: Run, repository: Path, tmp_path: Path) -> None:
    linted(repository, run)
    git(repository, "tag", "base")
    page = repository / "the docs/resources/lamp.md"
    page.write_text(f"{page.read_text()}\nSee [shades](shade.md).\n")
    assert run("generate").returncode == 0
    commit(repository)

    found = judged(repository, tmp_path)

    assert found.stdout.splitlines()[-1] == "check 0, lint 1, diff 0"
    assert found.returncode == 1
    (annotation,) = [line for line in found.stdout.splitlines() if line.startswith("::")]
    assert "broken-link" in annotation


@pytest.mark.parametrize(("status", "code", "said"), [(403, 0, "::warning"), (500, 1, "")])
def test_a_token_that_may_not_write_fails_no_job(
    run: Run, repository: Path, tmp_path: Path, comments: Comments, status: int, code: int, said: str
) -> None:
    assert run("generate").returncode == 0
    commit(repository)
    git(repository, "tag", "base")
    described(repository)
    comments.refused = status
    judged(repository, tmp_path)

    told = commented(repository, tmp_path, comments)

    assert (told.returncode, said in told.stdout) == (code, True), told.stdout + told.stderr
    assert comments.kept == {}


def test_no_script_holds_an_expression() -> None:
    assert [name for name, each in STEPS.items() if "${{" in each.get("run", "")] == []
