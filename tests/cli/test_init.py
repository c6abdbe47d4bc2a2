"""`init` and `explain`."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

from tests.cli.conftest import Run


def test_init_guesses_what_generate_needs(run: Run, project: Path) -> None:
    (project / "sdkwright.toml").unlink()

    shown = run("init")

    assert shown.returncode == 0, shown.stderr
    assert (project / "sdkwright.toml").read_text() == (
        "[sdk.graph_beta]\n"
        'docs     = "the docs"\n'
        'out      = "generated/graph_beta"\n'
        'package  = "graph_beta"\n'
        'base_url = "https://graph.microsoft.com/beta"\n'
        'dialect  = "graph"\n'
    )
    assert run("show", "lamp").returncode == 0


def test_init_never_overwrites(run: Run, project: Path) -> None:
    before = (project / "sdkwright.toml").read_text()

    shown = run("init", "the docs")

    assert shown.returncode == 2
    assert "is there already" in shown.stderr
    assert (project / "sdkwright.toml").read_text() == before


def test_init_asks_when_it_cannot_know(run: Run, empty: Path) -> None:
    shown = run("init", cwd=empty)

    assert shown.returncode == 2
    assert "sdkwright init DOCS" in shown.stderr


def test_init_gives_each_version_of_an_api_an_sdk(run: Run, project: Path, empty: Path) -> None:
    for version in ("beta", "v1.0"):
        shutil.copytree(project / "the docs", empty / "api-reference" / version)
    for page in (empty / "api-reference" / "v1.0").rglob("*.md"):
        page.write_text(page.read_text().replace("microsoft.com/beta", "microsoft.com/v1.0"))

    shown = run("init", "api-reference", cwd=empty)
    found = tomllib.loads((empty / "sdkwright.toml").read_text())["sdk"]

    assert shown.returncode == 0, shown.stderr
    assert {name: (each["docs"], each["base_url"]) for name, each in found.items()} == {
        "graph_beta": ("api-reference/beta", "https://graph.microsoft.com/beta"),
        "graph_v1_0": ("api-reference/v1.0", "https://graph.microsoft.com/v1.0"),
    }
    assert run("generate", cwd=empty).returncode == 0


def test_init_asks_which_of_several_copies(run: Run, project: Path, empty: Path) -> None:
    for language in ("en", "fr"):
        shutil.copytree(project / "the docs", empty / language)

    shown = run("init", cwd=empty)

    assert shown.returncode == 2
    assert "several of one API: en, fr; name the folder: sdkwright init DOCS" in " ".join(shown.stderr.split())
    assert run("init", "fr", cwd=empty).returncode == 0


def test_init_of_pages_that_name_no_service(run: Run, empty: Path) -> None:
    folder = empty / "my-pages"
    folder.mkdir()
    (folder / "x.md").write_text("# x\n")

    shown = run("init", "my-pages", cwd=empty)

    assert shown.returncode == 0
    assert "set base_url in sdkwright.toml" in shown.stderr
    assert "[sdk.my_pages]" in (empty / "sdkwright.toml").read_text()


def test_explain_prints_a_manual_page(run: Run) -> None:
    shown = run("explain", "not-utf8")

    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("# not-utf8\n\nA page is not UTF-8 text.\n\nSeverity: warning. Since 0.1.\n")


def test_explain_lists_all_codes_and_knows_near_ones(run: Run) -> None:
    assert "not-utf8  " in run("explain").stdout

    shown = run("explain", "not-utf9")

    assert (shown.returncode, shown.stdout) == (2, "")
    assert "did you mean not-utf8" in shown.stderr
