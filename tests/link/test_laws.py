"""What holds for every set of pages, however damaged: linking is total, closed, and blind to the order of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.facts.page import PageFacts
from generator.link import Linked, link
from generator.link.codes import CODES
from generator.model.api import Api
from generator.model.indexes.hierarchy import hierarchy
from generator.model.types import Named, TypeRef, item_of
from generator.text import SourceFile
from tests.casefile import read_cases

PROFILE = load_profile("graph")
PAGES = sorted(
    {
        (path, text)
        for file in sorted((Path(__file__).parent / "cases").glob("*.md"))
        for case in read_cases(file)
        for path, text in case.pages.items()
    }
)


def facts(path: str, text: str) -> PageFacts:
    return read_page(SourceFile(path=path, text=text), PROFILE).facts


def references(api: Api) -> Iterator[TypeRef | None]:
    for each in api.types:
        yield from (prop.type for prop in each.properties)
        yield Named(name=each.base) if each.base is not None else None
    for operation in api.operations:
        yield operation.body.type
        yield operation.response.type
        yield from (parameter.type for parameter in operation.parameters)
        yield from (step.type for route in operation.routes for step in route.steps)
        yield from (response.type for example in operation.examples for response in example.responses)


def check(linked: Linked) -> None:
    """The model is closed and sealed, whatever the pages were."""
    api = linked.api
    declared = api.declarations()
    items = {item_of(ref) for ref in references(api) if ref is not None}
    codes = {code.id for code in CODES}

    assert {item.name for item in items if isinstance(item, Named)} <= declared.keys()
    assert [each.name for each in api.types] == sorted(each.name for each in api.types)
    assert [each.id for each in api.operations] == sorted({each.id for each in api.operations})
    assert {each.code for each in linked.diagnostics} <= codes
    assert all(each.sources for each in (*api.types, *api.enums))
    known = hierarchy(api)
    for each in api.types:
        assert each.name not in known.ancestors(each.name)
        assert set(each.keys) <= {prop.name for _, prop in known.properties(each.name)}
        assert len({prop.name for prop in each.properties}) == len(each.properties)
        assert all(prop.sources for prop in each.properties)


@st.composite
def damaged(draw: st.DrawFn) -> list[PageFacts]:
    """Some of the pages of all cases, some of their lines gone or repeated."""
    found = []
    for path, text in draw(st.lists(st.sampled_from(PAGES), min_size=1, max_size=8, unique_by=lambda page: page[0])):
        lines = text.split("\n")
        for _ in range(min(draw(st.integers(0, 3)), len(lines) - 1)):  # so that a line is left
            at = draw(st.integers(0, len(lines) - 1))
            lines[at : at + 1] = draw(st.sampled_from([[], [lines[at], lines[at]], [lines[at].upper()]]))
        found.append(facts(path, "\n".join(lines)))
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages=damaged())
def test_any_pages_link(pages: list[PageFacts]) -> None:
    linked = link(pages, PROFILE.conventions)

    check(linked)
    assert link(pages[::-1], PROFILE.conventions) == linked


@pytest.mark.parametrize("count", [0, 1, len(PAGES)])
def test_some_pages_link(count: int) -> None:
    by_path = dict(PAGES[:count])

    check(link([facts(path, text) for path, text in by_path.items()], PROFILE.conventions))
