"""A real HTTP service on loopback that answers by script, and fails by script."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qsl, urlsplit


class Seen(NamedTuple):
    method: str
    path: str
    """As sent, without the query."""
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    port: int = 0
    """Of the client: tells connections apart."""

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Answer(NamedTuple):
    body: Any = None
    status: int | None = None
    headers: dict[str, str] = {}  # noqa: RUF012 - nothing changes it: the fields of a NamedTuple have no factories
    fault: str | None = None
    """"reset": the request is read, then the connection is cut. "truncate": half of the body. "slow": a second between two halves."""


class Service:
    """`reply` scripts answers per method and path, in order; the last one stays. `seen` is what came."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.cuts = 0
        """How many of the next connections are reset while the request is on its way: nothing of it is read."""
        self._script: dict[tuple[str, str], list[Answer | Callable[[Seen], Answer]]] = {}
        self.otherwise: Callable[[Seen], Answer] = _not_scripted
        """What answers requests that no `reply` is for."""
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _go(self) -> None:
                service._handle(self)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do_HEAD = _go

            def log_message(self, *args: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.verify_request = self._accept  # type: ignore[method-assign]  # one method more is no class more
        self._server.daemon_threads = True
        self._server.handle_error = lambda *args: None  # type: ignore[method-assign]  # clients that go away are part of the tests
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def reply(self, request: str, *answers: Any, **facts: Any) -> None:
        """`reply("GET /users/1", {...})`; paths are below /beta, an address with a host stands for itself."""
        method, _, path = request.partition(" ")
        found = [each if isinstance(each, Answer) or callable(each) else Answer(each) for each in answers] or [
            Answer(**facts)
        ]
        self._script.setdefault((method, path), []).extend(found)

    @property
    def last(self) -> Seen:
        return self.seen[-1]

    def requests(self) -> list[str]:
        return [f"{each.method} {each.path.removeprefix('/beta')}" for each in self.seen]

    def _accept(self, connection: Any, _address: Any) -> bool:
        if self.cuts == 0:
            return True
        self.cuts -= 1
        connection.recv(1, socket.MSG_PEEK)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
        return False

    def _handle(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        seen = Seen(
            handler.command,
            parts.path,
            dict(parse_qsl(parts.query, keep_blank_values=True)),
            {name.lower(): value for name, value in handler.headers.items()},
            _body(handler),
            handler.client_address[1],
        )
        self.seen.append(seen)
        queue = self._script.get((seen.method, seen.path.removeprefix("/beta")))
        if not queue:
            answer: Any = self.otherwise
        else:
            answer = queue.pop(0) if len(queue) > 1 else queue[0]
        _write(handler, answer(seen) if callable(answer) else answer)


def _not_scripted(seen: Seen) -> Answer:
    return Answer({"error": {"code": "notScripted", "message": f"{seen.method} {seen.path}"}}, 404)


def _body(handler: BaseHTTPRequestHandler) -> bytes:
    if handler.headers.get("Transfer-Encoding", "") == "chunked":
        pieces = []
        while size := int(handler.rfile.readline(), 16):
            pieces.append(handler.rfile.read(size))
            handler.rfile.readline()
        handler.rfile.readline()
        return b"".join(pieces)
    return handler.rfile.read(int(handler.headers.get("Content-Length", 0)))


def _write(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    if answer.fault == "reset":
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.shutdown(socket.SHUT_RDWR)
        handler.close_connection = True
        return
    body = (
        answer.body
        if isinstance(answer.body, bytes)
        else b""
        if answer.body is None
        else json.dumps(answer.body).encode()
    )
    status = answer.status or (204 if answer.body is None else 200)
    headers = {
        "Content-Type": "application/json",
        "request-id": "req-1",
        "Content-Length": str(len(body)),
        **answer.headers,
    }
    head = f"HTTP/1.1 {status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "\r\n"
    half = len(body) // 2
    if answer.fault == "truncate":
        handler.wfile.write(head.encode() + body[:half])
        handler.close_connection = True
    elif answer.fault == "slow":
        handler.wfile.write(head.encode() + body[:half])
        time.sleep(1)
        handler.wfile.write(body[half:])
    else:
        handler.wfile.write(head.encode() + (b"" if handler.command == "HEAD" or status == 204 else body))
