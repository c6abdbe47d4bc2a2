"""Encrypted connections on loopback: certificates that are checked, tunnels of proxies, HTTP/2."""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import h2.config
import h2.connection
import h2.events
import pytest
import trustme
from conftest import Asker
from loopback import Service
from sample_sdk import ConnectionFailed

ADA = b'{"id": "1", "displayName": "Ada"}'


class Keys:
    """A certificate authority of our own, and how a server and a client of it speak."""

    def __init__(self) -> None:
        authority = trustme.CA()
        self.server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(self.server)
        self.client = ssl.create_default_context()
        authority.configure_trust(self.client)


@pytest.fixture(scope="module")
def keys() -> Keys:
    return Keys()


@contextlib.contextmanager
def listening(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port at which each connection is served in a thread of its own. Nothing is left of them when the block has ended."""
    served: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        acceptor = threading.Thread(target=_accept, args=(server, serve, served), daemon=True)
        acceptor.start()
        yield server.getsockname()[1]
        _hang_up(server)
    for each in (acceptor, *served):
        each.join(10)
        assert not each.is_alive()


def _accept(server: socket.socket, serve: Callable[[socket.socket], None], served: list[threading.Thread]) -> None:
    with contextlib.suppress(OSError):  # the server hung up: the test is over
        while True:
            connection, _ = server.accept()
            connection.settimeout(10)
            served.append(threading.Thread(target=_served, args=(connection, serve), daemon=True))
            served[-1].start()


def _served(connection: socket.socket, serve: Callable[[socket.socket], None]) -> None:
    with connection, contextlib.suppress(OSError):  # the client hung up
        serve(connection)


def _hang_up(each: socket.socket) -> None:
    """Wake whoever waits for it."""
    with contextlib.suppress(OSError):  # it is not connected any more
        each.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def secure(service: Service, keys: Keys) -> str:
    """The address of the service behind TLS."""
    service.reply("GET /users/1", {"id": "1"})
    service._server.socket = keys.server.wrap_socket(service._server.socket, server_side=True)
    return f"https://127.0.0.1:{service.port}/beta"


def test_a_certificate_of_an_authority_that_is_trusted(ask: Asker, secure: str, keys: Keys) -> None:
    assert ask(lambda graph: graph.users["1"].get(), base_url=secure, verify=keys.client).id == "1"


def test_no_token_goes_to_a_server_whose_certificate_is_not_trusted(ask: Asker, secure: str, service: Service) -> None:
    with pytest.raises(ConnectionFailed, match="CERTIFICATE_VERIFY_FAILED"):
        ask(lambda graph: graph.users["1"].get(), base_url=secure, verify=True, max_retries=0)

    assert service.seen == []


def test_a_proxy_gets_a_tunnel_and_no_token(ask: Asker, secure: str, keys: Keys) -> None:
    asked: list[bytes] = []

    def tunnel(client: socket.socket) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += client.recv(4096)
        asked.append(head)
        host, _, port = head.split()[1].decode().partition(":")
        client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with socket.create_connection((host, int(port)), timeout=10) as server:
            back = threading.Thread(target=_copy, args=(server, client), daemon=True)
            back.start()
            _copy(client, server)
            _hang_up(server)
            back.join(10)

    with listening(tunnel) as port:
        proxy = f"http://127.0.0.1:{port}"
        answer = ask(lambda graph: graph.users["1"].get(), base_url=secure, verify=keys.client, proxy=proxy)

    assert answer.id == "1"
    assert [each.split(b"\r\n")[0] for each in asked] == [f"CONNECT {secure[8:-5]} HTTP/1.1".encode()]
    assert b"t0ken" not in asked[0]


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):  # one of the two hung up
        while data := source.recv(65536):
            target.sendall(data)


def test_http2(ask: Asker, keys: Keys, caplog: pytest.LogCaptureFixture) -> None:
    """A server that speaks nothing else reads requests with and without a body."""
    keys.server.set_alpn_protocols(["h2"])
    paths: list[str] = []

    def speak(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), keys.server.wrap_socket(connection, server_side=True) as client:
            _speak_http2(client, paths)

    with caplog.at_level(logging.DEBUG), listening(speak) as port:
        options = {"base_url": f"https://127.0.0.1:{port}/beta", "verify": keys.client, "http2": True}
        assert ask(lambda graph: graph.users["1"].get(), **options).display_name == "Ada"
        ask(lambda graph: graph.users["1"].update({"jobTitle": "x"}), **options)

    assert paths == ["GET /beta/users/1", "PATCH /beta/users/1"]
    told = {record.thread == threading.get_ident() for record in caplog.records if record.name.startswith("hpack")}
    assert told == {False}  # the server's own alone: headers hold addresses that are permissions


def _speak_http2(client: ssl.SSLSocket, paths: list[str]) -> None:
    speech = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
    speech.initiate_connection()
    client.sendall(speech.data_to_send())
    while data := client.recv(65536):
        for event in speech.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                asked = dict(event.headers)
                paths.append(f"{asked[':method']} {asked[':path']}")
            elif isinstance(event, h2.events.StreamEnded):
                speech.send_headers(event.stream_id, [(":status", "200"), ("content-type", "application/json")])
                speech.send_data(event.stream_id, ADA, end_stream=True)
        client.sendall(speech.data_to_send())
