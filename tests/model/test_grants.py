"""Which rows of a table by resource hold for which path: cases as a table."""

from __future__ import annotations

import pytest

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.link import link
from generator.model.indexes.grants import tables_for
from generator.text import SourceFile
from tests.model.test_indexes import operation, resource

_HEAD = "|Supported resource|Delegated (work or school account)|Application|\n|:---|:---|:---|\n"
_PAGES = {
    "resources/entity.md": resource("entity", "|id|String|The key.|", key=True),
    "resources/contact.md": resource("contact", "|name|String|The name.|", key=True),
    "resources/event.md": resource("event", "|subject|String|The subject.|", key=True),
    "resources/talk.md": resource("talk", "|topic|String|The topic.|", key=True),
    "resources/todotasklist.md": resource("todoTaskList", "|name|String|The name.|", key=True),
    "resources/user.md": resource(
        "user",
        "|name|String|The name.|",
        key=True,
        relationships="|contacts|[contact](contact.md) collection|Contacts.|\n|events|[event](event.md) collection|Events.|\n"
        "|lists|[todoTaskList](todotasklist.md) collection|Lists.|",
    ),
    "resources/group.md": resource(
        "group",
        "|name|String|The name.|",
        key=True,
        relationships="|events|[event](event.md) collection|Events.|\n|talks|[talk](talk.md) collection|Talks.|",
    ),
}
_ROWS = ("user", "personal contact", "event", "group event", "group post", "[tasklist](../resources/todotasklist.md)")


def labels(path: str, rows: tuple[str, ...], *others: str) -> list[str | None]:
    """The labels of the rows that hold for the path, in their order; `others` are more paths of its page."""
    table = _HEAD + "".join(f"|{row}|Scope{number}.Read.All|Not supported|\n" for number, row in enumerate(rows))
    page = operation("Get it", "\nGET ".join([f"GET {path}", *others]), "a [user](../resources/user.md) object")
    page = page.replace("## HTTP request", f"## Permissions\n\n{table}\n## HTTP request", 1)
    lists = {
        f"api/{root}-list.md": operation(
            f"List {root}s", f"GET /{root}s", f"a collection of [{root}](../resources/{root}.md)"
        )
        for root in ("user", "group")
    }
    profile = load_profile("graph")
    sources = {**_PAGES, **lists, "api/it-get.md": page}
    api = link(
        [read_page(SourceFile(path=at, text=text), profile).facts for at, text in sources.items()], profile.conventions
    ).api
    found = next(each for each in api.operations if each.page == "api/it-get.md")
    return [each.label for each in tables_for(found, found.routes[0])]


@pytest.mark.parametrize(
    ("path", "rows", "held"),
    [
        ("/users/{id}", _ROWS, ["user"]),
        ("/me", _ROWS, ["user"]),
        ("/users/{id}/events/{id}", _ROWS, ["event"]),
        ("/groups/{id}/events/{id}", _ROWS, ["group event"]),
        # The path need not have what only qualifies the resource.
        ("/users/{id}/contacts/{id}", _ROWS, ["personal contact"]),
        # One word in the label, several in the name of the type.
        ("/users/{id}/lists/{id}", _ROWS, ["tasklist"]),
        # No row is about what the path leads to: those about a part of it are nearer than all others.
        ("/groups/{id}/talks", _ROWS, ["group event", "group post"]),
        # Nothing in common, and labels that no path can decide.
        ("/users/{id}", ("mailbox", "calendar"), ["mailbox", "calendar"]),
        ("/users/{id}", ("acting on oneself", "acting on other users"), ["acting on oneself", "acting on other users"]),
    ],
)  # fmt: skip
def test_rows_hold_for_the_paths_that_lead_to_their_resource(path: str, rows: tuple[str, ...], held: list[str]) -> None:
    assert labels(path, rows) == held


@pytest.mark.parametrize(
    ("path", "other", "rows", "held"),
    [
        # What the label begins with says that it names what the row is for.
        ("/users/{id}", "/groups/{id}", ("For Users (people) only", "For Groups only"), ["For Users (people) only"]),
        ("/groups/{id}", "/users/{id}", ("Rows for user", "Rows for group"), ["Rows for user", "Rows for group"]),
        ("/groups/{id}", "/users/{id}", ("For users", "For groups"), ["For users", "For groups"]),
        # A whole name of the path counts before a word of one.
        ("/users/{id}", "/userGroups", ("For Groups provider", "For User provider"), ["For User provider"]),
        # The row of another path is not for one that no row names.
        ("/people/{id}", "/groups/{id}", ("group", "staff"), ["staff"]),
        ("/people/{id}", "/persons/{id}", ("group", "staff"), ["group", "staff"]),
    ],
)
def test_rows_are_told_apart_by_the_paths_of_a_page(
    path: str, other: str, rows: tuple[str, ...], held: list[str]
) -> None:
    assert labels(path, rows, other) == held
