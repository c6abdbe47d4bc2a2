"""Where a token goes, and where it never goes."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

import httpx
import pytest
from loopback import Answer, Service
from pydantic import ValidationError
from sample_sdk import AsyncGraph, Graph, GraphError, NotFound, UntrustedLink
from sample_sdk._runtime.checking import misfit
from sample_sdk._runtime.kind import Problem
from sample_sdk._runtime.transport import Request, Response
from sample_sdk._runtime.urls import origin
from sample_sdk.models import DriveItem, UploadSession

ADA = {"id": "1", "displayName": "Ada"}


@pytest.fixture
def other():
    with Service() as other:
        yield other


def test_the_token_goes_to_the_host_of_the_client(ask, service: Service) -> None:
    service.reply("GET /users/1", ADA)

    ask(lambda graph: graph.users["1"].get())

    assert service.last.headers["authorization"] == "Bearer t0ken"


def test_a_redirect_to_another_host_takes_no_token_and_no_header_of_the_caller(
    ask, service: Service, other: Service
) -> None:
    service.reply("GET /drive/items/1/content", Answer(status=302, headers={"Location": f"{other.url}/file?sig=1"}))
    other.reply("GET /file", Answer(b"the file", headers={"Content-Type": "text/plain"}))

    content = ask(lambda graph: graph.drive.items["1"].content.get(headers={"X-Secret": "s3cret"}))

    assert content == b"the file"
    assert service.last.headers["x-secret"] == "s3cret"
    assert "authorization" not in other.last.headers
    assert "x-secret" not in other.last.headers
    assert other.last.query == {"sig": "1"}


def test_a_redirect_takes_no_credential_of_the_http_library(service: Service, other: Service) -> None:
    service.reply("GET /drive/items/1/content", Answer(status=302, headers={"Location": f"{other.url}/file"}))
    other.reply("GET /file", Answer(b"the file"))
    mine: dict[str, Any] = {"auth": ("me", "s3cret"), "headers": {"Proxy-Authorization": "x"}}

    with httpx.Client(**mine) as client, Graph(base_url=service.url + "/beta", http_client=client) as graph:
        assert graph.drive.items["1"].content.get() == b"the file"
    assert service.last.headers["authorization"].startswith("Basic ")
    assert "authorization" not in other.last.headers

    async def program() -> bytes:
        async with httpx.AsyncClient(headers={"Authorization": "s3cret"}) as client:
            return await AsyncGraph(base_url=service.url + "/beta", http_client=client).drive.items["1"].content.get()

    assert asyncio.run(program()) == b"the file"
    assert service.last.headers["authorization"] == "s3cret"
    assert "authorization" not in other.last.headers


def test_headers_of_the_client_stay_at_home(ask, service: Service) -> None:
    """An upload session is on another host as a rule: its address is all the permission it needs."""
    sent: list[Request] = []

    class Elsewhere:
        def send(self, request: Request, /) -> Response:
            sent.append(request)
            return Response(201, {}, b'{"id": "1"}')

        async def asend(self, request: Request, /) -> Response:
            return self.send(request)

        def close(self) -> None: ...

        async def aclose(self) -> None: ...

    session = {"uploadUrl": "https://elsewhere.test/up?sig=1", "nextExpectedRanges": ["0-"]}
    ask(lambda graph: graph.upload(session, b"x"), headers={"X-Secret": "s3cret"}, transport=Elsewhere())

    assert (sent[0].method, sent[0].url, sent[0].foreign) == ("PUT", "https://elsewhere.test/up?sig=1", True)
    assert not {"authorization", "x-secret"} & sent[0].headers.keys()
    assert sent[0].headers["content-range"] == "bytes 0-0/1"


def test_a_redirect_back_home_takes_the_token_again(ask, service: Service, other: Service) -> None:
    service.reply("GET /drive/items/1/content", Answer(status=307, headers={"Location": f"{other.url}/hop"}))
    other.reply("GET /hop", Answer(status=302, headers={"Location": f"{service.url}/beta/final"}))
    service.reply("GET /final", Answer(b"here"))

    assert ask(lambda graph: graph.drive.items["1"].content.get()) == b"here"
    assert service.last.headers["authorization"] == "Bearer t0ken"


def test_an_action_is_not_redirected(ask, service: Service, other: Service) -> None:
    service.reply("POST /me/sendMail", Answer(status=307, headers={"Location": f"{other.url}/mail"}))

    with pytest.raises(GraphError) as caught:
        ask(lambda graph: graph.me.send_mail(message=None))

    assert caught.value.status == 307
    assert other.seen == []


def test_redirects_end(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(status=302, headers={"Location": "/beta/users/1"}))

    with pytest.raises(GraphError, match="redirects"):
        ask(lambda graph: graph.users["1"].get())


@pytest.mark.parametrize(
    "link",
    [
        "{other}/beta/users?page=2",
        "http://127.0.0.1@evil.test/beta/users",
        "//evil.test/x",
        "javascript:1",
        "https://[::1",
        "//[bad",
    ],
)
def test_a_next_link_to_another_host_is_refused(ask, service: Service, other: Service, link: str) -> None:
    service.reply("GET /users", {"value": [ADA], "@odata.nextLink": link.format(other=other.url)})

    with pytest.raises(UntrustedLink):
        ask(lambda graph: graph.users.list())

    assert other.seen == []


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("https://evil.test/users/delta?token=1", "a link to https://evil.test: the token is for"),
        ("http://127.0.0.1:1/users/delta?token=1", "a link to http://127.0.0.1: the token is for"),
        ("ftp:x?token=1", "a link to 'x': the token is for"),
        ("//evil.test/users/delta?token=1", "a link to http://evil.test: the token is for"),
        ("https://[::1?token=1", "a link to '...': the token is for"),
        ("//[bad/users/delta?token=1", "a link that is no address"),
        (" https://evil.test/users/delta?token=1", "a link to https://evil.test: the token is for"),
        ("/v1.0/users/delta?token=1", "a link that leads out of http://127.0.0.1"),
        ("../../users/delta?token=1", "a link that leads out of http://127.0.0.1"),
    ],
)
def test_a_delta_link_of_another_host_is_refused(ask, service: Service, link: str, told: str) -> None:
    with pytest.raises(UntrustedLink, match=re.escape(told)) as caught:
        ask(lambda graph: graph.users.delta(delta_link=link))
    assert "token=1" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://graph.microsoft.com/v1.0/x", True),
        ("HTTPS://Graph.Microsoft.com:443/x", True),
        ("http://graph.microsoft.com/x", False),
        ("https://graph.microsoft.com:8443/x", False),
        ("https://graph.microsoft.com.evil.test/x", False),
        ("https://user:pw@graph.microsoft.com/x", False),
        ("https://evil.test\\@graph.microsoft.com/x", False),
        ("https://graph.microsoft.com:port/x", False),
        ("https:///x", False),
        ("https://graph.microsoft.com\x1b[2J/x", False),
        ("", False),
    ],
)
def test_what_is_the_same_host(url: str, same: bool) -> None:
    assert (origin(url) == origin("https://graph.microsoft.com/beta")) is same


def test_the_log_holds_no_secrets(ask, service: Service, caplog: pytest.LogCaptureFixture) -> None:
    service.reply("GET /users", Answer({"error": {"message": "hush"}}, 503), {"value": [ADA]})
    service.reply("PATCH /users/1")

    with caplog.at_level(logging.DEBUG, logger="sample_sdk"):
        ask(lambda graph: graph.users.list(filter="password eq 's3cret'"))
        ask(lambda graph: graph.users["1"].update({"passwordProfile": {"password": "s3cret"}}))

    assert "GET /beta/users -> 200" in caplog.text
    assert "again in" in caplog.text
    assert "s3cret" not in caplog.text
    assert "t0ken" not in caplog.text


def test_no_log_of_another_library_holds_the_query(ask, service: Service, caplog: pytest.LogCaptureFixture) -> None:
    service.reply("GET /users", {"value": [ADA]})

    with caplog.at_level(logging.INFO):
        ask(lambda graph: graph.users.list(filter="password eq 's3cret'"))
        assert "s3cret" not in caplog.text
        httpx.get(f"{service.url}/beta/users?of=mine", trust_env=False)  # what the caller asks is the caller's to log

    assert "of=mine" in caplog.text


def test_no_log_holds_the_place_of_a_download(
    ask, service: Service, other: Service, caplog: pytest.LogCaptureFixture
) -> None:
    service.reply(
        "GET /drive/items/1/content", Answer(status=302, headers={"Location": f"{other.url}/file?sig=s3cret"})
    )
    other.reply("GET /file", Answer(b"the file"))

    with caplog.at_level(logging.DEBUG):
        assert ask(lambda graph: graph.drive.items["1"].content.get()) == b"the file"

    assert "receive_response_headers.complete" in caplog.text  # httpcore's, of the other answer
    assert "s3cret" not in caplog.text


@pytest.mark.parametrize("client", [Graph, AsyncGraph])
def test_repr_shows_no_token(client) -> None:
    assert "t0ken" not in repr(client("t0ken")) + repr(client("t0ken").users["1"]) + repr(vars(client("t0ken")))


def test_repr_shows_no_address_that_is_a_permission() -> None:
    session = UploadSession.from_dict(
        {"uploadUrl": "https://up.test/s3cret/1?sig=s3cret", "nextExpectedRanges": ["0-"]}
    )
    item = DriveItem.from_dict(
        {
            "@microsoft.graph.downloadUrl": "https://down.test/s3cret?tempauth=s3cret",
            "thumbnails": [{"url": "https://down.test/small.png?tempauth=s3cret"}],
            "webUrl": "https://contoso.test/film.mp4",
        }
    )

    assert repr(session) == "UploadSession(next_expected_ranges=['0-'], upload_url='https://up.test/...')"
    assert "s3cret" not in str(session) + repr(item) + repr([item])
    assert "'https://down.test/small.png?...'" in repr(item)
    assert "'https://contoso.test/film.mp4'" in repr(item)
    assert session.upload_url == "https://up.test/s3cret/1?sig=s3cret"  # what it holds stays whole
    with pytest.raises(ValidationError, match="upload_url") as caught:
        UploadSession(uploadUrl="https://up.test/s3cret")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("given", ["s3cret", ["s3cret"], b"s3cret", {"a": ("s3cret",)}])
@pytest.mark.parametrize("name", ["new_password", "clientSecret", "secret_text", "access_token"])
def test_messages_show_no_secret(name: str, given: Any) -> None:
    error = misfit("User", [(name, given, "should be a number"), ("parts", [{name: given}], "should be text")])

    assert "s3cret" not in str(error) + repr(error.errors())
    assert "s3cret" not in repr(Problem(f"parts[0].{name}", "not text", given))


def test_messages_show_no_address_that_is_a_permission() -> None:
    url = "https://up.test/up?tempauth=s3cret"
    item = DriveItem.from_dict({"size": url, "@microsoft.graph.downloadUrl": url})

    with pytest.raises(ValidationError, match="should be a date and time with an offset, not other text") as caught:
        UploadSession(expiration_date_time=url, upload_url=(f"https://up.test/s3cret?{url}",))
    assert "s3cret" not in str(caught.value)
    assert [each.value for each in item.problems()] == [url]
    assert "s3cret" not in repr(item.problems())


def test_text_that_begins_with_an_address_is_shown() -> None:
    text = "https://a.test/b is it ok? yes and the rest"

    assert repr(DriveItem(name=text)) == f"DriveItem(name={text!r})"
    assert repr(DriveItem(name="https://a.test/b?c ")) == "DriveItem(name='https://a.test/b?...')"


def test_repr_of_requests_and_collections_shows_no_token() -> None:
    graph = Graph("t0ken")
    delta = graph.users.delta(delta_link="https://graph.microsoft.com/beta/users/delta?$deltatoken=s3cret")
    request = Request("GET", "https://x.test/users?$skiptoken=s3cret", {"authorization": "Bearer t0ken"})

    assert repr(delta) == "<Delta of https://graph.microsoft.com/beta/users/delta>"
    assert repr(request) == "<Request GET https://x.test/users>"


def test_messages_and_logs_of_an_upload_show_the_host_alone(
    ask, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    service.reply("PUT /up/s3cret", Answer({"error": {"code": "busy"}}, 503), Answer({"error": {"code": "gone"}}, 404))
    service.reply("GET /up/s3cret", {"nextExpectedRanges": ["0-"]})
    session = {"uploadUrl": f"{service.url}/up/s3cret?sig=s3cret", "nextExpectedRanges": ["0-"]}

    with caplog.at_level(logging.DEBUG), pytest.raises(NotFound) as caught:
        ask(lambda graph: graph.upload(session, b"x"))
    with pytest.raises(UntrustedLink) as refused:
        ask(lambda graph: graph.upload("http://up.test/s3cret", b"x"))

    assert "PUT http://127.0.0.1/... -> 404" in caplog.text
    assert "s3cret" not in caplog.text + str(caught.value) + repr(caught.value) + str(refused.value)
