"""The lines of Python in the generated README, run as they stand against a real HTTP service on loopback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "graph_beta"
LOOPBACK = ROOT / "tests" / "runtime"
RUN = """
import functools, json, sys
sys.path[:0] = [sys.argv[1]]
import graph_beta
from loopback import Service

calls, lines = json.loads(sys.argv[2]), sys.argv[3]
with Service() as service:
    for call, answer in calls.items():
        service.reply(call, answer)
    graph_beta.Graph = functools.partial(graph_beta.Graph, base_url=service.url + "/beta")
    exec(compile(lines, "README.md", "exec"), {"token": "t0ken"})
    seen = [
        (f"{each.method} {each.path}", each.query, json.loads(each.body or b"null"), each.headers["authorization"])
        for each in service.seen
    ]
print(json.dumps(seen))
"""
ANSWERS = {
    "GET /users": {"value": [{"id": "1", "displayName": "Ada"}, {"id": "2", "displayName": "Bob"}]},
    "GET /users/user-id": {"id": "user-id", "displayName": "Ada"},
    "POST /users": {"id": "a", "displayName": "Adele Vance"},
    "PATCH /users/user-id": {"id": "ada", "officeLocation": "18/2111"},
    "POST /users/user-id/getMemberGroups": {"value": []},
}
SENT = [
    ["GET /beta/users", {"$top": "10"}, None],
    ["GET /beta/users/user-id", {}, None],
    ["POST /beta/users", {}, {"displayName": "Adele Vance"}],
    ["PATCH /beta/users/user-id", {}, {"officeLocation": "18/2111"}],
    ["POST /beta/users/user-id/getMemberGroups", {}, {"securityEnabledOnly": True}],
]


def test_the_lines_of_the_generated_readme_send_what_they_say() -> None:
    lines = re.search(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text("utf-8"), re.DOTALL)
    assert lines is not None
    assert "..." not in lines[1]

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, str(LOOPBACK), json.dumps(ANSWERS), lines[1]],
        cwd=PACKAGE,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    *printed, seen = done.stdout.splitlines()
    assert ["Ada" in line for line in printed] == [True, False]
    assert [each[:3] for each in json.loads(seen)] == SENT
    assert {each[3] for each in json.loads(seen)} == {"Bearer t0ken"}
