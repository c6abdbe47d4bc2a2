"""What the README shows of input, output, findings and changes is what the commands print."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENUM = "resources/intune-deviceconfig-intendedpurpose.md"


def shown(opening: str) -> str:
    """The fenced block of the README that holds a line with `opening`."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return next(block for block in blocks if opening in block)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "specs" / "beta", tmp_path / "docs")
    return tmp_path


def sdkwright(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False).stdout


def commit(folder: Path) -> None:
    name = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    for command in (("init", "-q"), ("add", "-A"), (*name, "commit", "-q", "-m", "state")):
        subprocess.run(["git", "-C", folder, *command], check=True, capture_output=True)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_row_becomes_a_member() -> None:
    assert shown("|smimeEncryption|2|") in (ROOT / "specs" / "beta" / ENUM).read_text("utf-8")
    written = (ROOT / "generated/graph_beta/graph_beta/enums/intended_purpose.py").read_text("utf-8")
    assert all(line in written for line in shown("class IntendedPurpose").splitlines())


def test_a_slip_is_told_of(folder: Path) -> None:
    edit(folder / "docs/api/user-post-users.md", '"mailNickname"', '"mailNickName"')

    assert shown("did you mean") in sdkwright(folder, "lint", "docs")


def test_a_removed_row_is_told_of(folder: Path) -> None:
    """One row, and nothing else, as the text above the block says."""
    page = folder / "docs/api/user-sendmail.md"
    config = '[sdk.graph_beta]\ndocs = "docs"\nbase_url = "https://graph.microsoft.com/beta"\n'
    (folder / "sdkwright.toml").write_text(config, encoding="utf-8")
    commit(folder)
    (row,) = [line for line in page.read_text("utf-8").splitlines(keepends=True) if "| saveToSentItems |" in line]
    edit(page, row, "")
    commit(folder)

    told = sdkwright(folder, "diff", "HEAD~1")

    assert told.startswith(shown("no longer takes"))
    assert "\n1 change (1 breaking): a major version.\n" in told


def test_each_correction_is_applied(folder: Path) -> None:
    (folder / "overrides.toml").write_text(shown('["microsoft.graph.user.birthday"]'), encoding="utf-8")
    (folder / "sdkwright.toml").write_text(
        '[sdk.a]\ndocs = "docs"\nbase_url = "https://graph.microsoft.com/beta"\noverrides = "overrides.toml"\n'
    )
    summary = json.loads(sdkwright(folder, "generate", "--output-format", "json"))["sdks"][0]

    assert [each.partition(" = ")[0] for each in summary["overrides"]] == [
        "api/user-get#1: drop",
        "microsoft.graph.user.birthday: type",
        "microsoft.graph.user.shoeSize: add",
    ]
    assert not [each for each in summary["diagnostics"]["by_code"] if each.startswith("override")]
