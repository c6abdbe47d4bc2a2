"""Laws of the reader: it is total and fast on any text, its account closes, its facts can be stored, and it forgets nothing."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dialect import load_profile
from generator.extract import Extracted, read_page
from generator.extract.codes import CODES
from generator.extract.ignore_rules import IGNORE_RULES
from generator.markdown.codes import CODES as MARKDOWN_CODES
from generator.text import SourceFile, decode
from tests.casefile import read_cases

PROFILE = load_profile("graph")
CASES = [case for path in Path(__file__).parent.glob("cases/*.md") for case in read_cases(path)]
PAGES = [(path, text) for case in CASES for path, text in case.pages.items()]
PATHS = st.sampled_from(["api/a.md", "resources/a.md", "resources/enums.md", "includes/a.md", "a.md"])
LINES = st.sampled_from(sorted({line for _, text in PAGES for line in text.split("\n")}))
NOISE = st.text("|`*[](){}<>!#:;,.'\"\\-_ \t\n0aé\0\u00a0\u200b$/@", max_size=30)


def read(text: str, path: str = "resources/a.md") -> Extracted:
    return read_page(SourceFile(path=path, text=text), PROFILE)


@given(PATHS, st.lists(LINES | NOISE, max_size=40).map("\n".join))
def test_any_lines_are_a_page(path: str, text: str) -> None:
    check(read(text, path), text)


@given(PATHS, st.binary(max_size=300))
def test_any_bytes_are_a_page(path: str, raw: bytes) -> None:
    text, _ = decode(raw)

    check(read(text, path), text)


@given(st.sampled_from(PAGES), st.data())
def test_a_page_cut_anywhere_is_a_page(page: tuple[str, str], data: st.DataObject) -> None:
    path, text = page
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = text[:start] + text[end:]

    check(read(cut, path), cut)


def check(result: Extracted, text: str) -> None:
    codes = {each.id for each in (*CODES, *MARKDOWN_CODES)}
    rules = {each.name for each in IGNORE_RULES}
    last = text.count("\n") + 1
    for found in result.diagnostics:
        assert found.code in codes
        assert found.span is not None
        assert 1 <= found.span.line <= found.span.end_line <= last
    for tally in result.facts.ledger.tallies:
        assert tally.used + len(tally.reported) + sum(count for _, count in tally.ignored) == tally.total
        assert {name for name, _ in tally.ignored} <= rules
    stored = msgspec.msgpack.encode(result)
    assert msgspec.msgpack.decode(stored, type=Extracted) == result


@pytest.mark.parametrize(("path", "text"), PAGES)
def test_lines_above_move_every_place_and_nothing_else(path: str, text: str) -> None:
    """The same page further down in its file says the same: only its lines are others."""
    if text.startswith("---\n") or not text.startswith("# "):
        return
    moved = read("\n" * 7 + text, path)

    assert shifted(msgspec.to_builtins(read(text, path)), 7) == shifted(msgspec.to_builtins(moved), 0)


def shifted(value: object, by: int) -> object:
    match value:
        case dict():
            return {
                key: each + by if key in {"line", "end_line"} and isinstance(each, int) else shifted(each, by)
                for key, each in value.items()
                if key != "reported"
            } | {key: [line + by for line in lines] for key, lines in value.items() if key == "reported"}
        case list() | tuple():
            return [shifted(each, by) for each in value]
        case _:
            return value


ROW = "# a resource type\n## Properties\n|Property|Type|Description|\n|---|---|---|\n"
MONSTERS = {
    "a name": ROW + "|" + "a" * 1_000_000 + "|String|x|\n",
    "a type": ROW + "|a|" + "[" * 300_000 + "|x|\n",
    "a union": ROW + "|a|" + "b or " * 200_000 + "|x|\n",
    "brackets": ROW + "|a|String|" + "(read-only " * 100_000 + "|\n",
    "links": ROW + "|a|String|" + "[a](b.md) [c" * 80_000 + "|\n",
    "sentences": ROW + "|a|String|" + "Read-only. " * 100_000 + "|\n",
    "values": ROW + "|a|String|Possible values are: " + "`a`, " * 200_000 + "|\n",
    "announcements": ROW + "|a|String|" + "Possible values are: `a`. " * 30_000 + "|\n",
    "defaults": ROW + "|a|String|" + "Default value is " * 60_000 + "|\n",
    "filters": ROW + "|a|String|" + "Supports $filter (" * 50_000 + "|\n",
    "bases": "# a resource type\n\n" + "Inherits from the " * 60_000 + "\n",
    "deprecations": ROW + "|a|String|" + "This is deprecated " * 50_000 + "|\n",
    "tags": ROW + "|a|String|" + "<a " * 300_000 + "|\n",
    "back-ticks": ROW + "|a|String|" + "".join("`" * (count % 50) + "x" for count in range(40_000)) + "|\n",
    "rows": ROW + "|a|String|x|\n" * 20_000,
    "headings": "".join(f"## a{number}\n" for number in range(20_000)),
    "deep headings": "".join("#" * (1 + number % 6) + " a\n" for number in range(20_000)),
    "annotations": '<!-- { "blockType": "resource" } -->\n' * 20_000,
    "broken annotations": '<!-- { "blockType": "resource", "a": "b" "c" } -->\n' * 5_000,
}


@pytest.mark.parametrize("name", MONSTERS)
def test_time_is_linear(name: str) -> None:
    text = MONSTERS[name]

    started = time.process_time()
    read(text)
    seconds = time.process_time() - started

    assert seconds < 1 + len(text) * 1e-5
