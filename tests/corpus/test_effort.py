"""What a run costs beside a cold one, in CPU seconds of the same machine at the same time: the ratios hold where seconds do not."""

from __future__ import annotations

import resource
import shutil
from pathlib import Path

import pytest

from tests.corpus.conftest import CONFIG, sdkwright

_PAGE = "resources/user.md"


def seconds(*arguments: str, cwd: Path, expected: tuple[int, ...] = (0, 1)) -> float:
    """CPU seconds of the command and of the processes it starts. Exit code 1 tells of errors in the docs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = sdkwright(*arguments, cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in expected, done.stderr
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_what_did_not_change_costs_little(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Installed packages come with compiled modules, which a checkout may be kept from writing.
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "compiled"))
    pages = tmp_path / "docs"
    shutil.copytree(docs, pages, ignore=shutil.ignore_patterns(".git"))
    (tmp_path / "sdkwright.toml").write_text(CONFIG)
    cold = seconds("generate", "--jobs", "2", cwd=tmp_path)
    unchanged = seconds("check", cwd=tmp_path)
    page = pages / _PAGE
    text = page.read_text("utf-8")
    told = text.replace("\n\n## Methods", " More words.\n\n## Methods", 1)
    typed = told.replace("| String collection | ", "| String collection | Reworded. ", 1)
    assert text != told != typed
    page.write_text(told, "utf-8")
    unread = seconds("generate", cwd=tmp_path)
    page.write_text(typed, "utf-8")
    edited = seconds("generate", cwd=tmp_path)

    print(
        f"cold {cold:.1f} s; check of what did not change 1/{cold / unchanged:.0f}; "
        f"one page edited: 1/{cold / unread:.0f} where no fact changes, 1/{cold / edited:.1f} where one does"
    )
    assert unchanged < cold / 20
    assert unread < cold / 10
    assert edited < cold / 2.2
