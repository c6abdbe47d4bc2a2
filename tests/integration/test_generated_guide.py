"""The guide of the generated package: its lines of Python run as they stand, send what they say, and check."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.integration.guide import run_guide
from tests.types.checkers import mypy

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "graph_beta"
GUIDE = PACKAGE / "docs" / "using.md"
ADA = "/users/user-id"
SHOWN = {"$select": "id,displayName", "$top": "50"}
SENT = [
    ["GET /users", SHOWN, None],
    *[["GET /users", {}, None]] * 3,
    [f"GET {ADA}", {"$select": "id,displayName"}, None],
    ["GET /applications(appId='app-id')", {}, None],
    ["POST /users", {}, {"displayName": "Adele Vance"}],
    [f"GET {ADA}", {}, None],
    [f"PATCH {ADA}", {}, {"displayName": "Another display name"}],
    [f"PATCH {ADA}", {}, {"displayName": "Adele Vance"}],
    [f"PATCH {ADA}", {}, {"displayName": None}],
    [f"DELETE {ADA}", {}, None],
    [f"POST {ADA}/getMemberGroups", {}, {"securityEnabledOnly": True}],
    [
        "GET /communications/callRecords/getPstnCalls(fromDateTime=2026-01-01T00:00:00Z,toDateTime=2026-01-02T00:00:00Z)",
        {},
        None,
    ],
    ["GET /deviceManagement/deviceConfigurations", {}, None],
    *[[f"GET {ADA}/photo/$value", {}, None]] * 2,
    ["POST /groups/group-id/members/$ref", {}, {"@odata.id": "{service}/users/user-id"}],
    ["GET /users/delta", {}, None],
    ["GET /users/delta", {"$deltatoken": "t"}, None],
    ["POST /$batch", {}, "{batch}"],
    ["GET /users/no-such-id", {}, None],
    [f"GET {ADA}", {}, None],
    ["GET /users", SHOWN, None],
    [f"GET {ADA}", {"debug": "true"}, None],
    [f"GET {ADA}", {}, None],
]


def test_the_lines_of_the_guide_send_and_print_what_they_say(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "package")  # the guide writes a file

    told = run_guide(tmp_path / "package", GUIDE)

    assert told["wrong"] == []
    assert [_without_what_differs(each[:3]) for each in told["seen"]] == SENT
    assert {each[3] for each in told["seen"]} == {"Bearer t0ken"}


def test_the_lines_of_the_guide_check(tmp_path: Path) -> None:
    """As one program, in which a name may be used again for something else."""
    blocks = re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "guide.py").write_text("# mypy: allow-redefinition\n" + "".join(blocks))
    (tmp_path / "graph_beta").symlink_to(PACKAGE / "graph_beta", target_is_directory=True)

    found = mypy(tmp_path, "guide.py", cache=tmp_path / "cache")

    assert found.errors == {}, found.output


def _without_what_differs(sent: list[object]) -> list[object]:
    request, query, body = sent
    if request == "POST /$batch":
        return [request, query, "{batch}"]
    return [request, query, json.loads(re.sub(r"http://127\.0\.0\.1:\d+/beta", "{service}", json.dumps(body)))]
