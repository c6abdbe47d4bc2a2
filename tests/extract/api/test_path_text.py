"""Spellings of paths: what is written, the canonical form, and the repairs that are named."""

from __future__ import annotations

import pytest

from generator.extract.path_text import REPAIRS, ServiceRoot, read_template, read_url

ROOT = ServiceRoot(hosts=("graph.microsoft.com", "graph"), versions=("beta", "v1.0"))

TEMPLATES = {
    "/users/{id | userPrincipalName}/messages/{id}": ("/users/{id|userPrincipalName}/messages/{id}", ()),
    "/me/drive/root:/{item-path}:/workbook/tables": ("/me/drive/root:/{item-path}:/workbook/tables", ()),
    "/drive/root:/{path and filename}": ("/drive/root:/{path and filename}", ()),
    "/sites/{hostname}:/{relative-path}": ("/sites/{hostname}:/{relative-path}", ()),
    "/drives/{d}/items/{parent-id}:/{filename}:/content": ("/drives/{d}/items/{parent-id}:/{filename}:/content", ()),
    "/drive/root:/Docs/a.xlsx:/content": ("/drive/root:/{item-path}:/content", ("sample-id",)),
    "/drive/root:": ("/drive/root", ()),
    "/reports/getUsage(period='{period_value}')": ("/reports/getUsage(period='{period_value}')", ()),
    "/reports/getUsage(period='D7',top=5)": ("/reports/getUsage(period='D7',top=5)", ()),
    "/me/view(a=a-value, b=true)": ("/me/view(a={a},b=true)", ()),
    "/me/filter(on='parameterValue')": ("/me/filter(on='{on}')", ()),
    "/range(address='<address>')/Row": ("/range(address='{address}')/Row", ("angle-brackets",)),
    "/borders(<sideIndex>)": ("/borders/{sideIndex}", ("angle-brackets",)),
    "/range(<address>)/format": ("/range(address='{address}')/format", ("angle-brackets", "unnamed-argument")),
    "/zones(Standard=microsoft.graph.zone'{z}')": ("/zones(Standard='{z}')", ("enum-cast",)),
    "/applications(appId='{appId}')/owners": ("/applications(appId='{appId}')/owners", ()),
    "/applications(appId='appId')/owners": ("/applications(appId='{appId}')/owners", ()),
    "/applications(uniqueName='unique-name')": ("/applications(uniqueName='{uniqueName}')", ()),
    "/directoryRoles/roleTemplateId={id}/members": (
        "/directoryRoles(roleTemplateId='{id}')/members",
        ("bare-alternate-key",),
    ),
    "/users('{id}')/photo": ("/users/{id}/photo", ()),
    "/lamps/reset()": ("/lamps/reset", ()),
    "/me/memberOf/microsoft.graph.group": ("/me/memberOf/microsoft.graph.group", ()),
    "/teams/(team-id)/channels": ("/teams/{team-id}/channels", ("parenthesized-key",)),
    "/keys/'{id}'": ("/keys/{id}", ("quoted-key",)),
    "/policies/{id}$ref": ("/policies/{id}/$ref", ("missing-slash",)),
    "/a/{id}/b//c/": ("/a/{id}/b/c", ("trailing-slash", "empty-segment")),
    "~/a/{id}": ("/a/{id}", ("tilde",)),
    "a/{id}": ("/a/{id}", ("missing-leading-slash",)),
    "/beta/a": ("/a", ("version-prefix",)),
    "https://graph.microsoft.com/beta/a": ("/a", ("absolute-url", "version-prefix")),
    "https://graph/microsoft.com/v1.0/a": ("/a", ("absolute-url", "misspelled-host", "version-prefix")),
    "/a/{x}.{y}": ("/a/{x . y}", ("mixed-segment",)),
    "/a/4c8f8f70-7785-4bd4-b296-c98376a2c5e1/b": ("/a/{id}/b", ("sample-id",)),
    "/sites/contoso.example.com/lists": ("/sites/{id}/lists", ("sample-id",)),
    "/sites/Fabrikam.Net": ("/sites/{id}", ("sample-id",)),
    "/sites/{id}/microsoft.graph.site": ("/sites/{id}/microsoft.graph.site", ()),
    "/a/{id}/.../b": ("/a/{id}/b", ("elided-segments",)),
    "/a/../b": ("/a/b", ("elided-segments",)),
    "/a/f(x='{x}'/b": ("/a/f(x='{x}')/b", ("unclosed-parenthesis",)),
    "/a/{id} or the like": ("/a/{id}", ("trailing-text",)),
    "/a HTTP/1.1": ("/a", ()),
    "/a/{}": ("/a/{id}", ()),
}

URLS = {
    "https://graph.microsoft.com/beta/users/87d3?$select=id": "/users/87d3",
    "/me/drive/root:/My Folder/a.xlsx:/content": "/me/drive/root:/{My Folder/a.xlsx}:/content",
    "https://graph.microsoft.com/v1.0/chats/19:ab@thread.v2/messages": "/chats/19:ab@thread.v2/messages",
    "/tables('Table 1')/rows": "/tables/Table%201/rows",
    "/range(address='A1:B2')/format": "/range(address='A1:B2')/format",
    "/lamps/near(y='O''Neil')": "/lamps/near(y='O''Neil')",
    "/applications(appId='00000003')": "/applications(appId='00000003')",
    "/users/{id}/photo/$value": "/users/{id}/photo/$value",
    "/me/lists/gDbc8U7HGwADDZocJgAAAA==/tasks": "/me/lists/gDbc8U7HGwADDZocJgAAAA==/tasks",
}


@pytest.mark.parametrize("text", TEMPLATES)
def test_template(text: str) -> None:
    canonical, repairs = TEMPLATES[text]

    read = read_template(text, ROOT)

    assert (str(read.path), read.repairs) == (canonical, repairs)


@pytest.mark.parametrize("text", URLS)
def test_url(text: str) -> None:
    read = read_url(text, ROOT)

    assert (str(read.path), read.host) == (URLS[text], None)


def test_every_repair_has_a_spelling_here() -> None:
    assert {repair for _, repairs in TEMPLATES.values() for repair in repairs} == set(REPAIRS)


@pytest.mark.parametrize("text", ["", "** Collection URI for x not found", "started with lamps", "-"])
def test_no_path(text: str) -> None:
    assert read_template(text, ROOT).path is None


def test_another_host_is_named() -> None:
    read = read_url("https://Lamps.Contoso.com/a/b?c=d", ROOT)

    assert (str(read.path), read.host) == ("/a/b", "lamps.contoso.com")
