"""What is sent again, how often and after how long; and what must never be."""

from __future__ import annotations

import email.utils
import socket
import time

import pytest
from loopback import Answer, Service
from sample_sdk import (
    ConnectionFailed,
    RequestTimedOut,
    ServerError,
    Throttled,
    TransportError,
)
from sample_sdk._runtime.retry import retry_after
from sample_sdk.models import Message, User

ADA = {"id": "1", "displayName": "Ada"}
BUSY = {"error": {"code": "TooManyRequests", "message": "slow down"}}


def throttled(status: int = 429, **headers: str) -> Answer:
    return Answer(BUSY, status, {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_in_seconds(ask, service: Service, status: int) -> None:
    service.reply("GET /users/1", throttled(status, retry_after="7"), ADA)

    assert ask(lambda graph: graph.users["1"].get()).display_name == "Ada"

    assert len(service.seen) == 2
    assert 7 <= ask.waits[0] < 7.2


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_as_a_date(ask, service: Service, status: int) -> None:
    date = email.utils.formatdate(time.time() + 20, usegmt=True)
    service.reply("GET /users/1", throttled(status, retry_after=date), ADA)

    assert ask(lambda graph: graph.users["1"].get()).display_name == "Ada"

    assert len(service.seen) == 2
    assert 15 < ask.waits[0] <= 20.2


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of a process can only be set on POSIX")
@pytest.mark.parametrize(
    "date", ["Thu, 01 Jan 1970 00:01:40 GMT", "Thursday, 01-Jan-70 00:01:40 GMT", "Thu Jan  1 00:01:40 1970"]
)
def test_every_form_of_a_date_is_one_of_greenwich(monkeypatch: pytest.MonkeyPatch, date: str) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        assert retry_after({"retry-after": date}, 0.0) == 100.0
    time.tzset()


def test_without_a_header_the_wait_doubles_and_varies(ask, service: Service) -> None:
    service.reply("GET /users/1", throttled(504), throttled(504), throttled(504), ADA)

    ask(lambda graph: graph.users["1"].get())

    for wait, most in zip(ask.waits, (0.5, 1.0, 2.0), strict=True):
        assert most / 2 <= wait <= most


@pytest.mark.parametrize("header", ["soon", "-5", "Wed, 99 Foo 2020 00:00:00 GMT", "9" * 400])
def test_a_senseless_retry_after_does_no_harm(ask, service: Service, header: str) -> None:
    service.reply("GET /users/1", throttled(retry_after=header), ADA)

    if header.isdecimal():
        with pytest.raises(Throttled):
            ask(lambda graph: graph.users["1"].get())
    else:
        assert ask(lambda graph: graph.users["1"].get()).id == "1"


def test_a_wait_that_is_too_long_is_the_callers_to_decide(ask, service: Service) -> None:
    service.reply("GET /users/1", throttled(retry_after="3600"))

    with pytest.raises(Throttled) as caught:
        ask(lambda graph: graph.users["1"].get())

    assert caught.value.retry_after == 3600
    assert ask.waits == []


def test_it_gives_up_after_the_retries_of_the_client_or_of_the_call(ask, service: Service) -> None:
    service.reply("GET /users/1", throttled())

    with pytest.raises(Throttled):
        ask(lambda graph: graph.users["1"].get(), max_retries=2)
    assert len(service.seen) == 3

    with pytest.raises(Throttled):
        ask(lambda graph: graph.users["1"].get(max_retries=0))
    assert len(service.seen) == 4


@pytest.mark.parametrize("status", [502, 504])
def test_a_gateway_error_repeats_reads_only(ask, service: Service, status: int) -> None:
    """Behind a gateway the request may have been carried out."""
    service.reply("GET /users/1", Answer(BUSY, status), ADA)
    ask(lambda graph: graph.users["1"].get())
    assert len(service.seen) == 2

    service.reply("POST /users", Answer(BUSY, status), ADA)
    with pytest.raises(ServerError):
        ask(lambda graph: graph.users.create(User(display_name="Ada")))
    assert len(service.seen) == 3


def test_503_repeats_a_post_only_when_the_service_refused_it(ask, service: Service) -> None:
    service.reply("POST /users", throttled(503, retry_after="1"), ADA)
    ask(lambda graph: graph.users.create(User(display_name="Ada")))
    assert [each.json for each in service.seen] == [{"displayName": "Ada"}] * 2

    service.reply("PATCH /users/1", throttled(503))
    with pytest.raises(ServerError):
        ask(lambda graph: graph.users["1"].update(User(display_name="Ada")))
    assert len(service.seen) == 3


@pytest.mark.parametrize("status", [400, 404, 409, 500, 501])
def test_other_errors_are_not_repeated(ask, service: Service, status: int) -> None:
    service.reply("GET /users/1", Answer(BUSY, status))

    with pytest.raises(Exception, match="slow down"):
        ask(lambda graph: graph.users["1"].get())

    assert len(service.seen) == 1


def test_the_client_request_id_stays_the_same(ask, service: Service) -> None:
    service.reply("POST /users", throttled(), throttled(), ADA)

    ask(lambda graph: graph.users.create(User(display_name="Ada")))

    assert len({each.headers["client-request-id"] for each in service.seen}) == 1
    assert len(service.seen) == 3


def test_a_connection_that_is_cut_repeats_reads(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(fault="reset"), ADA)

    assert ask(lambda graph: graph.users["1"].get()).id == "1"


def test_a_connection_that_is_cut_before_it_is_read_repeats_reads(ask, service: Service) -> None:
    service.reply("GET /users/1", ADA)
    service.cuts = 2

    assert ask(lambda graph: graph.users["1"].get()).id == "1"
    assert (len(service.seen), len(ask.waits)) == (1, 2)


def test_a_connection_that_is_cut_before_it_is_read_never_repeats_an_action(ask, service: Service) -> None:
    """From here it looks the same as one that is cut after the request came."""
    service.reply("POST /me/sendMail")
    service.cuts = 1

    with pytest.raises(TransportError) as caught:
        ask(lambda graph: graph.me.send_mail(message=Message(subject="Once")))

    assert caught.value.sent
    assert (service.seen, ask.waits) == ([], [])


def test_a_connection_that_is_cut_never_repeats_an_action(ask, service: Service) -> None:
    service.reply("POST /me/sendMail", Answer(fault="reset"))

    with pytest.raises(TransportError) as caught:
        ask(lambda graph: graph.me.send_mail(message=Message(subject="Once")))

    assert caught.value.sent
    assert len(service.seen) == 1


def test_a_refused_connection_repeats_everything(ask, service: Service) -> None:
    """Nothing was sent, so nothing can have happened."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    with pytest.raises(ConnectionFailed) as caught:
        ask(lambda graph: graph.me.send_mail(message=None), base_url=f"http://127.0.0.1:{port}/beta")

    assert not caught.value.sent
    assert len(ask.waits) == 3


def test_a_body_that_stops_half_way_is_not_a_response(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(ADA, fault="truncate"), ADA)
    assert ask(lambda graph: graph.users["1"].get()).id == "1"

    service.reply("POST /users", Answer(ADA, fault="truncate"))
    with pytest.raises(TransportError):
        ask(lambda graph: graph.users.create(User()))
    assert service.requests().count("POST /users") == 1


def test_a_slow_body_times_out(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer(ADA, fault="slow"))

    with pytest.raises(RequestTimedOut):
        ask(lambda graph: graph.users["1"].get(timeout=0.05, max_retries=0))
    with pytest.raises(RequestTimedOut):
        ask(lambda graph: graph.users["1"].get(), timeout=0.05, max_retries=0)


def test_a_body_that_cannot_be_sent_again_is_not_repeated(ask, service: Service) -> None:
    service.reply("PUT /me/photo/$value", throttled(), Answer())

    with pytest.raises(Throttled):
        ask(lambda graph: graph.me.photo.value.replace(iter([b"piece ", b"by piece"])))
    assert service.last.body == b"piece by piece"

    ask(lambda graph: graph.me.photo.value.replace(b"at once"))
    assert service.last.body == b"at once"


def test_an_empty_piece_is_not_the_end(ask, service: Service) -> None:
    service.reply("PUT /me/photo/$value")

    ask(lambda graph: graph.me.photo.value.replace(iter([b"one ", b"", b"two"])))

    assert service.last.body == b"one two"
