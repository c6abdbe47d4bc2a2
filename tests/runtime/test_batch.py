"""Several requests in one."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import pytest
from loopback import Answer, Seen, Service
from sample_sdk import AsyncGraph, Graph, GraphError, NotFound, Throttled, UnexpectedData, UntrustedLink
from sample_sdk.models import Message, User


class Both:
    """A client whose batches are sent in the same way, synchronous or not; `waits` is how long it waited."""

    def __init__(self, client: Graph | AsyncGraph) -> None:
        self.client = client
        self.waits: list[float] = []
        client._sleep = self._await if isinstance(client, AsyncGraph) else self.waits.append

    def __getattr__(self, name: str) -> Any:
        return getattr(self.client, name)

    def batch(self) -> Any:
        batch = self.client.batch()
        if isinstance(self.client, AsyncGraph):
            send = batch.send
            batch.send = lambda: asyncio.run(self._finish(send()))
        return batch

    async def _finish(self, work: Any) -> Any:
        try:
            return await work
        finally:
            await self.client.aclose()

    async def _await(self, seconds: float) -> None:
        self.waits.append(seconds)

    def items(self, pages: Any) -> list[Any]:
        return asyncio.run(self._finish(pages.to_list())) if isinstance(self.client, AsyncGraph) else pages.to_list()


@pytest.fixture(params=[Graph, AsyncGraph])
def graph(request: pytest.FixtureRequest, service: Service) -> Both:
    return Both(request.param("t0ken", base_url=service.url + "/beta", verify=False))


def echo(seen: Seen) -> Answer:
    """Answers each request of a batch with its own address, last one first."""
    responses = [{"id": each["id"], "status": 200, "body": {"id": each["url"]}} for each in seen.json["requests"]]
    return Answer({"responses": responses[::-1]})


def test_results_are_matched_by_id(graph: Both, service: Service) -> None:
    service.reply("POST /$batch", echo)

    batch = graph.batch()
    ada = batch.add(graph.users["ada"].get, select=["id", "displayName"])
    bob = batch.add(graph.users["bob"].get)
    batch.send()

    assert ada.result().id == "/users/ada?$select=id,displayName"
    assert bob.result().id == "/users/bob"
    assert [item.error for item in batch] == [None, None]
    assert len(service.seen) == 1
    assert service.last.headers["authorization"] == "Bearer t0ken"
    assert repr(batch).endswith("Batch of 2 requests>")
    assert repr(bob) == "<BatchResult 2, GET /users/bob: 200>"


def test_more_than_twenty_are_split(graph: Both, service: Service) -> None:
    service.reply("POST /$batch", echo)

    batch = graph.batch()
    results = [batch.add(graph.users[str(number)].get) for number in range(45)]
    batch.send()

    assert [len(each.json["requests"]) for each in service.seen] == [20, 20, 5]
    assert [result.result().id for result in results] == [f"/users/{number}" for number in range(45)]
    assert len(batch) == 45


def test_what_is_sent(graph: Both, service: Service) -> None:
    service.reply(
        "POST /$batch",
        lambda seen: Answer({"responses": [{"id": each["id"], "status": 202} for each in seen.json["requests"]]}),
    )

    batch = graph.batch()
    mail = batch.add(graph.me.send_mail, message=Message(subject="Lunch"), save_to_sent_items=None)
    batch.add(graph.users["1"].update, User(job_title="x"), if_match="W/1")
    batch.add(graph.me.photo.value.replace, b"\xff", content_type="image/jpeg")
    batch.after(mail).add(graph.groups["g"].members.ref.create, graph.users["ada"])
    batch.send()

    assert service.last.json["requests"] == [
        {
            "id": "1",
            "method": "POST",
            "url": "/me/sendMail",
            "headers": {"Content-Type": "application/json"},
            "body": {"message": {"subject": "Lunch"}, "saveToSentItems": None},
        },
        {
            "id": "2",
            "method": "PATCH",
            "url": "/users/1",
            "headers": {"Content-Type": "application/json", "If-Match": "W/1"},
            "body": {"jobTitle": "x"},
        },
        {
            "id": "3",
            "method": "PUT",
            "url": "/me/photo/$value",
            "headers": {"Content-Type": "image/jpeg"},
            "body": base64.b64encode(b"\xff").decode(),
        },
        {
            "id": "4",
            "method": "POST",
            "url": "/groups/g/members/$ref",
            "headers": {"Content-Type": "application/json"},
            "body": {"@odata.id": f"{service.url}/beta/users/ada"},
            "dependsOn": ["1"],
        },
    ]
    assert mail.result() is None


def test_what_a_request_waits_for_may_be_in_an_earlier_portion(graph: Both, service: Service) -> None:
    service.reply("POST /$batch", echo)

    batch = graph.batch()
    first = batch.add(graph.users["first"].get)
    for number in range(19):
        batch.add(graph.users[str(number)].get)
    batch.after(first).add(graph.users["last"].get)
    batch.send()

    assert "dependsOn" not in service.last.json["requests"][0]


def test_a_refused_request_shows_in_its_own_result(graph: Both, service: Service) -> None:
    error = {"error": {"code": "Request_ResourceNotFound", "message": "no"}}
    service.reply(
        "POST /$batch",
        {
            "responses": [
                {"id": "1", "status": 404, "body": error, "headers": {"request-id": "r"}},
                {"id": 2, "status": 200, "body": {"id": "b"}},
            ]
        },
    )

    batch = graph.batch()
    ada, bob, eve = (batch.add(graph.users[name].get) for name in ("ada", "bob", "eve"))
    with pytest.raises(RuntimeError, match="not sent"):
        ada.result()
    batch.send()

    with pytest.raises(NotFound, match=r"Request_ResourceNotFound: no .GET /users/ada, request-id r"):
        ada.result()
    assert bob.result().id == "b"
    assert "no answer" in str(eve.error)


def test_what_the_service_puts_off_is_sent_again(graph: Both, service: Service) -> None:
    off = {"status": 429, "headers": {"Retry-After": "9"}, "body": {"error": {"code": "TooMany", "message": "later"}}}
    service.reply(
        "POST /$batch",
        {"responses": [{"id": "1", **off}, {"id": "2", "status": 200, "body": {"id": "b"}}]},
        {"responses": [{"id": "1", "status": 200, "body": {"id": "a"}}]},
    )

    batch = graph.batch()
    ada, bob = (batch.add(graph.users[name].get) for name in ("ada", "bob"))
    batch.send()

    assert (ada.result().id, bob.result().id) == ("a", "b")
    assert [each["id"] for each in service.last.json["requests"]] == ["1"]
    assert 9 <= graph.waits[0] < 9.2


def test_it_gives_up_in_the_end(graph: Both, service: Service) -> None:
    service.reply("POST /$batch", {"responses": [{"id": "1", "status": 429, "headers": {"Retry-After": "1"}}]})

    batch = graph.batch()
    ada = batch.add(graph.users["ada"].get)
    batch.send()

    assert isinstance(ada.error, Throttled)
    assert len(service.seen) == 4


def test_bytes_come_as_base64(graph: Both, service: Service) -> None:
    body = base64.b64encode(b"\x89PNG").decode()
    service.reply(
        "POST /$batch",
        {"responses": [{"id": "1", "status": 200, "headers": {"Content-Type": "image/png"}, "body": body}]},
    )

    batch = graph.batch()
    photo = batch.add(graph.me.photo.value.get)
    batch.send()

    assert photo.result() == b"\x89PNG"


def test_a_collection_goes_on_beyond_the_batch(graph: Both, service: Service) -> None:
    link = f"{service.url}/beta/users?$skiptoken=1"
    page = {"value": [{"id": "1"}], "@odata.nextLink": link}
    service.reply("POST /$batch", {"responses": [{"id": "1", "status": 200, "body": page}]})
    service.reply("GET /users", {"value": [{"id": "2"}]})

    batch = graph.batch()
    users = batch.add(graph.users.list)
    batch.send()

    assert [user.id for user in graph.items(users.result())] == ["1", "2"]


def test_what_cannot_be_in_a_batch(graph: Both) -> None:
    batch = graph.batch()
    with pytest.raises(TypeError, match="stream"):
        batch.add(graph.me.photo.value.stream)
    with pytest.raises(TypeError, match="without calling it"):
        batch.add(len, [])
    with pytest.raises(ValueError, match="delta link"):
        batch.add(graph.users.delta, delta_link=f"{graph._settings.base_url}/users/delta?x")
    with pytest.raises(TypeError, match="max_retries, timeout is for a request of its own"):
        batch.add(graph.users["1"].get, timeout=5, max_retries=1)
    with pytest.raises(ValueError, match="same batch"):
        batch.after(graph.batch().add(graph.users["1"].get)).add(graph.users["2"].get)
    assert len(batch) == 0


OFF = {"status": 429, "headers": {"Retry-After": "9"}, "body": {"error": {"code": "TooMany", "message": "later"}}}


def test_what_waits_for_a_request_that_was_put_off_waits_on(graph: Both, service: Service) -> None:
    """The service fails a request whose forerunner it put off with 424; neither was carried out."""
    service.reply(
        "POST /$batch",
        {"responses": [{"id": "1", **OFF}, {"id": "2", "status": 424}, {"id": "3", "status": 424}]},
        {"responses": [{"id": str(number), "status": 200, "body": {"id": str(number)}} for number in (1, 2, 3)]},
    )

    batch = graph.batch()
    first = batch.add(graph.users["1"].get)
    second = batch.after(first).add(graph.me.send_mail, message=None)
    third = batch.after(second).add(graph.users["3"].get)
    batch.send()

    assert [each["dependsOn"] for each in service.last.json["requests"][1:]] == [["1"], ["2"]]
    assert (second.error, third.result().id) == (None, "3")


def test_what_waits_for_a_failed_request_is_not_sent(graph: Both, service: Service) -> None:
    """In another portion there is no dependsOn: the client has to see to it."""

    def refuse_the_first(seen: Seen) -> Answer:
        answers = [{"id": each["id"], "status": 404 if each["id"] == "1" else 200} for each in seen.json["requests"]]
        return Answer({"responses": answers})

    service.reply("POST /$batch", refuse_the_first)

    batch = graph.batch()
    first = batch.add(graph.users["first"].get)
    for number in range(20):
        batch.add(graph.users[str(number)].get)
    last = batch.after(first).add(graph.me.send_mail, message=None)
    very_last = batch.after(last).add(graph.me.send_mail, message=None)
    batch.send()

    assert [len(each.json["requests"]) for each in service.seen] == [20, 1]
    assert last.error is not None
    assert (last.error.code, very_last.error.code) == ("FailedDependency", "FailedDependency")
    assert "404" in str(last.error)


def test_what_waits_for_a_request_that_is_given_up_is_not_sent(graph: Both, service: Service) -> None:
    off = {**OFF, "headers": {"Retry-After": "3600"}}
    service.reply(
        "POST /$batch",
        lambda seen: Answer({"responses": [{"id": each["id"], **off} for each in seen.json["requests"]]}),
    )

    batch = graph.batch()
    first = batch.add(graph.users["first"].get)
    for number in range(19):
        batch.add(graph.users[str(number)].get)
    last = batch.after(first).add(graph.me.send_mail, message=None)
    batch.send()

    assert isinstance(first.error, Throttled)
    assert last.error.code == "FailedDependency"
    assert (len(service.seen), graph.waits) == (1, [])


def test_headers_of_the_client_are_those_of_every_request(service: Service) -> None:
    service.reply("POST /$batch", echo)
    with Graph("t", base_url=service.url + "/beta", headers={"Prefer": "a", "X-One": "1"}) as graph:
        batch = graph.batch()
        batch.add(graph.users["1"].get, headers={"Prefer": "b"})
        batch.send()
    assert service.last.json["requests"][0]["headers"] == {"Prefer": "a, b", "X-One": "1"}


def test_a_batch_is_of_one_client(service: Service) -> None:
    with Graph("t", base_url=service.url + "/beta") as graph, Graph("other", base_url=service.url + "/beta") as other:
        batch, call = graph.batch(), other.users["1"].get
        with pytest.raises(ValueError, match="another client"):
            batch.add(call)
        assert len(batch) == 0
        with pytest.raises(ValueError, match="another client"):
            batch.add(other.with_raw_response(call))
        batch.add(graph.with_options(headers={"X-One": "1"}).users["1"].get)
        assert len(batch) == 1


def test_settings_that_a_part_of_a_batch_cannot_have_are_refused(graph: Both) -> None:
    batch = graph.batch()
    other = graph.with_options(timeout=1, max_retries=0)
    with pytest.raises(TypeError, match="max_retries, timeout is for a request of its own"):
        batch.add(other.users["1"].get)
    with pytest.raises(TypeError, match="max_retries, timeout is for a request of its own"):
        batch.add(graph.with_raw_response(other.users["1"].get))
    other.batch().add(other.users["1"].get)
    batch.add(graph.with_options(timeout=graph._settings.timeout).users["1"].get)


def test_each_item_has_the_headers_and_the_strictness_of_its_client(graph: Both, service: Service) -> None:
    body = {"accountEnabled": "odd"}
    service.reply("POST /$batch", {"responses": [{"id": each, "status": 200, "body": body} for each in "123"]})
    other = graph.with_options(headers={"X-One": "1"}, strict=True)

    batch = graph.batch()
    lenient = batch.add(graph.users["1"].get)
    strict = batch.add(other.users["2"].get)
    raw = batch.add(graph.with_raw_response(other.users["3"].get), headers={"X-Two": "2"})
    batch.send()

    sent = [each.get("headers") for each in service.last.json["requests"]]
    assert sent == [None, {"X-One": "1"}, {"X-One": "1", "X-Two": "2"}]
    assert lenient.result().account_enabled == "odd"
    with pytest.raises(UnexpectedData, match="accountEnabled"):
        strict.result()
    assert raw.result().json() == body
    with pytest.raises(UnexpectedData, match="accountEnabled"):
        raw.result().parse()


def test_raw_responses_of_a_batch(graph: Both, service: Service) -> None:
    link = f"{service.url}/beta/users?$skiptoken=1"
    page = {"value": [{"id": "1"}], "@odata.nextLink": link}
    error = {"error": {"code": "gone", "message": "no"}}
    service.reply(
        "POST /$batch",
        {
            "responses": [
                {"id": "1", "status": 201, "headers": {"request-id": "r"}, "body": {"id": "1"}},
                {"id": "2", "status": 200, "body": page},
                {"id": "3", "status": 404, "body": error},
                {"id": "4", "status": 200, "body": page},
            ]
        },
    )
    service.reply("GET /users", {"value": [{"id": "2"}]})

    batch = graph.batch()
    one = batch.add(graph.with_raw_response(graph.users["1"].get), select="id")
    many = batch.add(graph.with_raw_response(graph.users.list))
    gone = batch.add(graph.with_raw_response(graph.users["3"].get))
    delta = batch.add(graph.with_raw_response(graph.users.delta))
    batch.send()

    assert (one.result().status, one.result().request_id, one.result().json()) == (201, "r", {"id": "1"})
    assert one.result().parse() == User._read({"id": "1"})
    assert many.result().json() == page
    assert isinstance(gone.error, NotFound)
    assert "Delta" in type(delta.result().parse()).__name__
    assert [user.id for user in graph.items(many.result().parse())] == ["1", "2"]


def test_what_is_wrong_with_a_request_is_told_when_it_is_added(graph: Both, service: Service, tmp_path: Path) -> None:
    """It would keep all the others from being sent."""
    service.reply("POST /$batch", echo)
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"x")
    photo = graph.me.photo.value

    batch = graph.batch()
    with pytest.raises(FileNotFoundError):
        batch.add(photo.replace, tmp_path / "missing.jpg")
    with pytest.raises(TypeError, match="an iterator cannot be part of a batch"):
        batch.add(photo.replace, iter([b"x"]))
    with pytest.raises(TypeError, match="has no JSON"):
        batch.add(graph.users["1"].get, query={"odd": object()})
    batch.add(photo.replace, file)
    file.unlink()
    ada = batch.add(graph.users["ada"].get)
    batch.send()

    assert [each["id"] for each in service.last.json["requests"]] == ["1", "2"]
    assert service.last.json["requests"][0]["body"] == base64.b64encode(b"x").decode()
    assert ada.result().id == "/users/ada"


def test_a_content_type_in_other_letters_is_given_once(service: Service) -> None:
    service.reply("POST /$batch", echo)
    with Graph("t", base_url=service.url + "/beta") as graph:
        batch = graph.batch()
        batch.add(graph.users["1"].update, User(), headers={"content-type": "application/merge-patch+json"})
        batch.send()
    assert service.last.json["requests"][0]["headers"] == {"content-type": "application/merge-patch+json"}


@pytest.mark.parametrize("sort", [Graph, AsyncGraph])
def test_a_failed_result_says_of_which_request(service: Service, sort: Any) -> None:
    service.reply("POST /$batch", {"responses": [{"id": "1", "status": 200, "body": {"accountEnabled": "odd"}}]})
    strict = Both(sort("t", base_url=service.url + "/beta", verify=False, strict=True))

    batch = strict.batch()
    ada = batch.add(strict.users["ada"].get)
    batch.send()

    with pytest.raises(UnexpectedData, match=r"accountEnabled.*GET /beta/users/ada"):
        ada.result()


def test_a_batch_that_fails_as_a_whole(graph: Both, service: Service) -> None:
    service.reply("POST /$batch", Answer({"error": {"code": "BadRequest", "message": "odd"}}, 400))

    batch = graph.batch()
    batch.add(graph.users["ada"].get)
    with pytest.raises(GraphError, match="odd"):
        batch.send()


def test_senseless_answers_do_not_crash(graph: Both, service: Service) -> None:
    for body in ([], {"responses": None}, {"responses": [None, {"id": []}, {"id": "1", "status": "x", "headers": []}]}):
        service.reply("POST /$batch", json.loads(json.dumps(body)))
        batch = graph.batch()
        ada = batch.add(graph.users["ada"].get)
        batch.send()
        assert isinstance(ada.error, GraphError)
        service._script.clear()


def redirecting(*targets: str) -> Any:
    """Answers each request of a batch with a redirect."""
    return lambda seen: Answer(
        {
            "responses": [
                {"id": each["id"], "status": 302, "headers": {"Location": target}}
                for each, target in zip(seen.json["requests"], targets, strict=True)
            ]
        }
    )


def test_a_download_is_fetched_from_where_the_batch_leads(graph: Both, service: Service) -> None:
    """Without token and headers of the client, as alone; a file that is not there shows in its own result."""
    graph.client._settings = graph.client._settings._replace(headers={"X-Secret": "s3cret"})
    with Service() as other:
        other.reply("GET /file", Answer({"error": {"code": "busy"}}, 503), Answer(b"the file"))
        other.reply("GET /gone", Answer({"error": {"code": "itemNotFound"}}, 404))
        targets = (f"{other.url}/file?sig=1", f"{other.url}/gone", "/beta/moved", "ftp://elsewhere.test/x")
        service.reply("POST /$batch", redirecting(*targets))
        service.reply("GET /moved", Answer({"id": "1"}))

        batch = graph.batch()
        file, gone = (batch.add(graph.drive.items[key].content.get) for key in "12")
        moved = batch.add(graph.users["1"].get)
        odd = batch.add(graph.drive.items["3"].content.get)
        batch.send()

    assert file.result() == b"the file"
    assert (gone.error.code, gone.error.method, gone.error.path) == (
        "itemNotFound",
        "GET",
        "/beta/drive/items/2/content",
    )
    assert isinstance(odd.error, UntrustedLink)
    assert [(each.path, each.query) for each in other.seen] == [("/file", {"sig": "1"})] * 2 + [("/gone", {})]
    assert not any({"authorization", "x-secret"} & each.headers.keys() for each in other.seen)
    assert moved.result().id == "1"
    assert service.requests() == ["POST /$batch", "GET /moved"]
    assert service.last.headers["authorization"] == "Bearer t0ken"


def test_a_redirected_action_in_a_batch_is_not_done_elsewhere(graph: Both, service: Service) -> None:
    service.reply("POST /$batch", redirecting("/beta/moved"))

    batch = graph.batch()
    mail = batch.add(graph.me.send_mail)
    batch.send()

    assert mail.error.status == 302
    assert service.requests() == ["POST /$batch"]
