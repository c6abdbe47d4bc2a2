"""What the runtime of the generated package costs, on this machine, now.

    python tests/bench/runtime_bench.py [--json FILE]

Every figure is CPU time (user and system) of the fastest of several rounds. Machines drift; the ratios to `json.loads` and to a bare
httpx client, measured in the same rounds, are what can be compared between days.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUDGETS = {
    "import client, ms": 100,
    "import + first decode, ms": 350,
    "modules of ours after first decode": 60,
    "decode 12 keys, µs": 30,
    "decode 101 keys, µs": 300,
    "decode page of 100, ms": 6,
    "encode 101 keys, µs": 150,
    "GET beyond httpx, ms": 0.6,
    "GET in all, ms": 1,
}
IMPORT = """
import sys, time
sys.path.insert(0, sys.argv[1])
start = time.process_time()
import sample_sdk
graph = sample_sdk.Graph("t")
node = graph.users["1"].photo.value
imported = time.process_time()
early = [name for name in ("httpx", "pydantic", "asyncio") if name in sys.modules]
from sample_sdk.models import User
user = User.from_dict({"id": "1", "displayName": "Ada", "assignedPlans": [{"service": "x"}]})
decoded = time.process_time()
ours = sum(name.startswith("sample_sdk") for name in sys.modules)
print((imported - start) * 1e3, (decoded - start) * 1e3, ours, ",".join(early))
"""
SERVER = """
import asyncio, sys
body = open(sys.argv[1], "rb").read()
ok = b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body) + body
class P(asyncio.Protocol):
    def connection_made(self, transport): self.transport, self.buffer = transport, b""
    def data_received(self, data):
        self.buffer += data
        while b"\\r\\n\\r\\n" in self.buffer:
            _, self.buffer = self.buffer.split(b"\\r\\n\\r\\n", 1)
            self.transport.write(ok)
async def main():
    server = await asyncio.get_running_loop().create_server(P, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def user_default() -> dict[str, Any]:
    """A user as a list shows it: 12 keys."""
    names = (
        "displayName",
        "givenName",
        "jobTitle",
        "mail",
        "mobilePhone",
        "officeLocation",
        "preferredLanguage",
        "surname",
        "userPrincipalName",
    )
    return {"@odata.context": "https://graph.microsoft.com/beta/$metadata#users/$entity", "businessPhones": ["+1 425 555 0109"],
            **{name: f"{name} of Adele" for name in names}, "id": "87d349ed-44d7-43e1-9a83-5f2406dee5bd"}  # fmt: skip


def user_full(fields: Any) -> dict[str, Any]:
    """A user with every property, undocumented ones among them: 101 keys, 30 plans."""
    samples = {
        "str": "a text of some length",
        "bool": True,
        "int": 15,
        "dt.datetime": "2021-07-07T12:00:00.1234567Z",
        "list[str]": ["one", "two"],
    }
    wire: dict[str, Any] = {}
    for field in fields:
        sort = next(
            (
                name
                for name in samples
                if type(field.kind).__name__ in _SORTS[name] and _fits(field.kind, samples[name])
            ),
            None,
        )
        if sort is not None:
            wire[field.wire] = samples[sort]
    plan = {
        "assignedDateTime": "2021-07-07T12:00:00.1234567Z",
        "capabilityStatus": "Enabled",
        "service": "exchange",
        "servicePlanId": "efb87545-963c-4e0d-99df-69c6916d9eb0",
    }
    wire["assignedPlans"] = [dict(plan) for _ in range(30)]
    wire["passwordProfile"] = {"forceChangePasswordNextSignIn": True, "password": "x"}
    while len(wire) < 101:
        wire[f"extension_{len(wire)}"] = (
            {"value": "an undocumented one"} if len(wire) % 4 == 0 else "an undocumented one"
        )
    return wire


_SORTS = {
    "str": ("Plain",),
    "bool": ("Plain",),
    "int": ("Plain",),
    "dt.datetime": ("DateTime",),
    "list[str]": ("Many",),
}


def _fits(kind: Any, sample: Any) -> bool:
    return not list(kind.misfits(kind.read(sample)))


def cpu(function: Callable[[], object], count: int, rounds: int = 5) -> float:
    """CPU seconds of one call: the fastest round."""
    function()
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(count):
            function()
        best = min(best, (time.process_time() - start) / count)
    return best


def measure_import(root: str) -> dict[str, float]:
    runs = []
    for _ in range(5):
        answer = subprocess.run(
            [sys.executable, "-c", IMPORT, root], capture_output=True, text=True, check=True
        ).stdout.split()
        assert len(answer) == 3, f"imported too early: {answer[3]}"
        runs.append([float(each) for each in answer])
    best = [min(column) for column in zip(*runs, strict=True)]
    return dict(
        zip(("import client, ms", "import + first decode, ms", "modules of ours after first decode"), best, strict=True)
    )


def measure_models() -> dict[str, float]:
    from sample_sdk._runtime.reading import page
    from sample_sdk._runtime.transport import Response
    from sample_sdk.models import User

    small, full = json.dumps(user_default()), json.dumps(user_full(User._fields()))
    many = json.dumps({"value": [user_default() for _ in range(100)]}).encode()
    read_page = page(User)
    user = User._read(json.loads(full))
    assert len(json.loads(small)) == 12
    assert len(json.loads(full)) == 101
    assert user.to_dict() == json.loads(full)
    return {
        "json.loads 12 keys, µs": cpu(lambda: json.loads(small), 5000) * 1e6,
        "decode 12 keys, µs": cpu(lambda: User._read(json.loads(small)), 3000) * 1e6,
        "json.loads 101 keys, µs": cpu(lambda: json.loads(full), 1000) * 1e6,
        "decode 101 keys, µs": cpu(lambda: User._read(json.loads(full)), 500) * 1e6,
        "json.dumps 101 keys, µs": cpu(lambda: json.dumps(user_full_plain), 500) * 1e6
        if (user_full_plain := json.loads(full))
        else 0,
        "encode 101 keys, µs": cpu(lambda: json.dumps(user.to_dict()), 500) * 1e6,
        "changes of 101 keys, µs": cpu(user.changes, 500) * 1e6,
        "decode page of 100, ms": cpu(lambda: read_page(Response(200, {}, many), False), 50) * 1e3,
    }


def measure_requests() -> dict[str, float]:
    import httpx
    from sample_sdk import Graph

    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(json.dumps(user_default()).encode())
        file.flush()
        server = subprocess.Popen([sys.executable, "-c", SERVER, file.name], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            base = f"http://127.0.0.1:{int(server.stdout.readline())}/beta"
            with httpx.Client() as bare, Graph("t", base_url=base) as graph:
                plain = cpu(lambda: bare.get(f"{base}/users/1").json(), 200)
                whole = cpu(lambda: graph.users["1"].get(), 200)
        finally:
            server.kill()
            server.wait()
            if server.stdout is not None:
                server.stdout.close()
    return {
        "GET with httpx alone, ms": plain * 1e3,
        "GET beyond httpx, ms": (whole - plain) * 1e3,
        "GET in all, ms": whole * 1e3,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT / "tests" / "runtime"))
    from conftest import ASSEMBLED  # puts the sample package together and on the path

    figures = {**measure_import(str(ASSEMBLED)), **measure_models(), **measure_requests()}
    for name, value in figures.items():
        budget = BUDGETS.get(name)
        print(
            f"{name:36} {value:9.2f}"
            + (f"   budget {budget}{'' if value <= budget else '   EXCEEDED'}" if budget else "")
        )
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
