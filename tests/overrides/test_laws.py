"""What holds for any overrides: none change nothing, the order in the file does not matter, a corrected fact says so."""

from __future__ import annotations

import random

import msgspec
import pytest

from generator.config import ConfigError, parse_overrides
from generator.model.types import Named
from generator.overrides import Override, apply
from tests.overrides.test_cases import CONVENTIONS, DOCS, FILES, overridden


def read(name: str) -> tuple[Override, ...]:
    path = next(each for each in FILES if each.stem == name)
    return parse_overrides(path.read_text(encoding="utf-8"), path.name)


def test_no_overrides_change_nothing() -> None:
    found = apply(DOCS, (), CONVENTIONS)

    assert found.api is DOCS
    assert found.applied == found.diagnostics == ()


@pytest.mark.parametrize("name", [each.stem for each in FILES])
@pytest.mark.parametrize("seed", range(3))
def test_their_order_does_not_matter(name: str, seed: int) -> None:
    given = list(read(name))
    random.Random(seed).shuffle(given)

    assert apply(DOCS, given, CONVENTIONS) == apply(DOCS, read(name), CONVENTIONS)


@pytest.mark.parametrize("name", ["property", "enum", "type"])
def test_docs_that_agree_settle_an_override(name: str) -> None:
    """Once the docs say what the overrides say, each is reported and none is applied."""
    agreeing = apply(DOCS, read(name), CONVENTIONS).api
    found = apply(agreeing, read(name), CONVENTIONS)

    assert found.applied == ()
    assert {each.code for each in found.diagnostics} == {"override-settled"}
    assert len(found.diagnostics) == len(read(name))


def test_a_finding_leads_to_its_line() -> None:
    lines = (FILES[0].parent / "settled.toml").read_text(encoding="utf-8").splitlines()
    found = overridden(FILES[0].parent / "settled.toml").diagnostics

    for each in found:
        assert each.span is not None
        assert lines[each.span.line - 1].partition(" ")[0] in {"type", "add", "drop", "path", "returns"}


def test_a_corrected_fact_says_why_and_where() -> None:
    found = apply(DOCS, read("property"), CONVENTIONS).api
    answer = next(each for each in found.types if each.name == "microsoft.graph.answer")
    score = next(each for each in answer.properties if each.name == "score")

    assert score.inference is not None
    assert score.inference.rule == "override"
    assert "the service sends a date (property.toml:2)" in score.inference.reason


def test_a_corrected_path_is_understood() -> None:
    found = apply(DOCS, read("operation"), CONVENTIONS).api
    grade = next(each for each in found.operations if each.id == "api/answer-grade")

    assert (grade.name, grade.owner, grade.kind) == ("assess", "microsoft.graph.answer", "action")
    assert [step.role.value for step in grade.routes[0].steps] == ["entity-set", "key", "action"]
    assert grade.routes[0].steps[1].type == Named(name="microsoft.graph.answer")


def test_a_corrected_model_is_sorted_and_whole() -> None:
    for path in FILES:
        api = overridden(path).api

        assert [each.name for each in api.types] == sorted(each.name for each in api.types)
        assert [each.id for each in api.operations] == sorted(each.id for each in api.operations)
        assert msgspec.json.decode(msgspec.json.encode(api), type=type(api)) == api


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('["a.b"]\ntype = "Date"\n', "x.toml:1: the override of 'a.b' needs a 'reason'"),
        ('["a.b"]\nreason = "r"\n', "x.toml:1: the override of 'a.b' corrects nothing"),
        ('["a.b"]\ntyp = "Date"\nreason = "r"\n', "x.toml:2: unknown key 'typ' in [a.b]; did you mean 'type'?"),
        ('["a.b"]\nreason = "r"\ndrop = false\n', "x.toml:3: 'drop' can only be true"),
        ('["a.b"]\nreason = "r"\nvalue = "1"\n', "x.toml:3: 'value' must be an integer, not "),
        ('["a.b"]\nreason = "r"\nopen = "yes"\n', "x.toml:3: 'open' must be true or false, not "),
        ('["GET /a/{b}"]\nreason = ""\npath = "/b"\n', "x.toml:2: 'reason' must be a text, not an empty text"),
        ("a = 1\n", "x.toml:1: 'a' must be a table, not an integer"),
        ("a = \n", "x.toml: "),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_overrides(text, "x.toml")

    assert str(error.value).startswith(said)
