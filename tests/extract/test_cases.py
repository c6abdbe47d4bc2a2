"""Cases of the reader: pages, and what is read from them as text. `UPDATE_CASES=1` rewrites them for review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.dialect import load_profile
from generator.extract import read_page
from generator.text import SourceFile
from tests.casefile import Case, read_cases, rewrite
from tests.extract.outline import everything

PROFILE = load_profile("graph")
FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
CASES = {case.name: case for path in FILES for case in read_cases(path)}


def found(case: Case) -> dict[str, str]:
    """What the case asks for of its one page."""
    [(path, text)] = case.pages.items()
    read = everything(read_page(SourceFile(path=path, text=text), PROFILE))
    return {word: read[word] for word in case.expected}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]

    assert found(case) == case.expected


@pytest.mark.parametrize("name", CASES)
def test_what_counts_as_reported_stands_under_a_finding(name: str) -> None:
    [(path, text)] = CASES[name].pages.items()
    read = read_page(SourceFile(path=path, text=text), PROFILE)
    spans = [each.span for each in read.diagnostics if each.span is not None]
    covered = {line for span in spans for line in range(span.line, span.end_line + 1)}

    assert {line for tally in read.facts.ledger.tallies for line in tally.reported} <= covered


def test_update() -> None:
    """With `UPDATE_CASES` set, what is found becomes what is expected; the review decides."""
    if os.environ.get("UPDATE_CASES"):
        for path in FILES:
            rewrite(path, found)
