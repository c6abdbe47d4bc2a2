"""Runs the Python of a generated guide, block by block, against a service on loopback that answers as the examples do.

Run as a program, for a process of its own: `python guide.py FOLDER-OF-THE-LOOPBACK-SERVICE GUIDE` in the folder of the
package. Prints, as JSON, what was sent, and what was not printed although the guide says so.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

RUNTIME = Path(__file__).parents[1] / "runtime"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SAID = re.compile(r"^ *#> (.*)$", re.MULTILINE)


def run_guide(package: Path, guide: Path) -> dict[str, list[list[object]]]:
    """What the guide sent and printed, run in a copy of its package."""
    done = subprocess.run(
        [sys.executable, "-W", "error", __file__, RUNTIME, guide],
        cwd=package,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told: dict[str, list[list[object]]] = json.loads(done.stdout)
    return told


def main(folder: str, file: str) -> dict[str, Any]:
    sys.path[:0] = [folder, "."]
    text = Path(file).read_text("utf-8")
    found = re.search(r"^from (\w+) import (\w+)$", text, re.MULTILINE)
    assert found is not None
    package, client = importlib.import_module(found[1]), found[2]
    from loopback import Service

    with Service() as service:
        replies = importlib.import_module(f"{found[1]}._runtime.testing").Replies()
        service.otherwise = _Documented(replies, service.url)
        for name in (client, f"Async{client}"):
            made = getattr(package, name)
            bound = functools.partial(made, base_url=f"{service.url}/beta")
            bound.testing = made.testing  # type: ignore[attr-defined]  # the guide uses it, too
            setattr(package, name, bound)
        os.environ["ACCESS_TOKEN"] = "t0ken"
        wrong = list(_run(_BLOCK.findall(text)))
        seen = [
            [
                f"{each.method} {each.path.removeprefix('/beta')}",
                each.query,
                json.loads(each.body or b"null"),
                each.headers["authorization"],
            ]
            for each in service.seen
        ]
    return {"seen": seen, "wrong": wrong}


def _run(blocks: list[str]) -> Any:
    """Each block with the names of those before it. Yields what was said to be printed and was not."""
    names: dict[str, Any] = {"__name__": "guide"}
    for block in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block, "guide", "exec"), names)
        printed = iter(out.getvalue().splitlines())
        yield from (said for said in _SAID.findall(block) if said not in printed)


class _Documented:
    """The answer of the documentation, as if this service had given it."""

    def __init__(self, replies: Any, url: str) -> None:
        self.replies, self.url = replies, url

    def __call__(self, seen: Any) -> Any:
        from loopback import Answer

        if seen.path.endswith("/$batch"):
            asked = seen.json["requests"]
            answers = [(each["id"], self.reply(each["method"], f"{self.url}/beta{each['url']}")) for each in asked]
            return Answer(
                {"responses": [{"id": number, "status": status, "body": body} for number, (status, body) in answers]}
            )
        status, body = self.reply(seen.method, self.url + seen.path)
        if seen.path.endswith(("/delta", "/delta()")):
            body["@odata.deltaLink"] = f"{self.url}{seen.path}?$deltatoken=t"
        return Answer(body, status, {"request-id": "r"})

    def reply(self, method: str, url: str) -> tuple[int, Any]:
        if "no-such-id" in url:
            return 404, {"error": {"code": "notFound", "message": "There is none."}}
        transport = importlib.import_module(f"{type(self.replies).__module__.rpartition('.')[0]}.transport")
        answer = self.replies.send(transport.Request(method, url, {}))
        if method in ("DELETE", "PATCH"):
            return 204, None
        try:
            body = json.loads(answer.content) if answer.status < 300 else {"value": [], "id": "1"}
        except ValueError:  # a file
            return 200, answer.content
        body.pop("@odata.nextLink", None)  # it leads to the documented service
        return 200, body


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
