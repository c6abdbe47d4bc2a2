"""Laws of API pages: any arrangement of parts is read and accounted for, and hostile text costs linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dialect.profile import load_profile
from generator.extract import Extracted, read_page
from generator.text import SourceFile

PROFILE = load_profile("graph")
PARTS = (
    "# Get lamp",
    "## Permissions",
    "## HTTP request",
    "## Request headers",
    "## Optional query parameters",
    "## Function parameters",
    "## Request body",
    "## Response",
    "## Example",
    "### Example 2: more",
    "### Request",
    "#### Response",
    "### Something else",
    "# [HTTP](#tab/http)",
    "# [C#](#tab/csharp)",
    "---",
    "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n|Application|Lamp.Read|\n||x|",
    "|Resource|Application|\n|:--|\n|lamp|Lamp.Read|",
    "|Name|Type|Description|\n|:--|:--|:--|\n|level|Int32|How bright.|\n|x|",
    "If successful, this method returns a `200 OK` response code and a [lamp](../resources/lamp.md) object.",
    "In the request body, supply a JSON representation of **lamp** object.",
    "This method supports the `$select` [OData query parameters](/graph/query-parameters).",
    '<!-- { "blockType": "request", "name": "x", } -->',
    '<!-- { "blockType": "response", "@odata.type": "Collection(microsoft.graph.lamp)", "isCollection": true } -->',
    '<!-- { "blockType": "ignored" } -->',
    "```http\nGET /lamps/{id}\nPOST /lamps(a='{a}')/x\n```",
    "```http\nPATCH https://graph.microsoft.com/beta/lamps/1\nA: b\n\n{ 'a': 1, }\n```",
    "```http\nHTTP/1.1 200 OK\n\n[ ... ]\n```",
    '```json\n{ "a": }\n```',
    "```http\n```",
    "```",
    "> **Note:** Read this.",
    "[!INCLUDE [x](../includes/permissions/x-permissions.md)]",
)


def read(text: str) -> Extracted:
    return read_page(SourceFile(path="api/lamp-get.md", text=text), PROFILE)


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=30), max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_any_arrangement_is_read_and_accounted_for(parts: list[str], between: str) -> None:
    page = read(between.join(parts))

    for tally in page.facts.ledger.tallies:
        assert tally.used + len(tally.reported) + sum(count for _, count in tally.ignored) == tally.total


MANY = 8_000
HOSTILE = {
    "parentheses in a path": ("HTTP request", "```http\nGET /" + "('" * MANY + "\n```"),
    "segments in a path": ("HTTP request", "```http\nGET /" + "a:/k=v/" * MANY + "\n```"),
    "request lines": ("HTTP request", "```http\n" + "GET /a\n" * MANY + "```"),
    "scopes": (
        "Permissions",
        "|Permission type|Permissions|\n|:--|:--|\n|Application|" + "A.B and a:<br>" * MANY + "|",
    ),
    "links": ("Response", "If successful, `200 OK` " + "[a](../resources/a.md) or " * (MANY // 4)),
    "open brackets": ("Response", "If successful, returns " + "[" * MANY),
    "names": ("Request body", "in the request body, supply a JSON representation of " + "_a" * MANY),
    "messages in a fence": ("Example", "```http\n" + "GET /a\n\n" * MANY + "```"),
    "headers": ("Example", "```http\nGET /a\n" + "A: b\n" * MANY + "```"),
    "JSON": ("Example", "```http\nGET /a\n\n" + '{"a "' * MANY + "\n```"),
    "words in brackets": ("Example", "```http\nGET /a\n\n[" + "a " * MANY + "\n```"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_linear_time(name: str) -> None:
    heading, text = HOSTILE[name]
    begun = time.process_time()

    read(f"# Get lamp\n\n## HTTP request\n```http\nGET /lamps\n```\n\n## {heading}\n{text}\n")

    assert time.process_time() - begun < 5
