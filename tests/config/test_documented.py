"""The settings that the README names are those there are: each is accepted, and none is left unsaid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli.commands import COMMANDS
from generator.cli.generate import command as generate
from generator.config import LintConfig, SdkConfig, parse_config

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
REQUIRED = {"docs": '"specs"', "base_url": '"https://x.example/v1"'}
VALUES = {
    **REQUIRED,
    "out": '"out"',
    "package": '"lamps"',
    "client": '"Lamps"',
    "version": '"1.2.3"',
    "title": '"Lamps"',
    "include": '["/lamps/**"]',
    "exclude": '["/lamps/*"]',
    "dialect": '"graph"',
    "docs_url": '"https://x.example/docs"',
    "templates": '"own"',
    "overrides": '"overrides.toml"',
}
LINT = {
    "ignore": '["invalid-json"]',
    "per-file-ignore": '{ "api/*.md" = ["invalid-json"] }',
    "baseline": '"known.json"',
}


def rows(heading: str) -> list[str]:
    """First cells of the table that stands behind a heading."""
    table = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line.split("|")[1] for line in table.splitlines() if line.startswith("|")][2:]


SETTINGS = [name for cell in rows("Configuration") for name in re.findall(r"`(\w+)`", cell)]


def test_every_setting_is_documented_once() -> None:
    assert sorted(SETTINGS) == sorted(each for each in SdkConfig.__struct_fields__ if each != "name")


@pytest.mark.parametrize("name", SETTINGS)
def test_a_documented_setting_is_accepted_and_heard(name: str) -> None:
    given = REQUIRED | {name: VALUES[name]}
    lines = "".join(f"{key} = {value}\n" for key, value in given.items())

    (sdk,) = parse_config(f"[sdk.a]\n{lines}", "f.toml").sdks

    assert getattr(sdk, name)
    plain = parse_config("[sdk.a]\n" + "".join(f"{key} = {REQUIRED[key]}\n" for key in REQUIRED), "f.toml").sdks[0]
    assert name in REQUIRED or name == "dialect" or getattr(sdk, name) != getattr(plain, name)


def test_every_setting_of_lint_is_documented_and_accepted() -> None:
    said = README.partition("The table `[lint]`")[2].partition("\n\n")[0]
    names = [each.replace("_", "-") for each in LintConfig.__struct_fields__]

    assert re.findall(r"`([a-z-]+)`", said) == names
    lint = parse_config("[lint]\n" + "".join(f"{name} = {LINT[name]}\n" for name in names), "f.toml").lint
    assert all(getattr(lint, each) for each in LintConfig.__struct_fields__)


def test_every_setting_is_an_option_of_the_command_line() -> None:
    options = {each.name for each in generate.params}

    assert set(SETTINGS) <= options


def test_every_command_is_documented() -> None:
    commands = [re.findall(r"`sdkwright (\w+)", cell) for cell in rows("Commands")]

    assert sorted(name for each in commands for name in each) == sorted(COMMANDS)
