"""A server that keeps comments as the services do that host code, for scripts that write them: shared by the tests of both."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TypeVar


class CommentServer(HTTPServer):
    """On loopback, with the requests that were made, each as its handler tells of it."""

    def __init__(self, handler: type[CommentHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.asked: list[str] = []


class CommentHandler(BaseHTTPRequestHandler):
    """What both services have in common: JSON in and out."""

    server: CommentServer

    def log_message(self, *_: object) -> None:
        """Nothing: the tests ask the server."""

    def asked(self) -> str:
        """What to remember of this request."""
        raise NotImplementedError  # each service has a header of its own that tells who asks

    def answer(self, document: object, status: int = 200, **headers: str) -> None:
        self.server.asked.append(self.asked())
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(json.dumps(document).encode())

    def body(self) -> str:
        """The text of the comment that is sent."""
        return str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"])


S = TypeVar("S", bound=CommentServer)


@contextmanager
def serving(server: S) -> Iterator[S]:
    """The server while it answers."""
    with server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
