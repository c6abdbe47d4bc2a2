"""Docs folders of the cases as the two states that are compared."""

from __future__ import annotations

import functools
from pathlib import Path

from generator.dialect import load_profile
from generator.diff import Comparison, compare
from generator.extract import read_page
from generator.link import link
from generator.model.api import Api
from generator.workspace.docs import read_docs

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())


@functools.cache
def state(name: str, side: str) -> Api:
    """One side of a case: `before` or `after`."""
    return api_of(CASES / name / side)


def api_of(folder: Path) -> Api:
    profile = load_profile("graph")
    sources = read_docs(str(folder), folder).sources
    return link([read_page(each, profile).facts for each in sources], profile.conventions).api


@functools.cache
def compared(name: str) -> Comparison:
    """What changed in a case."""
    return compare(state(name, "before"), state(name, "after"))
