"""Pages say the same in the words of different years: rewriting one form as another changes no fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.link import link
from generator.text import SourceFile, decode
from generator.workspace.docs import read_docs
from tests.export.conftest import SPECS

PROFILE = load_profile("graph")
PAGES = {each.path: each.text for each in read_docs(str(SPECS), SPECS).sources}
_UNTOLD = frozenset({"span", "spans", "source", "sources", "description", "summary", "notes", "pages"})
"""Members that hold the words of a page, or say where they stand; how many pages there are is no fact of the API."""
_PERMISSIONS = re.compile(r"^\|\s*Permission type.*\n\|[ :|-]+\n((?:\|.*(?:\n|\Z))+)", re.MULTILINE | re.IGNORECASE)

Rewrite = Callable[[dict[str, str]], dict[str, str]]


def facts(pages: dict[str, str]) -> Any:
    """The model of some pages, without their words and places in them."""
    sources = (SourceFile(path=path, text=decode(text.encode())[0]) for path, text in pages.items())
    read = [read_page(each, PROFILE).facts for each in sources]
    return told(msgspec.to_builtins(link(read, PROFILE.conventions).api))


def told(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: told(each) for key, each in value.items() if key not in _UNTOLD and "_span" not in key}
    return [told(each) for each in value] if isinstance(value, list | tuple) else value


def differences(place: str, old: Any, new: Any) -> Iterator[str]:
    """Where two models differ, as far down as they have the same shape."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        for key in old:
            yield from differences(f"{place}/{key}", old[key], new[key])
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from differences(f"{place}/{index}", before, after)
    elif old != new:
        yield f"{place}: {str(old)[:200]} is now {str(new)[:200]}"


def replaced(pattern: str, by: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> Rewrite:
    found = re.compile(pattern, flags)
    return lambda pages: {path: found.sub(by, text) for path, text in pages.items()}


def included(pages: dict[str, str]) -> dict[str, str]:
    """Tables of permissions as pages of today have them: in files of their own, with two columns of scopes."""
    made = dict(pages)
    for path, text in pages.items():
        tables = _PERMISSIONS.findall(text)
        if path.startswith("api/") and len(tables) == 1 and (rows := _columns(tables[0])) is not None:
            place = path.replace("api/", "includes/permissions/rewritten-")
            made[place] = f"---\ndescription: Made\n---\n\n{rows}"
            include = f"[!INCLUDE [permissions-table](../includes/permissions/{place.rpartition('/')[2]})]\n"
            made[path] = _PERMISSIONS.sub(lambda _found, told=include: told, text)
    return made


def _columns(table: str) -> str | None:
    """The rows with the least privileged scope apart from the others; None where a cell holds more than scopes."""
    rows = "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n"
    for line in table.strip().split("\n"):
        account, scopes = (cell.strip() for cell in line.strip().strip("|").split("|"))
        names = [each.strip() for each in scopes.rstrip(". ").split(",")]
        if names == ["Not supported"]:
            rows += f"|{account}|Not supported.|Not supported.|\n"
        elif all(re.fullmatch(r"\w+(?:[.-][\w-]+)+", each) for each in names):
            rows += f"|{account}|{names[0]}|{', '.join(names[1:]) or 'Not available.'}|\n"
        else:
            return None
    return rows


FORMS: dict[str, Rewrite] = {
    "no body": replaced(r"\b([Dd])o not supply\b", r"\1on't supply"),
    "type of many": replaced(
        r'"@odata\.type":\s*"(?!Collection)([^"]+)",?\s*"isCollection":\s*true', r'"@odata.type": "Collection(\1)"'
    ),
    "values": replaced(r"(?<!The )Possible values(?: are)?:", "The possible values are:"),
    "front matter": replaced(r"^doc_type: (.*)$", r'ms.date: 04/04/2024\ndoc_type: "\1"', re.MULTILINE),
    "links": replaced(r"\]\(\.\./(resources|api)/", r"](/graph/api/\1/"),
    "heading case": replaced(r"^(#+) JSON representation$", r"\1 JSON Representation", re.MULTILINE),
    "closed headings": replaced(r"^(##+ [\w ]+)$", r"\1 ##", re.MULTILINE),
    "spaces in tables": replaced(r"^\|(.*)\|$", r"|  \1  |", re.MULTILINE),
    "blanks behind lines": replaced(r"^([|#].*)$", r"\1 \t", re.MULTILINE),
    "line ends": lambda pages: {path: text.replace("\n", "\r\n") for path, text in pages.items()},
    "permissions": included,
}


@pytest.fixture(scope="module")
def model() -> Any:
    return facts(PAGES)


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str, model: Any) -> None:
    pages = FORMS[form](PAGES)

    assert pages != PAGES
    assert list(differences("", model, facts(pages))) == []
