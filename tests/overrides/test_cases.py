"""Overrides as files, what they change in the API and what is said of them. `UPDATE_CASES=1` rewrites what is expected."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.config import parse_overrides
from generator.dialect.profile import load_profile
from generator.diff import compare
from generator.diff.render import Section, render_text
from generator.overrides import Overridden, apply
from tests.diff.states import api_of

HERE = Path(__file__).parent
FILES = sorted((HERE / "cases").glob("*.toml"))
DOCS = api_of(HERE / "docs")
CONVENTIONS = load_profile("graph").conventions


def overridden(path: Path) -> Overridden:
    return apply(DOCS, parse_overrides(path.read_text(encoding="utf-8"), path.name), CONVENTIONS)


def told(found: Overridden) -> str:
    """What was applied, what that changes, and the findings."""
    applied = [
        f"{each.override.place} {each.override.target} {each.override.key}: {each.was!r} -> {each.now!r}"
        for each in found.applied
    ]
    findings = [
        f"{each.span} {each.code}: {each.message}" + (f" ({each.hint})" if each.hint else "")
        for each in found.diagnostics
    ]
    return (
        "\n".join(
            [
                *applied,
                "",
                render_text([Section(names=("api",), found=compare(DOCS, found.api))], "docs", "corrected"),
                *findings,
            ]
        )
        + "\n"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    found = told(overridden(path))
    expected = path.with_suffix(".txt")
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(found, encoding="utf-8")

    assert found == expected.read_text(encoding="utf-8")
