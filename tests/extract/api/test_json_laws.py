"""Laws of reading JSON: every text is read in bounded time; valid JSON stays as it is; what is mended is valid JSON."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.json_text import DEPTH, REPAIRS, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
NOISE = st.lists(
    st.sampled_from(
        [*"{}[]:,\"'“”’\\ \n\t/*.", "//", "/*", "*/", "...", "a", "key", "1", "0:0", "true", "None", "\xa0", "\x01"]
    ),
    max_size=40,
).map("".join)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_valid_json_is_unchanged(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    read = read_json(text)

    assert (read.text, read.json, read.repairs) == (text, True, ())


@given(NOISE | st.text())
def test_every_text_is_read_and_what_is_mended_is_json_on_the_same_lines(text: str) -> None:
    read = read_json(text)

    assert set(read.repairs) <= set(REPAIRS)
    if not read.json:
        assert (read.text, read.repairs) == (text, ())
        assert read.trouble
        return
    json.loads(read.text)
    assert read.text.count("\n") == text.count("\n")
    again = read_json(read.text)
    assert (again.text, again.repairs) == (read.text, ())


@given(
    st.dictionaries(
        st.text(st.characters(codec="ascii", exclude_characters="\\\"'")),
        st.integers() | st.booleans(),
        min_size=1,
        max_size=5,
    )
)
def test_a_trailing_comma_changes_no_value(value: dict[str, object]) -> None:
    text = json.dumps(value, indent=2).removesuffix("\n}") + ",\n}"

    read = read_json(text)

    assert read.repairs == ("surplus-comma",)
    assert json.loads(read.text) == value


HOSTILE = {
    "open brackets": "[" * 200_000,
    "open braces": '{"a":' * 50_000,
    "quotes": '{"a "' * 40_000,
    "quotes on lines": '{"a "\n' * 40_000,
    "smart quotes": "{“a " * 40_000,
    "single quotes": "{'a " * 40_000,
    "comment starts": "[/*" * 60_000,
    "backslashes": '["' + "\\" * 200_000,
    "digits": "[" + "9" * 100_000 + "]",
    "times": "[" + "9:" * 100_000 + "]",
    "commas": "[1" + "," * 200_000 + "]",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    begun = time.perf_counter()

    read_json(text)

    assert time.perf_counter() - begun < 5


def test_nesting_deeper_than_the_limit_is_left_as_text() -> None:
    assert read_json("[" * DEPTH + "]" * DEPTH).json
    assert not read_json("[" * (DEPTH + 1) + "]" * (DEPTH + 1)).json
