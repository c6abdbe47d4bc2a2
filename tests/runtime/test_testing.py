"""`Graph.testing`, for the tests of the package's users."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from sample_sdk import AsyncGraph, Graph, GraphError, NotFound, Throttled, UnexpectedData
from sample_sdk._runtime.comparing import undocumented
from sample_sdk._runtime.testing import Example, Replies, Reply
from sample_sdk.models import User

EXAMPLES = Path(__file__).parent / "sample_tests" / "examples"


def test_documented_answers() -> None:
    graph = Graph.testing()

    assert [user.display_name for user in graph.users.list()] == ["a"]
    assert graph.users["any"].revoke_sign_in_sessions() is True
    assert graph.me.send_mail() is None
    profile = graph.device_management.device_configurations["any"].get()
    assert profile.id == "583b9d8c"
    with pytest.raises(NotFound, match="no example and no reply for GET /users/1"):
        graph.users["1"].get()


def test_answers_of_the_test_go_first() -> None:
    replies = Replies(
        EXAMPLES,
        {
            "GET /users": {"value": []},
            "GET /users/{id}": User(display_name="Ada"),
            "GET /users/gone": Reply({"error": {"code": "x", "message": "y"}}, 404),
            "GET /me/photo/$value": b"\xff",
            "PATCH /users/1": None,
            "GET /me/reminderView(startDateTime='{a}',endDateTime='{b}')": {"value": [{"eventId": "7"}]},
        },
    )
    graph = Graph.testing(replies)

    assert list(graph.users.list()) == []
    assert graph.users["1"].get().display_name == "Ada"
    with pytest.raises(NotFound):
        graph.users["gone"].get()
    assert graph.me.photo.value.get() == b"\xff"
    graph.users["1"].update(User(city="Bern"))
    assert graph.me.reminder_view("a", "b").first().event_id == "7"


def test_requests_can_be_looked_at() -> None:
    replies = Replies({"PATCH /users/1": None})

    Graph(None, transport=replies).users["1"].update(User(city="Bern"))
    Graph.testing(replies, EXAMPLES).users["1"].update(User(city="Rom"))

    sent = [("PATCH", b'{"city":"Bern"}'), ("PATCH", b'{"city":"Rom"}')]
    assert [(each.method, each.content) for each in replies.requests] == sent


def test_asynchronous_clients_too() -> None:
    async def program() -> None:
        async with AsyncGraph.testing({"GET /users/1": {"id": "1"}}) as graph:
            assert (await graph.users["1"].get()).id == "1"

    asyncio.run(program())


def test_failures_can_be_rehearsed() -> None:
    graph = Graph.testing({"GET /users/1": Reply({"error": {}}, 429, {"Retry-After": "1000"})})

    with pytest.raises(Throttled):
        graph.users["1"].get()


def test_each_part_of_a_batch_is_answered() -> None:
    service = Replies(
        {
            "GET /users/{id}": User(display_name="Ada"),
            "GET /users": {"value": [{"id": "1"}]},
            "GET /users/gone": Reply({"error": {"code": "gone"}}, 404),
            "GET /me/photo/$value": b"\xff",
            "PUT /me/photo/$value": None,
            "PATCH /users/1": None,
        }
    )
    graph = Graph.testing(service)

    batch = graph.batch()
    user = batch.add(graph.users["1"].get, select="id")
    users = batch.add(graph.users.list)
    gone = batch.add(graph.users["gone"].get)
    late = batch.after(gone).add(graph.users["1"].update, User(city="Rom"))
    photo = batch.add(graph.me.photo.value.get)
    batch.add(graph.me.photo.value.replace, b"\xfe")
    batch.add(graph.users["1"].update, User(city="Bern"))
    batch.send()

    assert (user.result().display_name, [each.id for each in users.result()]) == ("Ada", ["1"])
    assert (gone.error.code, late.error.status, photo.result()) == ("gone", 424, b"\xff")
    assert [each.error for each in batch][4:] == [None] * 3
    asked = [(each.method, each.url.partition("/beta")[2], each.content) for each in service.requests[1:]]
    assert asked[0] == ("GET", "/users/1?$select=id", None)
    assert asked[-2:] == [("PUT", "/me/photo/$value", b"\xfe"), ("PATCH", "/users/1", b'{"city":"Bern"}')]
    assert len(asked) == 6


def test_a_batch_may_have_a_reply_of_its_own() -> None:
    graph = Graph.testing({"POST /$batch": Reply({"error": {"code": "busy"}}, 400)})

    batch = graph.batch()
    batch.add(graph.users["1"].get)
    with pytest.raises(GraphError, match="busy"):
        batch.send()


LINK = "https://graph.microsoft.com/beta/users/delta?$skiptoken="


def test_a_round_of_changes_ends_and_the_next_one_brings_none() -> None:
    graph = Graph.testing({"GET /users/delta": {"value": [{"id": "1"}], "@odata.nextLink": LINK + "a"}})

    delta = graph.users.delta()
    assert [user.id for user in delta] == ["1"]
    for _ in range(2):
        delta = graph.users.delta(delta_link=delta.delta_link)
        assert list(delta) == []
    assert [user.id for user in graph.users.delta()] == ["1"]


def test_pages_and_rounds_can_have_replies_of_their_own() -> None:
    link = "https://graph.microsoft.com/beta/users/delta?$deltatoken=b"
    graph = Graph.testing(
        {
            "GET /users/delta": {"value": [{"id": "1"}], "@odata.nextLink": LINK + "a"},
            "GET /users/delta?$skiptoken=a": {"value": [{"id": "2"}], "@odata.deltaLink": link},
            "GET /users/delta?$deltatoken=b": {"value": [{"id": "3"}], "@odata.deltaLink": link + "2"},
        }
    )

    delta = graph.users.delta(select="id")
    assert [user.id for user in delta] == ["1", "2"]
    later = graph.users.delta(delta_link=delta.delta_link)
    assert [user.id for user in later] == ["3"]
    assert list(graph.users.delta(delta_link=later.delta_link)) == []


def test_a_link_that_a_program_kept_is_answered() -> None:
    graph = Graph.testing({"GET /users/delta": {"value": [{"id": "1"}]}})

    assert len(graph.users.delta(delta_link=LINK + "kept").to_list()) == 1


def test_documented_pages_follow_one_another(tmp_path: Path) -> None:
    def documented(token: str | None, body: object) -> dict[str, object]:
        query = {"$skiptoken": token} if token else {"$select": "id"}
        return {
            "request": {"method": "GET", "path": "/users", "query": query},
            "response": {"status": 200, "body": body},
        }

    home = "https://graph.microsoft.com/beta/users?$skiptoken="
    pages = [
        documented("a", {"value": [{"id": "2"}], "@odata.nextLink": home + "b"}),
        documented(None, {"value": [{"id": "1"}], "@odata.nextLink": home + "a"}),
    ]
    (tmp_path / "users.json").write_text(json.dumps(pages))

    assert [user.id for user in Graph.testing(tmp_path).users.list()] == ["1", "2"]


def example(response: object = None, **request: object) -> Example:
    data = {"source": "api/x.md:1", "request": {"method": "GET", "path": "/users/1", **request}}
    return Example(data if response is None else {**data, "response": response})


def ask(case: Example) -> Graph:
    return Graph(transport=case, strict=True)


@pytest.mark.parametrize(
    ("documented", "call"),
    [
        ({"method": "DELETE"}, lambda graph: graph.users["1"].get()),
        ({"path": "/users/2"}, lambda graph: graph.users["1"].get()),
        ({"query": {"$select": "id"}}, lambda graph: graph.users["1"].get()),
        ({}, lambda graph: graph.users["1"].get(select="id")),
        ({"headers": {"ConsistencyLevel": "eventual"}}, lambda graph: graph.users["1"].get()),
        ({"method": "PATCH", "body": {"city": "Bern"}}, lambda graph: graph.users["1"].update(User(city="Basel"))),
        ({"method": "PATCH"}, lambda graph: graph.users["1"].update(User(city="Basel"))),
        ({"body": {"city": "Bern"}}, lambda graph: graph.users["1"].get()),
    ],
)
def test_an_example_that_is_not_met_fails(documented, call) -> None:
    case = example(**documented)
    with pytest.raises(AssertionError, match=r"(differs:|a body was sent)"):
        case.check(call(ask(case)))


def test_a_failure_tells_all_that_differs_and_how_to_run_it_again() -> None:
    case = example(path="/users/2", query={"$select": "id"}, headers={"ConsistencyLevel": "eventual"})
    with pytest.raises(AssertionError) as differing:
        case.check(ask(case).users["1"].get())

    assert case.explain(differing.value, "tests/test_x.py::test_y[x-1-request]") == (
        "api/x.md:1: the request differs: path, query, header ConsistencyLevel\n"
        "--- documented\n+++ actual\n@@ -1,4 +1,2 @@\n method: GET\n-path: /users/2\n-?$select=id\n"
        "-ConsistencyLevel: eventual\n+path: /users/1\n\n"
        "run it again:  python -m pytest 'tests/test_x.py::test_y[x-1-request]'"
    )

    case = example({"status": 200, "body": {"id": 5}})
    with pytest.raises(UnexpectedData) as unfit:
        case.check(ask(case).users["1"].get())
    assert "\n  id: 5 is not text\n" in (case.explain(unfit.value, "x") or "")

    broken = TypeError("missing argument")
    assert case.explain(broken, "x") is None
    assert broken.__notes__ == ["api/x.md:1\nrun it again:  python -m pytest x"]


def test_examples_that_are_met() -> None:
    case = example({"status": 200, "body": {"value": {"id": "1"}}}, path="/users('1')")
    case.check(ask(case).users["1"].get())
    found = [User._read({"a": 1, "@odata.id": "x", "assignedPlans": [{"b": 2}, {"b": 2, "@odata.type": "x"}]})]
    assert list(undocumented(found)) == [
        ("[0].", "a"),
        ("[0].assignedPlans[0].", "b"),
        ("[0].assignedPlans[1].", "@odata.type"),
    ]

    case = example({"status": 404, "body": {"error": {"code": "x"}}})
    case.fails(lambda: ask(case).users["1"].get())

    case = example({"status": 404, "body": {"error": {"code": "other"}}})
    case.data["response"]["body"]["error"]["code"] = "x"
    case.fails(lambda: ask(case).users["1"].get())

    case = example({"status": 200, "body": "text"}, path="/me/photo/$value")
    with ask(case).me.photo.value.stream() as photo:
        assert photo.read() == b"text"
    case.check(ask(case).me.photo.value.get())

    case = example(path="/users/$count")
    case.check(ask(case).users.count.get())

    case = example({"status": 200}, path="/users/$count")
    case.check(ask(case).users.count.get())

    for response in (None, {"status": 200}):
        case = example(response, path="/Users")
        case.check(ask(case).users.list())

    case = example({"status": 200, "body": "the file"}, path="/drive/items/1/content")
    case.data["redirect"] = {"status": 302, "headers": {"Location": "https://elsewhere.test/x"}}
    case.check(ask(case).drive.items["1"].content.get())
    assert [request.url for request in case.sent][1] == "https://elsewhere.test/x"


def test_an_example_whose_response_is_not_kept_fails() -> None:
    case = example({"status": 200, "body": {"id": "1"}})
    user = ask(case).users["1"].get()
    user.id = "2"
    with pytest.raises(AssertionError, match="encoded again"):
        case.check(user)

    case = example({"status": 200, "body": {"id": "1"}})
    with pytest.raises(AssertionError, match="was not raised"):
        case.fails(lambda: ask(case).users["1"].get())
    with pytest.raises(AssertionError, match="no request"):
        example().check_request()


def test_bodies_of_examples() -> None:
    case = example(
        method="POST", body={"message": {"subject": "x"}, "flag": True, "many": [{"id": "1"}], "odd": 5, "none": None}
    )

    assert case.body(bool, "flag") is True
    assert [each.changes() for each in case.body(list[User], "many")] == [{"id": "1"}]
    assert case.body(object, "message") == {"subject": "x"}
    assert case.body(User, "none") is None
    with pytest.raises(AssertionError, match="does not fit"):
        case.body(str, "odd")
    assert example(method="PUT", body="text").content() == b"text"


@pytest.mark.parametrize("request_", ["/users/1", "get /users/1", "GET users/1", "GET"])
def test_a_reply_to_what_is_no_request_is_refused(request_: str) -> None:
    with pytest.raises(ValueError, match="GET /users/ada"):
        Replies({request_: {}})
