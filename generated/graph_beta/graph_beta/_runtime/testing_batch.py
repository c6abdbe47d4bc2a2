"""A batch without a network: the answer to each of its parts, as if it had been asked alone."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from .content import json_bytes
from .transport import Request, Response

_JSON = {"content-type": "application/json"}


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
            response = Response(424, _JSON, b'{"error": {"code": "FailedDependency"}}')
        if response.status >= 400:
            failed.add(part["id"])
        answers.append(_part(part["id"], response))
    return {"responses": answers}


def _alone(part: dict[str, Any], home: str, batch: Request) -> Request:
    headers = {name.lower(): value for name, value in part.get("headers", {}).items()}
    body = part.get("body")
    content = None if body is None else json_bytes(body)
    if isinstance(body, str) and not _is_json(headers):
        content = base64.b64decode(body)
    return Request(part["method"], home + part["url"], headers, content, batch.timeout)


def _part(number: str, response: Response) -> dict[str, Any]:
    headers = dict(response.headers)
    part = {"id": number, "status": response.status, "headers": headers}
    if not response.content:
        return part
    if not _is_json(headers):
        return {**part, "body": base64.b64encode(response.content).decode()}
    try:
        return {**part, "body": json.loads(response.content)}
    except ValueError:  # a test may say so of any text
        return {**part, "body": response.content.decode(errors="replace")}


def _is_json(headers: Mapping[str, str]) -> bool:
    return "json" in headers.get("content-type", "json")
