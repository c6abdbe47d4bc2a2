"""The manual pages of rules show a bad and a good example: the rule finds something in the one and nothing in the other.

A fence `md path` holds a page. `*` in the path stands for many such pages.
A fence `json WHAT TYPE` holds the body of an example on a page like `PAGES[WHAT]`.
"""

from __future__ import annotations

import re

import pytest

from generator.lint import RULES
from generator.lint.rule import Rule
from tests.lint.judging import judged

_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=ticks)$", re.MULTILINE | re.DOTALL)
_REQUEST = "# Page\n\n## HTTP request\n\n```http\n{verb} {path}\n```\n\n"
PAGES = {
    "response": _REQUEST.format(verb="GET", path="/users/{id}")
    + "## Response\n\nIf successful, this method returns a `200 OK` response code and {what}.\n\n"
    "## Example\n\n```http\nHTTP/1.1 200 OK\n\n{body}\n```\n",
    "nothing": _REQUEST.format(verb="POST", path="/users/{id}/wake")
    + "## Response\n\nIf successful, this method returns a `204 No Content` response code. It does not return anything in the"
    " response body.\n\n## Example\n\n```http\nHTTP/1.1 204 No Content\n\n{body}\n```\n",
    "create": _REQUEST.format(verb="POST", path="/users")
    + "## Request body\n\nIn the request body, supply a JSON representation of the [user](../resources/user.md) object.\n\n"
    "|Property|Type|Description|\n|:---|:---|:---|\n|displayName|String|Required. The name.|\n\n"
    "## Example\n\n```http\nPOST https://graph.microsoft.com/beta/users\n\n{body}\n```\n",
    "update": _REQUEST.format(verb="PATCH", path="/users/{id}")
    + "## Request body\n\nIn the request body, supply a JSON representation of the [user](../resources/user.md) object.\n\n"
    "## Example\n\n```http\nPATCH https://graph.microsoft.com/beta/users/1\n\n{body}\n```\n",
    "action": _REQUEST.format(verb="POST", path="/users/{id}/rename")
    + "## Request body\n\nIn the request body, provide a JSON object with the following parameters.\n\n"
    "|Parameter|Type|Description|\n|:---|:---|:---|\n|keepLogins|Boolean|Whether to stay signed in.|\n\n"
    "## Example\n\n```http\nPOST https://graph.microsoft.com/beta/users/1/rename\n\n{body}\n```\n",
}


def page_of(info: str, body: str) -> tuple[str, str]:
    _, what, *words = info.split()
    link = f"[{words[0]}](../resources/{words[0].lower()}.md)" if words else ""
    said = f"a collection of {link} objects" if "collection" in words else f"a {link} object"
    return "api/page.md", PAGES[what].replace("{what}", said).replace("{body}", body.strip())


def pages_in(text: str) -> dict[str, str]:
    """The pages of a manual page's part; `*` in a path stands for many pages alike."""
    found: dict[str, str] = {}
    for each in _FENCE.finditer(text):
        kind, _, path = each["info"].strip().partition(" ")
        if kind == "json":
            found.update([page_of(each["info"], each["text"])])
        else:
            found.update((path.replace("*", f"many{at}"), each["text"]) for at in range(30 if "*" in path else 1))
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_examples(rule: Rule) -> None:
    _, _, examples = rule.code.explanation.partition("Bad:\n")
    bad, _, good = examples.partition("Good:\n")

    assert judged(rule.code.id, pages_in(bad))
    assert not judged(rule.code.id, pages_in(good))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_manual_page_tells_what_and_why(rule: Rule) -> None:
    assert rule.code.explanation.startswith("**What it finds.**")
    assert "**Why it matters.**" in rule.code.explanation
