"""The documented API of this repository's own specs, linked once, and every export of it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from generator.dialect import load_profile
from generator.export.formats import FORMATS, About
from generator.extract import read_page
from generator.link import link
from generator.model.api import Api
from generator.workspace.docs import read_docs

SPECS = Path(__file__).parents[2] / "specs" / "beta"
ABOUT = About(title="Graph beta", base_url="https://graph.microsoft.com/beta", version="1.2.3")


@functools.cache
def specs() -> Api:
    profile = load_profile("graph")
    return link(
        [read_page(each, profile).facts for each in read_docs(str(SPECS), SPECS).sources], profile.conventions
    ).api


@functools.cache
def exported(name: str) -> str:
    """The document of one format."""
    return FORMATS[name](specs(), ABOUT)


@pytest.fixture(scope="session")
def api() -> Api:
    return specs()
