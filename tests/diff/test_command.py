"""`sdkwright diff` in real processes, on folders and on a real git repository."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.cli.schema_files import FOLDER
from tests.cli.conftest import environment
from tests.diff.states import CASES

SCHEMA = json.loads((FOLDER / "diff.schema.json").read_text(encoding="utf-8"))
CONFIG = '[sdk.forum]\ndocs = "docs"\nbase_url = "https://forum.example/v1"\n'


def diff(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "generator", "diff", *arguments]
    return subprocess.run(
        command, cwd=root, env=environment(), capture_output=True, text=True, timeout=120, check=False
    )


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project whose docs lost a property and gained an operation, not yet committed; `v1` is what they were."""
    case = CASES / "removed-property"
    shutil.copytree(case / "before", tmp_path / "docs")
    (tmp_path / "sdkwright.toml").write_text(CONFIG)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "state")
    git(tmp_path, "tag", "v1")
    shutil.rmtree(tmp_path / "docs")
    shutil.copytree(case / "after", tmp_path / "docs")
    shutil.copytree(CASES / "added-operation" / "after" / "api", tmp_path / "docs" / "api")
    return tmp_path


def document(root: Path, *arguments: str) -> dict[str, Any]:
    shown = diff(root, *arguments, "--format", "json")
    found: dict[str, Any] = json.loads(shown.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def test_the_working_tree_is_compared_with_the_last_commit(repository: Path) -> None:
    shown = diff(repository)

    assert shown.returncode == 1
    assert "- answer.language is gone" in shown.stdout
    assert "+ POST /answers/{id}/grade is new" in shown.stdout
    assert shown.stderr == ""


@pytest.mark.parametrize("old", ["v1", "HEAD", "git:v1:docs"])
@pytest.mark.parametrize("new", [None, "docs"])
def test_states_are_folders_and_revisions(repository: Path, old: str, new: str | None) -> None:
    found = document(repository, old, *([] if new is None else [new]))

    assert (found["old"], found["new"], found["bump"]) == (old, "docs", "major")
    assert [each["code"] for each in found["changes"]] == ["removed-property", "added-operation", "added-operation"]


def test_a_change_as_scripts_read_it(repository: Path) -> None:
    (gone, *_) = document(repository)["changes"]

    assert gone == {
        "change": "removed",
        "kind": "property",
        "type": "microsoft.graph.answer",
        "name": "language",
        "judgement": "breaking",
        "code": "removed-property",
        "message": "answer.language is gone",
        "old": {"type": "Edm.String"},
        "new": None,
        "old_source": {"path": "resources/answer.md", "line": 20},
        "new_source": None,
        "fingerprint": gone["fingerprint"],
    }


@pytest.mark.parametrize(
    ("case", "fails"),
    [
        ("removed-property", {"breaking", "additive", "any"}),
        ("added-property", {"additive", "any"}),
        ("changed-description", {"any"}),
        ("no-change", set()),
    ],
)
def test_what_is_asked_for_makes_the_exit_code_1(tmp_path: Path, case: str, fails: set[str]) -> None:
    """No project is needed to compare two folders."""
    before, after = CASES / case / "before", CASES / case / "after"
    codes = {
        choice: diff(tmp_path, str(before), str(after), "--no-cache", "--fail-on", choice).returncode
        for choice in ("breaking", "additive", "any", "never")
    }

    assert codes == {choice: int(choice in fails) for choice in codes}


def test_markdown_is_a_comment_for_a_pull_request(repository: Path) -> None:
    shown = diff(repository, "--format", "markdown")

    assert shown.stdout.startswith("## API changes: HEAD to docs\n")
    assert "### Breaking changes (1)" in shown.stdout
    assert "- **answer**: answer.language is gone (resources/answer.md:20)" in shown.stdout.replace("\\", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "git cannot read the docs"),
        (("git:HEAD:nowhere", "docs"), "git cannot read the docs"),
        (("--sdk", "other"), "no SDK is named 'other'"),
    ],
)
def test_what_cannot_be_compared_is_an_error(repository: Path, arguments: tuple[str, ...], said: str) -> None:
    shown = diff(repository, *arguments)

    assert shown.returncode == 2
    assert said in shown.stderr
    assert shown.stdout == ""


def test_docs_of_another_project_are_compared_in_its_repository(repository: Path, tmp_path_factory: Any) -> None:
    """A revision is one of the repository that the configuration stands in, wherever the command runs."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    found = diff(elsewhere, "--config", str(repository / "sdkwright.toml"), "v1")

    assert found.returncode == 1
    assert "answer.language is gone" in found.stdout


@pytest.fixture
def several(repository: Path) -> Path:
    """The project with three SDKs more: two over the same docs, one of them without the new operation, and one over other
    docs, which stay as they are.
    """
    shutil.copytree(CASES / "no-change" / "after", repository / "others")
    tables = (
        CONFIG.replace("forum", "twin"),
        CONFIG.replace("forum", "answers") + 'exclude = ["/answers/*/grade"]\n',
        CONFIG.replace("forum", "still").replace('"docs"', '"others"'),
    )
    config = repository / "sdkwright.toml"
    config.write_text(config.read_text() + "".join(tables))
    git(repository, "add", "others", "sdkwright.toml")
    git(repository, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "several")
    return repository


def test_of_several_sdks_each_api_is_compared_once(several: Path) -> None:
    shown = diff(several, "HEAD")

    assert shown.returncode == 1
    assert shown.stderr == ""
    assert [line for line in shown.stdout.splitlines() if line.endswith(":")] == ["forum, twin:", "answers:"]
    assert shown.stdout.count("answer.language is gone") == 1
    assert shown.stdout.count("GET /answers/{id} is new") == 2
    assert shown.stdout.count("POST /answers/{id}/grade is new") == 1
    assert shown.stdout.endswith("No changes of still.\n")
    assert diff(several, "HEAD", "--sdk", "still").returncode == 0


def test_of_several_sdks_scripts_read_whom_a_change_concerns(several: Path) -> None:
    found = document(several)

    assert (found["bump"], found["new"]) == ("major", "docs, others")
    assert found["sdks"] == {"forum": "major", "twin": "major", "answers": "minor", "still": "none"}
    whom = {(each["code"], each["name"]): each["sdks"] for each in found["changes"]}
    assert whom["removed-property", "language"] == ["forum", "twin"]
    assert whom["added-operation", "GET /answers/{id}"] == ["forum", "twin", "answers"]
    assert whom["added-operation", "POST /answers/{id}/grade"] == ["forum", "twin"]
    assert "sdks" not in document(several, "--sdk", "twin")


def test_a_folder_is_of_one_sdk(several: Path) -> None:
    shown = diff(several, "others")

    assert shown.returncode == 2
    assert "others holds the docs of one SDK; name it with --sdk: forum, twin, answers, still" in shown.stderr


def test_without_changes_one_line_says_so_of_all(several: Path) -> None:
    shown = diff(several, "HEAD", "HEAD", "--format", "markdown")

    assert shown.stdout == "## API changes: HEAD to HEAD\n\nNo changes.\n"


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ('exclude = ["/answers/{id}/grade"]', "removed-operation"),
        ('overrides = "fixes.toml"', "removed-property"),
        ('[sdk.forum.overrides."microsoft.graph.answer.id"]\ndrop = true\nreason = "r"', "removed-property"),
    ],
)
@pytest.mark.parametrize("new", [(), ("HEAD",)])
def test_what_the_configuration_leaves_out_since_then_counts(
    repository: Path, setting: str, code: str, new: tuple[str, ...]
) -> None:
    (repository / "fixes.toml").write_text("")
    commit_all(repository)
    (repository / "fixes.toml").write_text('["microsoft.graph.answer.id"]\ndrop = true\nreason = "r"\n')
    (repository / "sdkwright.toml").write_text(f"{CONFIG}{setting}\n")
    commit_all(repository)

    found = document(repository, "HEAD~1", *new)

    assert code in {each["code"] for each in found["changes"]}
    assert document(repository, "HEAD", *new)["changes"] == []


@pytest.mark.parametrize("versioned", [False, True])
def test_docs_with_a_repository_of_their_own_are_read_as_configured_today(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, versioned: bool
) -> None:
    project = tmp_path_factory.mktemp("project")
    (project / "docs").symlink_to(repository / "docs")
    if versioned:
        git(project, "init", "-q")
    (project / "sdkwright.toml").write_text(f'{CONFIG}exclude = ["/answers/{{id}}/grade"]\n')

    shown = diff(project, "v1")

    assert shown.stderr == ""
    assert "+ GET /answers/{id} is new" in shown.stdout
    assert "grade" not in shown.stdout


def test_a_file_of_overrides_counts_as_it_was(repository: Path) -> None:
    (repository / "fixes.toml").write_text("")
    (repository / "sdkwright.toml").write_text(f'{CONFIG}overrides = "fixes.toml"\n')
    commit_all(repository)
    (repository / "fixes.toml").write_text('["microsoft.graph.answer.id"]\ndrop = true\nreason = "r"\n')

    assert [each["code"] for each in document(repository)["changes"]] == ["removed-property"]
    assert document(repository, "HEAD", "--overrides", "fixes.toml")["changes"] == []


def commit_all(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "state")
