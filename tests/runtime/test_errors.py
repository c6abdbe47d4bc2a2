"""What a caller learns when something goes wrong."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import sample_sdk
from loopback import Answer, Service
from sample_sdk import Forbidden, GraphError, NotFound, ServerError, UnexpectedData

NOT_FOUND = {
    "error": {
        "code": "Request_ResourceNotFound",
        "message": "Resource '1' does not exist",
        "innerError": {"date": "2021-07-07T12:00:00", "request-id": "rid-1", "client-request-id": "cid-1"},
    }
}


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequest"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (404, "NotFound"),
        (409, "Conflict"),
        (410, "Gone"),
        (412, "PreconditionFailed"),
        (429, "Throttled"),
        (500, "ServerError"),
        (503, "ServerError"),
        (418, "GraphError"),
        (304, "GraphError"),
    ],
)
def test_every_status_has_its_class(ask, service: Service, status: int, name: str) -> None:
    service.reply("GET /users/1", Answer(None if status == 304 else NOT_FOUND, status))

    with pytest.raises(GraphError) as caught:
        ask(lambda graph: graph.users["1"].get(), max_retries=0)

    assert type(caught.value) is getattr(sample_sdk, name)
    assert caught.value.status == status


def test_the_message_says_it_all(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(NOT_FOUND, 404))

    with pytest.raises(NotFound) as caught:
        ask(lambda graph: graph.users["1"].get())

    error = caught.value
    assert str(error) == (
        "404 Request_ResourceNotFound: Resource '1' does not exist (GET /beta/users/1, request-id req-1)"
    )
    assert (error.code, error.message) == ("Request_ResourceNotFound", "Resource '1' does not exist")
    assert (error.request_id, error.client_request_id) == ("req-1", "cid-1")
    assert error.details == NOT_FOUND["error"]
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.body) == (str(error), error.body)


def test_the_body_of_a_gateways_page_can_be_reached(ask, service: Service) -> None:
    page = b"<html><h1>Bad gateway</h1></html>"
    service.reply("GET /users/1", Answer(page, 502, {"Content-Type": "text/html; charset=utf-8"}))

    with pytest.raises(ServerError) as caught:
        ask(lambda graph: graph.users["1"].get(), max_retries=0)

    assert caught.value.body == page
    assert "Bad gateway" in caught.value.text
    assert str(caught.value).startswith("502: a body of text/html, 33 bytes: see .body")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "400: HTTP status 400"),
        (b'{"message": "flat"}', "400: flat"),
        (b'{"error": "invalid_grant", "error_description": "expired"}', "400 invalid_grant: expired"),
        (b'{"error": {"code": "x"}}', "400 x: HTTP status 400"),
        (b'{"error": {"code": 7, "message": ["odd"]}}', "400: HTTP status 400"),
        (b"[1, 2]", "400: HTTP status 400"),
        (b"{not json", "400: HTTP status 400"),
        (b"\xff\xfe", "400: HTTP status 400"),
        (b"[" * 100_000, "400: HTTP status 400"),
    ],
)
def test_odd_error_bodies(ask, service: Service, body: bytes, message: str) -> None:
    service.reply("GET /users/1", Answer(body, 400))

    with pytest.raises(GraphError) as caught:
        ask(lambda graph: graph.users["1"].get())

    assert str(caught.value) == f"{message} (GET /beta/users/1, request-id req-1)"


def test_a_403_names_the_documented_permissions(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer({"error": {"code": "Denied", "message": "Insufficient privileges"}}, 403))
    service.reply("GET /users/delta", Answer({"error": {"code": "Denied", "message": "Insufficient privileges"}}, 403))

    with pytest.raises(Forbidden) as caught:
        ask(lambda graph: graph.users["1"].get(select="id"))
    assert caught.value.permissions == {
        "delegated (work or school)": ["User.Read", "User.Read.All"],
        "application": ["User.Read.All"],
    }
    assert str(caught.value).endswith(
        "Documented permissions:\n  delegated (work or school): User.Read, User.Read.All\n  application: User.Read.All"
    )

    with pytest.raises(Forbidden) as caught:
        ask(lambda graph: graph.users.delta())
    assert caught.value.permissions == {"application": ["User.Read.All"]}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<html>Please log in</html>", headers={"Content-Type": "text/html"}),
        Answer(b'{"id": "1"', headers={"Content-Type": "application/json"}),
        Answer(b"[" * 100_000),
        Answer(b"\xff"),
    ],
)
def test_a_response_that_is_no_json(ask, service: Service, answer: Answer) -> None:
    service.reply("GET /users/1", answer)

    with pytest.raises(UnexpectedData, match="should be JSON") as caught:
        ask(lambda graph: graph.users["1"].get())

    assert caught.value.body == answer.body
    assert (caught.value.status, caught.value.path) == (200, "/beta/users/1")


@pytest.mark.parametrize("depth", [600, 950, 3_000, 200_000])
def test_json_that_is_nested_deep(ask, service: Service, depth: int) -> None:
    """It is read whole or refused; how deep is too deep differs between versions of Python."""
    deep = b"[" * depth + b"]" * depth
    service.reply("GET /users/1", Answer(b'{"id": "1", "odd": ' + deep + b"}"))
    service.reply("GET /users", Answer(b'{"value": [{"odd": ' + deep + b"}]}"))

    for question in (lambda graph: graph.users["1"].get(), lambda graph: graph.users.list()):
        found = _found(ask, question)
        if isinstance(found, UnexpectedData):
            assert found.body.endswith(b"}")
        else:
            assert depth < 1_000
            (user,) = found if isinstance(found, list) else (found,)
            assert _depth(user.to_dict()["odd"]) == depth


def _found(ask, question) -> Any:
    try:
        return ask(question)
    except UnexpectedData as refused:
        return refused


def _depth(value: list[Any]) -> int:
    depth = 1
    while value:
        (value,) = value
        depth += 1
    return depth


def test_numbers_that_json_does_not_have(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(b'\xef\xbb\xbf{"a": NaN, "b": [Infinity, -Infinity]}'))

    user = ask(lambda graph: graph.users["1"].get())

    assert user.to_dict() == {"a": "NaN", "b": ["INF", "-INF"]}
    assert user.changes() == {}


def test_half_a_character_goes_back_as_it_came(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(b'{"id": "1", "city": "\\ud800 \xc3\xa9", "odd": "\\udfff"}'))
    service.reply("PATCH /users/1")

    user = ask(lambda graph: graph.users["1"].get())
    ask(lambda graph: graph.users["1"].update(user.to_dict()))

    assert service.last.body == b'{"id":"1","city":"\\ud800 \\u00e9","odd":"\\udfff"}'


def test_json_of_another_sort_of_content_is_read(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(b'{"id": "1"}', headers={"Content-Type": "text/plain"}))

    assert ask(lambda graph: graph.users["1"].get()).id == "1"


def test_strict_clients_raise_for_odd_values(ask, service: Service) -> None:
    service.reply(
        "GET /users/1", {"accountEnabled": "yes", "assignedPlans": [{"assignedDateTime": "yesterday"}], "new": 1}
    )

    user = ask(lambda graph: graph.users["1"].get())
    assert [problem.path for problem in user.problems()] == ["accountEnabled", "assignedPlans[0].assignedDateTime"]

    with pytest.raises(UnexpectedData, match="accountEnabled: not true or false") as caught:
        ask(lambda graph: graph.users["1"].get(), strict=True)
    assert list(caught.value.problems) == user.problems()


def test_a_key_that_is_no_key_is_an_error_before_any_request(ask, service: Service) -> None:
    for key in ("", "  ", None, ".."):
        with pytest.raises(ValueError, match="key"):
            ask(lambda graph, key=key: graph.users[key].get())
    with pytest.raises(ValueError, match="empty"):
        ask(lambda graph: graph.applications.by_app_id("").get())

    assert service.seen == []


def test_an_unknown_keyword_is_an_error(ask, service: Service) -> None:
    """A dict of options that nobody reads would be worse."""
    with pytest.raises(TypeError, match="selct"):
        ask(lambda graph: graph.users["1"].get(selct=["id"]))
    with pytest.raises(TypeError, match="tiemout"):
        ask(lambda graph: None, tiemout=3)
