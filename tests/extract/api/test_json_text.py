"""Mistakes in JSON: what is written, what is read, and the repairs that are named."""

from __future__ import annotations

import pytest

from generator.extract.json_text import REPAIRS, read_json

MENDED = {
    '{"a": 1, // one\n"b": 2}': ('{"a": 1, \n"b": 2}', ("comment",)),
    '{"a": /* one\n */ 1}': ('{"a": \n 1}', ("comment",)),
    '{"a": "x\ty"}': ('{"a": "x\\ty"}', ("control-character",)),
    "[1, 2, ...]": ("[1, 2  ]", ("elided-items", "surplus-comma")),
    '{"a": "C:\\work"}': ('{"a": "C:\\\\work"}', ("invalid-escape",)),
    '{"a": [1, 2}}': ('{"a": [1, 2]}', ("mismatched-bracket",)),
    '{"a": 1\n"b": 2}': ('{"a": 1\n,"b": 2}', ("missing-comma",)),
    '{"a": , "b": }': ('{"a":  null, "b":  null}', ("missing-value",)),
    '{"a":\u00a01}': ('{"a": 1}', ("no-break-space",)),
    '{"a": "x\ny", "b": 1}': ('{"a": "xy"\n, "b": 1}', ("raw-newline",)),
    '{"a": "one\n two three", "\n b": 1}': ('{"a": "one two three"\n, "b"\n: 1}', ("raw-newline",)),
    "{'a': 'it\\'s \"b\"'}": ('{"a": "it\'s \\"b\\""}', ("single-quotes",)),
    "{\u201ca\u201d: \u201cb\u201d}": ('{"a": "b"}', ("smart-quotes",)),
    '{"a": 1}}': ('{"a": 1}', ("surplus-bracket",)),
    '{"a": 1,,}': ('{"a": 1 }', ("surplus-comma",)),
    '{"a": {"b": [1': ('{"a": {"b": [1]}}', ("unclosed-bracket",)),
    '{"a": "b\n}': ('{"a": "b"\n}', ("unclosed-string",)),
    '{"a": "say "b" now"}': ('{"a": "say \\"b\\" now"}', ("unescaped-quote",)),
    '{"code": ""x", "b": 1}': ('{"code": "x", "b": 1}', ("unescaped-quote",)),
    "{a: 1, b-c: 2}": ('{"a": 1, "b-c": 2}', ("unquoted-key",)),
    '{"a": 00:00:00, "b": True}': ('{"a": "00:00:00", "b": true}', ("unquoted-value",)),
}

BEYOND = "a number or a character in it is beyond what JSON readers take"
UNREADABLE = {
    '{"a": {"b", "c"}}': "a colon is expected",
    '{"a": 1} {"b": 2}': "more text follows the document",
    "{some words}": "a colon is expected",
    '{\\"a\\": 1}': "a colon is expected",
    '{"a": "\\ud800"}': BEYOND,
    '{"a": ' + "9" * 500 + "}": BEYOND,
}


@pytest.mark.parametrize("text", MENDED)
def test_mended(text: str) -> None:
    expected, repairs = MENDED[text]

    read = read_json(text)

    assert (read.text, read.json, read.repairs) == (expected, True, repairs)


def test_every_repair_has_a_mistake_here() -> None:
    assert {repair for _, repairs in MENDED.values() for repair in repairs} == set(REPAIRS)


@pytest.mark.parametrize("text", UNREADABLE)
def test_unreadable(text: str) -> None:
    read = read_json(text)

    assert (read.text, read.json, read.repairs, read.trouble) == (text, False, (), UNREADABLE[text])


def test_a_finding_points_to_the_first_mistake() -> None:
    assert read_json('{\n"a": 1,\n"b": 2,\n}').line == 3
    assert read_json('{\n"a": {"b"}\n}').line == 2
