"""A batch without a network: the answer to each of its parts, as if it had been asked alone."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from .content import json_bytes
from .transport import Request, Response


def answer(batch: Request, send: Callable[[Request], Response]) -> dict[str, Any]:
    """JSON of the answer to a batch whose parts `send` answers."""
    home = batch.url.removesuffix("/$batch")
    content = batch.content if isinstance(batch.content, bytes) else b"{}"
    failed: set[str] = set()
    answers: list[dict[str, Any]] = []
    for part in json.loads(content).get("requests", []):
        if failed.isdisjoint(part.get("dependsOn", ())):
            response = send(_alone(part, home, batch))
        else:
            response = Response(424, {}, b'{"error": {"code": "FailedDependency"}}')
        if response.status >= 400:
            failed.add(part["id"])
        answers.append(_part(part["id"], response))
    return {"responses": answers}


def _alone(part: dict[str, Any], home: str, batch: Request) -> Request:
    headers = {name.lower(): value for name, value in part.get("headers", {}).items()}
    body = part.get("body")
    content = None if body is None else json_bytes(body)
    if isinstance(body, str) and headers.get("content-type") == "application/octet-stream":
        content = base64.b64decode(body)
    return Request(part["method"], home + part["url"], headers, content, batch.timeout)


def _part(number: str, response: Response) -> dict[str, Any]:
    headers = dict(response.headers)
    part = {"id": number, "status": response.status, "headers": headers}
    if not response.content:
        return part
    is_json = "json" in headers.get("content-type", "json")
    body = json.loads(response.content) if is_json else base64.b64encode(response.content).decode()
    return {**part, "body": body}
