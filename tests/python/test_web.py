"""Where pages stand on the web: addresses of pages, links made absolute, and docstrings that name them."""

from __future__ import annotations

import ast

import msgspec
import pytest

from generator.emit.format import parts
from generator.model.indexes.indexed import Indexed
from generator.python import lower
from generator.python.web import Web
from tests.python.lowering import OPTIONS, files, specs, specs_files

FOLDERS = {"api_folders": ("api",), "resource_folders": ("resources",)}
WEB = Web(url="https://docs.example.org/graph/api?view=beta", **FOLDERS)
PLAIN = Web(url="https://docs.example.org/", **FOLDERS)


@pytest.mark.parametrize(
    "web, path, address",
    [
        (WEB, "api/user-get.md", "https://docs.example.org/graph/api/user-get?view=beta"),
        (WEB, "resources/user.md", "https://docs.example.org/graph/api/resources/user?view=beta"),
        (WEB, "reference/beta/api/user-get.md", "https://docs.example.org/graph/api/user-get?view=beta"),
        (PLAIN, "resources/user.md", "https://docs.example.org/resources/user"),
        (PLAIN, "concepts/auth.md", "https://docs.example.org/concepts/auth"),
        (PLAIN, "api/a b\x1b.md", "https://docs.example.org/a%20b%1B"),
    ],
)
def test_the_address_of_a_page(web: Web, path: str, address: str) -> None:
    assert web.page(path) == address


@pytest.mark.parametrize(
    "label, link, address",
    [
        ("delta queries", "/graph/delta-query#tokens", "https://docs.example.org/graph/delta-query#tokens"),
        ("Get a user", "user-get.md", "https://docs.example.org/user-get"),
        ("ages", "../resources/user.md#ages", "https://docs.example.org/resources/user#ages"),
        ("above", "#ages", "https://docs.example.org/user-list#ages"),
        ("user", "../resources/user.md", None),
        ("`User`", "../resources/user.md", None),
        ("elsewhere", "https://other.example/x.md", None),
        ("script", "javascript:alert(1).md", None),
        ("picture", "../images/user.png", None),
    ],
)
def test_where_a_link_of_a_page_leads(label: str, link: str, address: str | None) -> None:
    assert PLAIN.target("api/user-list.md", label, link) == address


def test_every_docstring_of_a_page_names_its_address() -> None:
    made = files(lower(Indexed(api=specs()), msgspec.structs.replace(OPTIONS, web=WEB)))

    told = {path: docs for path, text in made.items() if (docs := list(_sources(path, text)))}
    assert len(told) > 100
    for path, docs in told.items():
        for doc in docs:
            assert "https://docs.example.org/graph/api/" in doc.partition("Source: ")[2], path


def test_no_docstring_holds_a_relative_link() -> None:
    for path, text in specs_files().items():
        assert "](" not in text or path.endswith(".md") or path.startswith("tests/"), path


def _sources(path: str, text: str) -> list[str]:
    if not path.endswith(".py"):
        return []
    named = (ast.ClassDef, ast.FunctionDef)
    docs = [ast.get_docstring(node) or "" for node in ast.walk(ast.parse(text)) if isinstance(node, named)]
    return [doc for doc in docs if "Source: " in doc]


def test_a_long_address_calls_for_no_formatting() -> None:
    """black finds nothing to break in it, and takes long to find that out."""
    address = f"https://docs.example.org/{'a' * 120}"
    text = f'class A:\n    """One.\n\n    {address}\n    """\n'

    assert list(parts("a.py", text, settled=True)) == [text]
