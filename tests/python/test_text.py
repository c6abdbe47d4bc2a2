"""Text of pages in code: whatever it is, it stays text; and code is laid out as black would."""

from __future__ import annotations

import ast
import string
import unicodedata
from dataclasses import replace

import black
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.python.layout import Group, lay_out, mapping
from generator.python.literals import docstring, literal
from generator.python.prose import WIDTH, plain, sentence, wrapped

MODE = black.Mode(line_length=WIDTH, target_versions={black.TargetVersion.PY311})


@given(st.text())
def test_a_literal_evaluates_to_its_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@given(st.text())
def test_a_literal_escapes_what_repr_escapes_of_known_characters(text: str) -> None:
    """But for quotation marks, of which the two choose differently; that they do no harm is proved above."""
    known = "".join(char for char in text if unicodedata.category(char) != "Cn" and char not in "\"'")

    assert literal(known)[1:-1] == repr(known)[1:-1]


@pytest.mark.parametrize("char", ["\U0001cc00", "\U0002ebf0", "\u0378"])
def test_characters_of_other_versions_of_unicode_stay(char: str) -> None:
    """They are unassigned in the tables of one Python and letters in those of another."""
    assert literal(char) == f'"{char}"'
    assert plain(f"a {char} b") == f"a {char} b"


@pytest.mark.parametrize("char", ["\u202e", "\U0001343f", "\uffff", "\ue000", "\U0001fffe"])
def test_unseen_characters_are_escaped_and_no_prose(char: str) -> None:
    assert literal(char).isascii()
    assert plain(f"a{char}b") == "ab"


@given(st.text())
def test_black_keeps_literals(text: str) -> None:
    line = f"x = {literal(text)}\n"

    if len(line) <= WIDTH:
        assert black.format_str(line, mode=MODE) == line


@given(st.text())
def test_prose_is_one_printable_line(text: str) -> None:
    made = plain(text)

    assert made == " ".join(made.split())
    assert not {unicodedata.category(char) for char in made} & {"Cc", "Cf", "Zl", "Zp"}


hostile = st.one_of(st.text(), st.text(alphabet="\"\\'` \n{}%#a"))


@given(st.lists(hostile, min_size=1, max_size=3))
def test_a_docstring_is_one_literal_that_black_keeps(texts: list[str]) -> None:
    paragraphs = tuple(part for part in (wrapped(sentence(text), 4) for text in texts) if part) or ("None.",)
    code = f"def f() -> None:\n    {docstring(paragraphs, 4)}\n"

    body = ast.parse(code).body[0]

    assert isinstance(body, ast.FunctionDef)
    assert len(body.body) == 1
    assert (ast.get_docstring(body) or "").split() == "\n".join(paragraphs).split()
    assert black.format_str(code, mode=MODE) == code


name = st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=24).map(lambda text: f"{text}_1")


def _call(callee: str, items: list[str]) -> Group:
    return Group(f"k={callee}(", tuple(items))


def _mapping(key: str, pairs: list[tuple[str, str]]) -> Group:
    return mapping(f"{key}=", tuple((literal(left), right) for left, right in pairs))


calls = st.builds(_call, name, st.lists(name, min_size=1, max_size=4))
mappings = st.builds(_mapping, name, st.lists(st.tuples(name, name), min_size=1, max_size=7))


def _stable(code: str) -> None:
    if all(len(line) <= WIDTH for line in code.split("\n")):
        assert black.format_str(code, mode=MODE) == code


@given(name, st.lists(name, max_size=4), st.lists(st.one_of(calls, mappings), max_size=3))
@settings(max_examples=200)
def test_calls_are_laid_out_as_black_does(callee: str, positional: list[str], keywords: list[Group]) -> None:
    whole = Group(f"{callee}(", (*positional, *keywords))

    _stable(f"def f() -> None:\n    return {lay_out(replace(whole, opening=f'return {callee}('), 4)[7:]}\n")


@given(name, st.lists(name, max_size=9, unique=True), name)
@settings(max_examples=200)
def test_definitions_are_laid_out_as_black_does(called: str, parameters: list[str], returns: str) -> None:
    declared = tuple(f"a{each}: int | None = None" for each in parameters)
    signature = lay_out(Group(f"def f{called}(", ("self", *declared), definition=True), 4, f" -> c{returns}:")

    _stable(f"class C:\n    {signature}\n        pass\n")


@given(st.lists(st.tuples(name, name), min_size=1, max_size=5), name)
@settings(max_examples=200)
def test_chains_are_laid_out_as_black_does(links: list[tuple[str, str]], argument: str) -> None:
    chain = "graph" + "".join(f'.{attribute}["{key}"]' for attribute, key in links)
    call = Group(f"{chain}.update(", (f"case.body({argument}_)", f"top={argument}_"))

    _stable(f"def f() -> None:\n    {lay_out(Group('case.check(', (call,)), 4)}\n")


def test_markdown_is_tidied() -> None:
    cases = {
        "See [the list](users.md) and [a page](https://x.org/y).": "See the list and a page (https://x.org/y).",
        "**Bold**, *it*, `code` \\_ok\\_ &lt;a&gt;": "Bold, it, `code` _ok_ <a>",
        "One<br/>two <b>three</b> [`x`](y.md) [a][b]": "One two three `x` a",
        "[!NOTE] a_b__c 2 * 3 * 4 <!-- hidden": "a_b__c 2 * 3 * 4",
        "[!INCLUDE [x](y.md)] after": "after",
        "It is _not_ *so if `a` holds*, see a/_b_ .": "It is not so if `a` holds, see a/_b_.",
        "The form <language>-<country>. . `a . b` is 3 .5 ...": "The form <language>-<country>. `a . b` is 3 .5 ...",
    }
    assert {text: plain(text) for text in cases} == cases
