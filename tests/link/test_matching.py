"""Which template an example's URL matches, and which it does not."""

from __future__ import annotations

import pytest

from generator.dialect.profile import load_profile
from generator.extract.path_text import ServiceRoot, read_template, read_url
from generator.link.matching import match, nearest, root_of
from generator.model.paths import Path

CONVENTIONS = load_profile("graph").conventions
ROOT = ServiceRoot(hosts=("graph.microsoft.com",), versions=("beta", "v1.0"))


def template(text: str) -> Path:
    path = read_template(text, ROOT).path
    assert path is not None
    return path


def url(text: str) -> Path:
    path = read_url(text, ROOT).path
    assert path is not None
    return path


@pytest.mark.parametrize(
    "written,templates,expected",
    [
        ("https://graph.microsoft.com/beta/users/1", ["/users", "/users/{id}"], 1),
        ("/users/{id}", ["/users/{id | userPrincipalName}"], 0),
        ("/Users/1", ["/users/{id}"], 0),
        ("/users?$top=5", ["/users/{id}", "/users"], 1),
        ("/users/1/getX(a='1')", ["/users/{id}/getX"], 0),
        ("/users/1/getX(a='1')", ["/users/{id}/getX(b='{b}')", "/users/{id}/getX(a='{a}')"], 1),
        ("/users('1')/messages", ["/users/{id}/messages"], 0),
        ("/me/messages", ["/users/{id}/messages"], 0),
        ("/users/1/messages", ["/me/messages"], 0),
        ("/groups/1/members/$count", ["/groups/{id}/members"], 0),
        ("/groups/1/members/microsoft.graph.user/$count", ["/groups/{id}/members"], 0),
        ("/groups/1/members/2/$ref", ["/groups/{id}/members/{id}"], 0),
        ("/applications(appId='1')", ["/applications/{id}"], 0),
        ("/applications/1", ["/applications(appId='{appId}')"], 0),
        ("/drives/1/root:/a/b.txt:/content", ["/drives/{id}/root:/{item-path}:/content"], 0),
        ("/users/1/photo", ["/users/{id}/messages"], None),
        ("/users", ["/users/{id}"], None),
        ("/users/$count", ["/users/{id}"], None),
        ("/groups/1", ["/users/{id}"], None),
    ],
)
def test_match(written: str, templates: list[str], expected: int | None) -> None:
    assert match(url(written), [template(each) for each in templates], CONVENTIONS) == expected


@pytest.mark.parametrize(
    "written,documented",
    [
        ("/Users/1", "/users/{id}"),
        ("/me/messages", "/users/{id}/messages"),
        ("/applications(appId='1')", "/applications/{id}"),
        ("/applications/1", "/applications(appId='{appId}')"),
        ("/groups/1/members/$count", "/groups/{id}/members"),
    ],
)
def test_what_matches_has_the_same_root(written: str, documented: str) -> None:
    assert match(url(written), [template(documented)], CONVENTIONS) == 0
    assert root_of(url(written), CONVENTIONS) == root_of(template(documented), CONVENTIONS)


def test_exact_beats_loose() -> None:
    templates = [template("/users/{id}/messages"), template("/me/messages")]

    assert match(url("/me/messages"), templates, CONVENTIONS) == 1


def test_nearest_names_the_template_most_like_the_url() -> None:
    templates = [template("/groups/{id}"), template("/users/{id}/messages")]

    assert str(nearest(url("/users/1/mesages"), templates)) == "/users/{id}/messages"
