"""Cases of API pages: a page as Markdown, its operation and the findings as text. `UPDATE_CASES=1` rewrites them for review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.dialect.profile import load_profile
from generator.extract import Extracted, read_page
from generator.text import SourceFile
from tests.casefile import Case, read_cases, rewrite
from tests.extract.api.outline import findings, outline

FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
CASES = {case.name: case for path in FILES for case in read_cases(path)}
PROFILE = load_profile("graph")


def page_of(case: Case) -> Extracted:
    ((path, text),) = case.pages.items()
    return read_page(SourceFile(path=path, text=text), PROFILE)


def found(case: Case) -> dict[str, str]:
    """What the case asks for, of what there is."""
    page = page_of(case)
    everything = {"operation": outline(page), "findings": findings(page)}
    return {word: everything[word] for word in case.expected}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]

    assert found(case) == case.expected
    for tally in page_of(case).facts.ledger.tallies:
        assert tally.used + len(tally.reported) + sum(count for _, count in tally.ignored) == tally.total


def test_rewrite() -> None:
    """With `UPDATE_CASES` set, what is found becomes what is expected; the review decides."""
    if os.environ.get("UPDATE_CASES"):
        for path in FILES:
            rewrite(path, found)
