"""The README's lines of Python run, against a service on loopback that answers as the docs say."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[1]


def test_readme_lines_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert lines is not None
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(f"{request.method} {request.url.path}")
        if request.url.path.endswith("/users"):
            return httpx.Response(200, json={"value": [{"displayName": "Ada", "id": "1"}]})
        kind = "#microsoft.graph.iosImportedPFXCertificateProfile"
        return httpx.Response(
            200, json={"@odata.type": kind, "displayName": "Mail", "intendedPurpose": "smimeEncryption"}
        )

    client = httpx.Client
    monkeypatch.setattr(
        httpx, "Client", lambda **options: client(**(options | {"transport": httpx.MockTransport(answer)}))
    )
    exec(compile(lines.group(1), "README.md", "exec"), {})

    path = "/beta/deviceManagement/deviceConfigurations/583b9d8c"
    assert asked == [f"GET {path}", f"PATCH {path}", "GET /beta/users"]
    assert capsys.readouterr().out == "Mail True\nAda\n"
