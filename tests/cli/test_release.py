"""`generate --bump-since`: the version in the configuration and the changelog in the SDK, in a real repository."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from generator.cli.schema_files import FOLDER
from tests.cli.conftest import CONFIG, Run
from tests.cli.test_states import commit, git, repository

__all__ = ["repository"]

CHANGELOG = "out/mini/CHANGELOG.md"
WORDED = (
    CONFIG.replace("[sdk.mini]", "# ours\n[sdk.mini]  # the small one") + 'version  = "1.4.2" # stepped by a tool\n'
)


def bump(run: Run, old: str = "HEAD") -> str:
    done = run("generate", "--bump-since", old)
    assert done.returncode == 0, done.stderr
    return done.stderr


def state(project: Path) -> tuple[bytes, ...]:
    files = ("sdkwright.toml", CHANGELOG, "out/mini/pyproject.toml", "out/mini/sdkwright.lock")
    return tuple((project / each).read_bytes() for each in files)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_one_value_of_the_configuration_changes(run: Run, repository: Path, ends: str) -> None:
    text = WORDED.replace("\n", ends)
    (repository / "sdkwright.toml").write_bytes(text.encode())
    commit_config_of_before(repository)

    assert "mini: version 1.4.2 -> 1.5.0" in bump(run)

    assert (repository / "sdkwright.toml").read_bytes() == text.replace("1.4.2", "1.5.0").encode()
    assert 'version = "1.5.0"' in (repository / "out/mini/pyproject.toml").read_text()
    assert "\n## 1.5.0\n" in (repository / CHANGELOG).read_text()
    assert "watts" in (repository / CHANGELOG).read_text()
    assert run("check").returncode == 0


def test_a_version_that_was_not_written_is_added(run: Run, repository: Path) -> None:
    more = "\n[lint]\nignore = []  # none yet\n"
    (repository / "sdkwright.toml").write_text(CONFIG + more)

    bump(run)

    assert (repository / "sdkwright.toml").read_text() == CONFIG + 'version = "0.1.1"\n' + more


@pytest.mark.parametrize("old", ["HEAD", "before"])
def test_a_second_run_changes_nothing(run: Run, repository: Path, old: str) -> None:
    if old == "before":
        page = "the docs/resources/lamp.md"
        shutil.copytree(repository / "the docs", repository / "before")
        now = (repository / page).read_text()
        git(repository, "checkout", "--", page)
        (repository / page).replace(repository / "before/resources/lamp.md")
        (repository / page).write_text(now)
    bump(run, old)
    first = state(repository)

    assert bump(run, old) == ""
    assert state(repository) == first


def test_newest_first_and_what_a_person_wrote_stays(run: Run, repository: Path) -> None:
    bump(run)
    file = repository / CHANGELOG
    file.write_text(file.read_text().replace("# Changelog\n", "# What is new\n\nWords of ours.\n") + "\nA last word.\n")
    commit(repository)
    page = repository / "the docs/resources/lamp.md"
    page.write_text("".join(line for line in page.read_text().splitlines(keepends=True) if "watts" not in line))

    bump(run)

    text = file.read_text()
    assert text.startswith("# What is new\n\nWords of ours.\n\n## 0.2.0\n")
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## 0.2.0", "## 0.1.1"]
    assert text.endswith("A last word.\n")
    assert run("generate").returncode == 0
    assert file.read_text() == text


def test_without_changes_nothing_is_stepped(run: Run, repository: Path) -> None:
    commit(repository)

    assert bump(run) == ""
    assert (repository / "sdkwright.toml").read_text() == CONFIG
    assert not (repository / CHANGELOG).exists()


def test_a_greater_version_chosen_by_hand_is_kept(run: Run, repository: Path) -> None:
    (repository / "sdkwright.toml").write_text(WORDED)
    commit_config_of_before(repository)
    (repository / "sdkwright.toml").write_text(WORDED.replace("1.4.2", "3.0.0"))

    bump(run)

    assert (repository / "sdkwright.toml").read_text() == WORDED.replace("1.4.2", "3.0.0")
    assert "\n## 3.0.0\n" in (repository / CHANGELOG).read_text()


def test_what_the_configuration_corrects_since_then_is_a_step(run: Run, repository: Path) -> None:
    (repository / "sdkwright.toml").write_text(WORDED + 'overrides = "fixes.toml"\n')
    (repository / "fixes.toml").write_text("")
    commit(repository)
    (repository / "fixes.toml").write_text('["microsoft.graph.lamp.watts"]\ndrop = true\nreason = "r"\n')

    assert "mini: version 1.4.2 -> 2.0.0" in bump(run)
    assert "lamp.watts is gone" in (repository / CHANGELOG).read_text()


def commit_config_of_before(root: Path) -> None:
    git(root, "add", "sdkwright.toml")
    git(root, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "config")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--bump-since", "nowhere"), "git cannot read the docs"),
        (("--bump-since", "HEAD", "--version", "9.0.0"), "leave --version out"),
    ],
)
def test_what_cannot_be_done_writes_nothing(run: Run, repository: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("generate", *arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert (repository / "sdkwright.toml").read_text() == CONFIG
    assert not (repository / "out").exists()


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[sdk.mini\n", "mini: the configuration of HEAD cannot be read: sdkwright.toml: Expected"),
        (CONFIG.replace("sdk.mini", "sdk.other"), "mini: the configuration of HEAD has no such SDK"),
        (None, "mini: the configuration of HEAD cannot be read: "),
    ],
)
def test_a_version_that_is_not_known_from_then_is_said(
    run: Run, repository: Path, config: str | None, said: str
) -> None:
    """The step is taken from the version of today, which may have been stepped since."""
    file = repository / "sdkwright.toml"
    page = repository / "the docs/resources/lamp.md"
    now = page.read_text()
    page.write_text("".join(line for line in now.splitlines(keepends=True) if "watts" not in line))
    file.unlink()
    if config is not None:
        file.write_text(config)
    commit(repository)
    page.write_text(now)
    file.write_text(WORDED)

    told = bump(run)

    assert said in told
    assert "the step is from today's version 1.4.2" in told
    assert "mini: version 1.4.2 -> 1.5.0" in told


def test_scripts_are_told_of_the_step(run: Run, repository: Path) -> None:
    (repository / "sdkwright.toml").write_text(WORDED)
    commit_config_of_before(repository)
    schema = json.loads((FOLDER / "summary.schema.json").read_text(encoding="utf-8"))

    done = run("generate", "--bump-since", "HEAD", "--output-format", "json")

    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["sdks"][0]["release"] == {"bump": "minor", "last": "1.4.2", "version": "1.5.0"}
    again = json.loads(run("generate", "--output-format", "json").stdout)
    assert "release" not in again["sdks"][0]
