"""Credentials: those of azure-identity, functions and texts."""

from __future__ import annotations

import asyncio
import base64
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pytest
from loopback import Answer, Service
from sample_sdk import AsyncGraph, Graph, Unauthorized
from sample_sdk._runtime.auth import Tokens

ADA = {"id": "1"}


class Token(NamedTuple):
    token: str
    expires_on: int


class Credential:
    """Like a credential of azure-identity. Each token is another."""

    def __init__(self, lifetime: float = 3600) -> None:
        self.lifetime = lifetime
        self.calls: list[tuple[tuple[str, ...], dict[str, object]]] = []

    def get_token(self, *scopes: str, **options: object) -> Token:
        self.calls.append((scopes, options))
        return Token(f"token-{len(self.calls)}", int(time.time() + self.lifetime))


class AsyncCredential(Credential):
    async def get_token(self, *scopes: str, **options: object) -> Token:  # type: ignore[override]  # as azure-identity.aio does
        return super().get_token(*scopes, **options)


def test_a_credential_is_asked_once_for_the_scope_of_the_host(ask, service: Service) -> None:
    service.reply("GET /users", {"value": []})
    credential = Credential()

    ask(lambda graph: graph.users.list(), credential)
    assert credential.calls == [(("http://127.0.0.1/.default",), {})]

    ask(lambda graph: graph.users.list(), credential, scopes=["User.Read"])
    assert credential.calls[-1][0] == ("User.Read",)


def test_the_usual_scope() -> None:
    assert Graph("x")._tokens._scopes == ("https://graph.microsoft.com/.default",)


def test_a_token_is_kept_until_shortly_before_its_end(service: Service) -> None:
    service.reply("GET /users/1", ADA)
    now = [1000.0]
    credential = Credential()
    credential.get_token = lambda *scopes, **options: Token(f"until-{now[0] + 3600:.0f}", int(now[0] + 3600))
    tokens = Tokens(credential, ("s",), clock=lambda: now[0])

    assert [tokens.get(), tokens.get()] == ["until-4600"] * 2
    now[0] = 4299
    assert tokens.get() == "until-4600"
    now[0] = 4301
    assert tokens.get() == "until-7901"


def test_many_threads_ask_for_one_token() -> None:
    credential = Credential()
    tokens = Tokens(credential, ("s",))
    together = threading.Barrier(8)

    def get(_: int) -> str | None:
        together.wait()
        return tokens.get()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(get, range(8))) == {"token-1"}


def test_a_refused_token_is_replaced_once(ask, service: Service) -> None:
    claims = base64.urlsafe_b64encode(b'{"access_token":{}}').decode()
    challenge = f'Bearer realm="", error="insufficient_claims", claims="{claims}"'
    service.reply("GET /users/1", Answer({"error": {"code": "expired"}}, 401, {"WWW-Authenticate": challenge}), ADA)
    credential = Credential()

    ask(lambda graph: graph.users["1"].get(), credential)

    assert [each.headers["authorization"] for each in service.seen] == ["Bearer token-1", "Bearer token-2"]
    assert credential.calls[1][1] == {"claims": '{"access_token":{}}', "enable_cae": True}


def test_a_token_that_stays_refused_is_an_error(ask, service: Service) -> None:
    service.reply("GET /users/1", Answer({"error": {"code": "InvalidAuthenticationToken", "message": "no"}}, 401))

    with pytest.raises(Unauthorized):
        ask(lambda graph: graph.users["1"].get(), Credential())
    assert len(service.seen) == 2

    with pytest.raises(Unauthorized):
        ask(lambda graph: graph.users["1"].get(), "a-text-stays-the-same")
    assert len(service.seen) == 3


def test_a_function_is_asked_every_time(ask, service: Service) -> None:
    service.reply("GET /users/1", ADA)

    ask(lambda graph: graph.users["1"].get(), lambda: "from-a-function")

    assert service.last.headers["authorization"] == "Bearer from-a-function"


def test_without_a_credential_no_token_is_sent(ask, service: Service) -> None:
    service.reply("GET /users/1", ADA)

    ask(lambda graph: graph.users["1"].get(), None)

    assert "authorization" not in service.last.headers


@pytest.mark.parametrize("make", [AsyncCredential, lambda: _async_function])
def test_asynchronous_credentials(service: Service, make) -> None:
    service.reply("GET /users/1", ADA)

    async def program() -> None:
        async with AsyncGraph(make(), base_url=service.url + "/beta") as graph:
            await asyncio.gather(graph.users["1"].get(), graph.users["1"].get())

    asyncio.run(program())
    assert {each.headers["authorization"] for each in service.seen} == {"Bearer token-1"}

    with Graph(make(), base_url=service.url + "/beta") as graph, pytest.raises(TypeError, match="asynchronous"):
        graph.users["1"].get()


async def _async_function() -> str:
    return "token-1"


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "tökén"])
def test_what_cannot_be_a_token_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(ValueError, match="the token") as caught:
        Graph(token)

    assert not token or token not in str(caught.value)


def test_what_cannot_be_a_credential_is_refused() -> None:
    with pytest.raises(TypeError, match="credential"):
        Graph(42)


def test_a_credential_that_gives_nothing_is_told_of(service: Service) -> None:
    with Graph(lambda: None, base_url=service.url + "/beta") as graph, pytest.raises(TypeError, match="gave no token"):
        graph.users["1"].get()
