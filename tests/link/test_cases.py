"""Cases of the linker: pages as Markdown, the linked API and the findings as text. `UPDATE_CASES=1` rewrites them for review."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.link import Linked, link
from generator.text import SourceFile
from tests.casefile import Case, read_cases, rewrite
from tests.link.outline import findings, outline

FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
CASES = {case.name: case for path in FILES for case in read_cases(path)}


def linked(pages: dict[str, str]) -> Linked:
    profile = load_profile("graph")
    sources = [SourceFile(path=path, text=text) for path, text in pages.items()]
    return link([read_page(source, profile).facts for source in sources], profile.conventions)


def found(case: Case) -> dict[str, str]:
    """What the case asks for, of what there is."""
    result = linked(case.pages)
    everything = {"api": outline(result), "findings": findings(result)}
    return {word: everything[word] for word in case.expected}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]

    assert found(case) == case.expected


def test_update() -> None:
    """With `UPDATE_CASES` set, what is found becomes what is expected; the review decides."""
    if os.environ.get("UPDATE_CASES"):
        for path in FILES:
            rewrite(path, found)


def test_an_unusual_method_is_reported() -> None:
    """A profile may let through methods that the model does not know."""
    text = "# Get user\n\nNamespace: microsoft.graph\n\n## HTTP request\n```http\nGET /users/{id}\n```\n"
    profile = load_profile("graph")
    page = read_page(SourceFile(path="api/user-get.md", text=text), profile).facts
    assert page.operation is not None
    route = msgspec.structs.replace(page.operation.routes[0], verb="HEAD")
    facts = msgspec.structs.replace(page, operation=msgspec.structs.replace(page.operation, routes=(route,)))

    result = link([facts], profile.conventions)

    assert result.api.operations == ()
    assert [each.code for each in result.diagnostics] == ["unknown-verb"]
