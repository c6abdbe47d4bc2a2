"""What findings about request lines advise: a line that can be pasted, with all that was right in it."""

from __future__ import annotations

import pytest

from generator.dialect import load_profile
from generator.extract import read_page
from generator.text import SourceFile

LONG = "/lamps/{id}/" + "/".join(f"part{number}" for number in range(20))


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("GET /lamps/'{id}'?$select=room", "path-damaged", "write '/lamps/{id}?$select=room'"),
        ("GET lamps", "path-spelling", "write '/lamps'"),
        ("GET lamps?$filter=watts eq 3", "path-spelling", "write '/lamps?$filter=watts eq 3'"),
        ("GET /lamps or /rooms", "path-damaged", "write '/lamps' alone, and what follows in lines of its own"),
        ("GET /rooms/{id}/.../lamps", "path-spelling", "give a request line for each path that it stands for"),
        (f"DELETE{LONG}", "path-damaged", f"write 'DELETE {LONG}'"),
    ],
)
def test_the_advice_can_be_followed(line: str, code: str, hint: str) -> None:
    text = f"# Get lamp\n\n## HTTP request\n\n```http\n{line}\n```\n"

    found = read_page(SourceFile(path="api/lamp.md", text=text), load_profile("graph")).diagnostics

    assert [each.hint for each in found if each.code == code] == [hint]
