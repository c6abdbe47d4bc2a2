"""Which reply `Graph.testing` gives to which request, and in what form replies may be given."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_sdk import AsyncGraph, ConnectionFailed, Graph, GraphError, NotFound, ServerError
from sample_sdk._runtime.testing import Replies, Reply
from sample_sdk._runtime.transport import Request
from sample_sdk.models import User

B = "https://graph.microsoft.com/beta"
SECOND = {"value": [{"id": "2"}]}


def first(link: str) -> dict[str, Any]:
    return {"value": [{"id": "1"}], "@odata.nextLink": link}


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        (f"{B}/users?$skip=1", "/users?$skip=1"),
        (f"{B}/users?$skipToken=1", "/users?$skiptoken=1"),
        (f"{B}/users?%24skiptoken=a%2Bb", "/users?$skiptoken=a+b"),
        (f"{B}/users?$top=1&$skip=1", "/users?$skip=1&$top=1"),
        (f"{B}/users?$top=1&$skip=1", "/users?$skip=1"),
        ("?$skip=1", "/users?$skip=1"),
        ("/beta/users?$skip=1", "/users?$skip=1"),
        (f"{B}/groups/g/members", "/groups/g/members"),
        (f"{B}/groups/g/members?page=2", "/groups/{id}/members"),
        ("https://graph.microsoft.com/v1.0/groups/g/members?page=2", "/groups/{id}/members"),
    ],
)
def test_a_link_leads_to_the_reply_for_it(link: str, asked: str) -> None:
    graph = Graph.testing({"GET /users": first(link), f"GET {asked}": SECOND})

    for _ in range(2):
        assert [user.id for user in graph.users.list()] == ["1", "2"]


@pytest.mark.parametrize(
    ("asked", "link"),
    [
        ("/users", f"{B}/users?$skip=1"),
        ("/users?$top=1", f"{B}/users?$top=1&$skip=1"),
        ("/users", f"{B}/groups/g/members?$skip=1"),
        ("/{any}", f"{B}/people"),
    ],
)
def test_a_link_that_no_other_reply_is_for_leads_to_the_end(asked: str, link: str) -> None:
    graph = Graph.testing({f"GET {asked}": first(link), "GET /users?$skip=2": SECOND})

    assert [user.id for user in graph.users.list(top=1)] == ["1"]


def test_the_last_page_of_several_does_not_begin_again() -> None:
    graph = Graph.testing(
        {
            "GET /users?$top=1": first(f"{B}/users?$top=1&$skip=1"),
            "GET /users?$skip=1": {**SECOND, "@odata.nextLink": f"{B}/users?$top=1&$skip=2"},
        }
    )

    assert [user.id for user in graph.users.list(top=1)] == ["1", "2"]


def test_a_round_of_changes_with_a_token_of_another_name() -> None:
    later = f"{B}/users/delta?token=b"
    graph = Graph.testing(
        {
            "GET /users/delta": first(f"{B}/users/delta?token=a"),
            "GET /users/delta?token=a": {**SECOND, "@odata.deltaLink": later},
            "GET /users/delta?token=b": {"value": [{"id": "3"}], "@odata.deltaLink": later},
        }
    )

    delta = graph.users.delta()
    assert [user.id for user in delta] == ["1", "2"]
    for _ in range(2):
        delta = graph.users.delta(delta_link=delta.delta_link)
        assert [user.id for user in delta] == ["3"]


@pytest.mark.parametrize(
    ("known", "call"),
    [
        ("GET /users/user-1", lambda graph: graph.users["user-2"].get()),
        ("GET /users/ada@contoso.com", lambda graph: graph.users["bob@contoso.com"].get()),
        ("GET /users/user-1", lambda graph: list(graph.users.delta())),
        ("DELETE /users/u-1", lambda graph: graph.users["u-2"].delete()),
        ("GET /oauth2PermissionGrants", lambda graph: list(graph.users.list())),
        ("GET /users/{id}", lambda graph: graph.users.count.get()),
        ("GET /users/{id}", lambda graph: graph.users["1"].photo.value.get()),
        ("GET /me/reminderView(startDateTime='a',endDateTime='b')", lambda graph: graph.me.reminder_view("a", "c")),
    ],
)
def test_a_reply_is_for_the_request_that_is_written(known: str, call: Callable[[Graph], Any]) -> None:
    with pytest.raises(NotFound, match="no example and no reply"):
        list(call(Graph.testing({known: None})))


@pytest.mark.parametrize(
    ("known", "call"),
    [
        ("GET /users/{any}", lambda graph: graph.users["ada@contoso.com"].get()),
        ("GET /users/a%2Fb", lambda graph: graph.users["a/b"].get()),
        ("GET /users/a b", lambda graph: graph.users["a b"].get()),
        ("GET /users/a(b)", lambda graph: graph.users["a(b)"].get()),
        ("GET /drive/root:/{path}:/content", lambda graph: graph.drive.root.at("a/b.txt").content.get()),
        ("GET /drive/root:/a/b.txt:/content", lambda graph: graph.drive.root.at("a/b.txt").content.get()),
        ("GET /users/delta()", lambda graph: graph.users.delta()),
        ("GET /users?$filter=mail eq 'a+b@x.y'", lambda graph: graph.users.list(filter="mail eq 'a+b@x.y'")),
        ("GET /users?$filter=mail+eq+'a'", lambda graph: graph.users.list(filter="mail eq 'a'")),
        ("GET /users?$filter=mail%20eq%20'a'", lambda graph: graph.users.list(filter="mail eq 'a'")),
        ("GET /users?$filter=a eq 'R&D'&$top=5", lambda graph: graph.users.list(top=5, filter="a eq 'R&D'")),
        ("GET /users?$filter=a eq 'R %26 D'", lambda graph: graph.users.list(top=5, filter="a eq 'R & D'")),
        ("GET /users?$filter=a eq 'R & D'", lambda graph: graph.users.list(top=5, filter="a eq 'R & D'")),
    ],
)
def test_requests_are_written_as_people_do(known: str, call: Callable[[Graph], Any]) -> None:
    found = call(Graph.testing({known: {"value": [{"id": "1"}], "id": "1"}}))

    assert isinstance(found, bytes) or getattr(found, "id", None) == "1" or [each.id for each in found] == ["1"]


def documented(path: str, body: object, route: str | None = None, method: str = "GET") -> dict[str, Any]:
    found = {"request": {"method": method, "path": path}, "response": {"status": 200, "body": body}}
    return found if route is None else {**found, "route": route}


def test_documented_examples_tell_which_segments_are_keys(tmp_path: Path) -> None:
    user = documented("/users/jack", {"id": "jack"}, "/users/{id}")
    found = [
        documented("/oauth2PermissionGrants", {"id": "grant"}, method="POST"),
        user,
        documented("/users/87d349ed", {"id": "number"}, "/users/{user-id}"),
        documented("/Applications(AppId='7')", {"id": "by app"}, "/applications(appId='{appId}')"),
        documented("/drive/root:/a/b:", {"id": "file"}, "/drive/root:/{item-path}:"),
        documented(
            "/me/drive/items/1/children", first(f"{B}/me/drive/items/2/children?$skip=1"), "/me/drive/items/{}/children"
        ),
    ]
    (tmp_path / "all.json").write_text(json.dumps(found))
    graph = Graph.testing({"GET /users/ada": {"id": "ada"}}, tmp_path)

    assert [graph.users[key].get().id for key in ("ada", "eve", "87d349ed")] == ["ada", "jack", "number"]
    assert graph.applications.by_app_id("8").get().id == "by app"
    assert graph.drive.root.at("x/y/z.txt").get().id == "file"
    assert [each.id for each in graph.me.drive.items["3"].children.list()] == ["1"]
    for call in (graph.users.count.get, graph.drive.root.get, graph.applications.list().to_list):
        with pytest.raises(NotFound):
            call()
    batch = graph.batch()
    result = batch.add(graph.users["eve"].get)
    batch.send()
    assert result.result().id == "jack"


def test_content_in_a_batch_comes_as_it_was_sent() -> None:
    service = Replies(
        {"PUT /me/photo/$value": None, "GET /users/$count": "7", "GET /me/photo/$value": "text", "GET /me": "text"}
    )
    graph = Graph.testing(service)
    batch = graph.batch()
    batch.add(graph.me.photo.value.replace, b"\xfe", headers={"Content-Type": "image/jpeg"})
    count, photo, odd = (batch.add(each) for each in (graph.users.count.get, graph.me.photo.value.get, graph.me.get))
    batch.send()

    assert service.requests[1].content == b"\xfe"
    assert (count.result(), photo.result()) == (7, b"text")
    with pytest.raises(GraphError, match="should be JSON"):
        odd.result()


def test_a_request_of_a_batch_that_waited_in_vain_says_so() -> None:
    graph = Graph.testing({"GET /users/1": Reply({"error": {}}, 404)})
    batch = graph.batch()
    gone = batch.add(graph.users["1"].get)
    late = batch.after(gone).add(graph.users["1"].get)
    batch.send()

    assert "no content type" not in str(late.error)
    assert late.error is not None
    assert late.error.code == "FailedDependency"


@pytest.mark.parametrize("base_url", ["https://graph.microsoft.com/v1.0", "http://127.0.0.1:9", "https://x/a/b/"])
def test_another_base_url(base_url: str) -> None:
    replies = {
        "GET /users/ada": {"id": "1"},
        "GET /users": first(f"{base_url}/users?$skip=1"),
        "GET /users?$skip=1": SECOND,
    }
    graph = Graph.testing(replies, base_url=base_url)

    assert graph.users["ada"].get().id == "1"
    assert [user.id for user in graph.users.list()] == ["1", "2"]
    batch = graph.batch()
    result = batch.add(graph.users["ada"].get)
    batch.send()
    assert result.result().id == "1"
    assert Graph(transport=Replies(replies, base_url=base_url), base_url=base_url).users["ada"].get().id == "1"


@pytest.mark.parametrize("client", [Graph, AsyncGraph])
@pytest.mark.parametrize("option", ["transport", "http_client"])
def test_replies_are_not_dropped_for_a_transport(client: Any, option: str) -> None:
    with pytest.raises(TypeError, match=f"would not use {option}"):
        client.testing({"GET /users": {}}, **{option: object()})


def test_a_test_does_not_wait() -> None:
    replies = Replies({"GET /users/1": Reply(status=503, headers={"Retry-After": "60"})})
    started = time.monotonic()

    with pytest.raises(ServerError):
        Graph.testing(replies).users["1"].get()
    with pytest.raises(ServerError):
        asyncio.run(AsyncGraph.testing(replies).users["1"].get())

    assert len(replies.requests) == 8
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "failure", [NotFound("gone", status=404), NotFound, ConnectionFailed("no network"), KeyError("x")]
)
def test_an_exception_is_raised(failure: Any) -> None:
    with pytest.raises(failure if isinstance(failure, type) else type(failure)):
        Graph.testing({"GET /users/1": failure}).users["1"].get()


def test_replies_one_after_the_other() -> None:
    replies = iter([Reply(status=429), ConnectionFailed("no network"), {"id": "1"}, User(id="2")])
    graph = Graph.testing({"GET /users/1": replies})

    assert [graph.users["1"].get().id for _ in range(2)] == ["1", "2"]
    with pytest.raises(LookupError, match=r"no reply is left for <Request GET https://.*/users/1>"):
        graph.users["1"].get()


def test_pages_one_after_the_other() -> None:
    pages = [first(f"{B}/users?$skip=1"), SECOND]
    graph = Graph.testing({"GET /users": iter(pages), "GET /me/memberOf": lambda request: pages["?" in request.url]})

    assert [user.id for user in graph.users.list()] == ["1", "2"]
    pages[0] = first("?$skip=1")
    assert [group.id for group in graph.me.member_of.list()] == ["1", "2"]


def test_a_function_may_answer() -> None:
    def user(request: Request) -> Any:
        key = request.url.rpartition("/")[2]
        return Reply({"error": {"code": key}}, 404) if key == "2" else {"id": key}

    graph = Graph.testing({"GET /users/{id}": user})

    assert graph.users["1"].get().id == "1"
    with pytest.raises(NotFound):
        graph.users["2"].get()


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (User, "the reply to 'GET /users/1' is the class User"),
        ({"a": object()}, "cannot be sent: object"),
        (Reply(NotFound("gone")), "cannot be sent: NotFound"),
        ([Reply(status=429), {"id": "1"}], r"several replies to 'GET /users/1', one after the other, are an iterator"),
    ],
)
def test_what_cannot_be_answered_is_refused_at_once(reply: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Replies({"GET /users/1": reply})
