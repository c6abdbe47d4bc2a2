"""`lint`: what is printed, what is left out, and the exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIG, Run

WRONG = "the docs/api/lamp-update.md"


def codes(text: str) -> list[str]:
    """The codes of concise output, in order."""
    return re.findall(r"^[^:]+:\d+(?::\d+)?: (\S+) ", text, re.MULTILINE)


def concise(run: Run, *arguments: str) -> list[str]:
    return codes(run("lint", "--output-format", "concise", *arguments).stdout)


def test_findings_go_to_stdout_and_the_count_to_stderr(run: Run) -> None:
    shown = run("lint")

    assert shown.returncode == 1
    assert f"{WRONG}:" in shown.stdout
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?, \d+ notes? in 4 pages\n", shown.stderr)
    assert run("lint", "-q").stderr == ""


def test_a_finding_shows_its_line_and_a_hint(run: Run) -> None:
    shown = run("lint", "--select", "example-unknown-property")

    lines = shown.stdout.splitlines()
    assert re.match(rf"{WRONG}:\d+:3: example-unknown-property ", lines[0])
    assert lines[2].endswith('|   "wats": 60')
    assert "^^^^^^" in lines[3]
    assert "watts" in lines[3]


@pytest.mark.parametrize("more", ["", 'overrides = "fixes.toml"\n'])
def test_docs_of_several_sdks_are_looked_at_once(run: Run, project: Path, more: str) -> None:
    alone = run("lint", "--output-format", "sarif")
    (project / "fixes.toml").write_text("")
    (project / "sdkwright.toml").write_text(CONFIG + CONFIG.replace("mini", "twin") + more)

    both = run("lint", "--output-format", "sarif")

    assert (both.stdout, both.stderr) == (alone.stdout, alone.stderr)


def test_only_what_is_selected_and_not_ignored(run: Run) -> None:
    assert set(concise(run, "--select", "example-unknown-property")) == {"example-unknown-property"}
    assert "example-unknown-property" not in concise(run, "--ignore", "example-unknown-property")


def test_the_exit_code_follows_the_threshold(run: Run) -> None:
    only = ("lint", "--select", "example-unknown-property")

    assert run(*only).returncode == 1
    assert run(*only, "--fail-on", "error").returncode == 0
    assert run("lint", "the docs/resources/lamp.md", "--fail-on", "error").returncode == 0


@pytest.mark.parametrize("path", ["the docs/api/lamp-get.md", "the docs/resources"])
def test_paths_choose_pages(run: Run, path: str) -> None:
    shown = run("lint", path, "--output-format", "concise")

    assert "lamp-update" not in shown.stdout


def test_a_folder_needs_no_configuration(run: Run, project: Path) -> None:
    (project / "sdkwright.toml").unlink()

    assert "lamp-update.md" in run("lint", "the docs").stdout
    assert "lamp-update.md" in run("lint", WRONG).stdout
    assert "lamp-update.md" not in run("lint", "the docs/resources").stdout


def test_json_is_one_document(run: Run) -> None:
    shown = run("lint", "--output-format", "json", "--select", "example-unknown-property")

    document = json.loads(shown.stdout)
    assert document["version"] == 1
    (found,) = document["findings"]
    assert (found["code"], found["path"]) == ("example-unknown-property", WRONG)


def test_the_same_findings_whatever_the_means(run: Run, project: Path) -> None:
    first = run("lint", "-j", "1", "--no-cache").stdout
    assert not (project / ".sdkwright").exists()

    assert run("lint", "-j", "3").stdout == first
    assert run("lint").stdout == first
    assert run("lint", PYTHONHASHSEED="7").stdout == first


def test_a_suppression_on_the_page_covers_the_block_below(run: Run, project: Path) -> None:
    page = project / WRONG
    text = page.read_text()
    marked = text.replace(
        '<!-- {\n  "blockType": "request"',
        '<!-- sdkwright: ignore example-unknown-property -->\n<!-- {\n  "blockType": "request"',
    )
    assert marked != text
    page.write_text(marked)

    assert "example-unknown-property" not in concise(run)
    assert "1 let pass" in run("lint").stderr


def test_a_suppression_that_matches_nothing_is_a_finding(run: Run, project: Path) -> None:
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text() + "\n<!-- sdkwright: ignore-page not-utf8 -->\n")
    config = (
        '[lint]\nignore = ["page-too-large"]\nper-file-ignore = { "api/lamp-u*.md" = ["example-unknown-property"] }\n'
    )
    (project / "sdkwright.toml").write_text(CONFIG + config)

    shown = run("lint", "--select", "unused-suppression,example-unknown-property", "--output-format", "concise")

    lines = shown.stdout.splitlines()
    assert len(lines) == 2
    assert "lamp.md:" in lines[0]
    assert "'not-utf8'" in lines[0]
    assert "'page-too-large'" in lines[1]


def test_a_suppression_of_no_code_is_told_from_one_without_findings(run: Run, project: Path) -> None:
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text() + "\n<!-- sdkwright: ignore example-unknown-propertie, not-utf8 -->\n")

    shown = run("lint", "--select", "unused-suppression", "--output-format", "full").stdout

    assert "'example-unknown-propertie' pass, and there is no such code" in shown
    assert "did you mean 'example-unknown-property'?" in shown
    assert "'not-utf8' pass, and there is no such finding" in shown


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- sdkwright: ignor example-unknown-property -->",
        "<!-- sdkwright: ignore -->",
        "<!-- sdkwright ignore example-unknown-property -->",
        "<!-- sdkwrigth: ignore example-unknown-property -->",
    ],
)
def test_a_misspelt_suppression_is_a_finding(run: Run, project: Path, comment: str) -> None:
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text() + f"\n{comment}\n<!-- for sdkwright: nothing -->\n")
    last = page.read_text().count("\n") - 1

    shown = run("lint", "--select", "unused-suppression", "--output-format", "concise").stdout.splitlines()

    assert len(shown) == 1
    assert f"lamp.md:{last}:1: " in shown[0]
    assert "lets nothing pass" in shown[0]


def test_a_baseline_leaves_only_what_is_new(run: Run, project: Path) -> None:
    kept = run("lint", "--baseline", "known.json", "--write-baseline")
    assert (kept.returncode, kept.stdout) == (0, "")
    clean = run("lint", "--baseline", "known.json")
    assert (clean.returncode, clean.stdout.strip()) == (0, "")

    page = project / WRONG
    page.write_text("\n" + page.read_text().replace('"room": "kitchen"', '"rom": "kitchen"'))

    assert concise(run, "--baseline", "known.json", "--select", "example-unknown-property") == [
        "example-unknown-property"
    ]


def test_one_finding_is_kept_and_two_are(run: Run, project: Path) -> None:
    page = project / "the docs/api/lamp-update.md"
    wrong = page.read_text()
    page.write_text(wrong.replace('"sixty"', "60").replace('"wats"', '"watts"'))
    assert run("lint", "--baseline", "k.json", "--write-baseline").stderr == "1 finding is kept in k.json\n"

    page.write_text(wrong.replace('"wats"', '"watts"'))

    assert "2 findings are kept in k.json" in run("lint", "--baseline", "k.json", "--write-baseline").stderr


def test_what_the_docs_put_right_is_said_of_a_baseline(run: Run, project: Path) -> None:
    run("lint", "--baseline", "known.json", "--write-baseline")
    page = project / "the docs/api/lamp-update.md"
    page.write_text(page.read_text().replace('"wats"', '"watts"').replace('"sixty"', "60"))

    told = run("lint", "--baseline", "known.json", "--output-format", "concise")
    assert (told.returncode, told.stdout) == (0, "")
    assert "kept findings are gone from the docs" in told.stderr
    assert "  api/lamp-update.md: example-unknown-property" in told.stderr
    assert "gone" not in run("lint", "--baseline", "known.json", "the docs/resources").stderr

    again = run("lint", "--baseline", "known.json", "--write-baseline")
    assert ": 0 new, " in again.stderr
    assert "gone" not in run("lint", "--baseline", "known.json").stderr


@pytest.mark.parametrize("part", [["the docs/resources"], ["--select", "invalid-json"], ["--ignore", "invalid-json"]])
def test_a_baseline_of_a_part_is_refused(run: Run, project: Path, part: list[str]) -> None:
    """It would drop what is kept of the rest."""
    run("lint", "--baseline", "known.json", "--write-baseline")
    kept = (project / "known.json").read_bytes()

    assert run("lint", "--baseline", "known.json", "--write-baseline", *part).returncode == 2
    assert (project / "known.json").read_bytes() == kept


def test_a_baseline_that_is_none_is_an_error(run: Run, project: Path) -> None:
    (project / "known.json").write_text("[]")

    assert run("lint", "--baseline", "known.json").returncode == 2
    assert run("lint", "--baseline", "nowhere.json").returncode == 2
    assert run("lint", "--write-baseline").returncode == 2


def test_odd_trees_are_findings_and_no_crash(run: Run, project: Path) -> None:
    (project / "the docs" / "folder.md").mkdir()
    (project / "the docs" / "latin.md").write_bytes(b"# Caf\xe9\n")
    (project / "the docs" / "bomb.md").write_text("# \x1b[2J\x07 title\n\n" + "> " * 500 + "x\n")

    shown = run("lint", "--output-format", "concise")

    assert shown.returncode == 1
    assert "\x1b" not in shown.stdout
    assert {"not-a-file", "not-utf8"} <= set(codes(shown.stdout))


def test_coverage_tells_what_became_of_every_item(run: Run) -> None:
    shown = run("lint", "--coverage")
    found = json.loads(run("lint", "--coverage", "--output-format", "json").stdout)

    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[-1] == "unaccounted: 0"
    assert found["unaccounted"] == []
    for each in found["kinds"]:
        assert each["used"] + sum(each["ignored"].values()) + each["reported"] == each["total"] > 0
