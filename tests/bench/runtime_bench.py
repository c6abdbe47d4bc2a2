"""What the runtime of the generated package costs, on this machine, now, and what msgraph-beta-sdk costs for the same work.

    python tests/bench/runtime_bench.py [--sdk FOLDER] [--peer PYTHON] [--json FILE]

Every figure is CPU time (user and system) of the fastest of several rounds, each in a fresh process, ours and the peer's in turn.
Machines drift; the ratios of one run are what can be compared between days.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "runtime"))

import payloads  # noqa: E402 - found through the path set above

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


class Figure(NamedTuple):
    label: str
    phase: str
    key: str
    budget: float
    without_bytecode: bool = False


FIGURES = (
    Figure("import and client, ms", "start", "import", 100),
    Figure("import and client without .pyc, ms", "start", "import", 350, without_bytecode=True),
    Figure("first object after that, ms", "start", "first", 250),
    Figure("modules of the package by then", "start", "first modules", 60),
    Figure("peak memory by then, MB", "start", "peak", 60),
    Figure("decode 12 keys, µs", "small", "small", 30),
    Figure("decode 101 keys, µs", "full", "full", 300),
    Figure("decode a page of 100, µs", "page", "page", 6000),
    Figure("encode 101 keys, µs", "encode", "encode", 150),
    Figure("GET on loopback, ms", "get", "get", 1),
)


class Subject(NamedTuple):
    """What is measured: an adapter beside this file, and the Python it runs in."""

    adapter: str
    python: str
    environment: Mapping[str, str]


def run(subject: Subject, phase: str, base: str, folder: Path, *, without_bytecode: bool) -> dict[str, float]:
    environment = {**os.environ, **subject.environment}
    with tempfile.TemporaryDirectory() as empty:
        if without_bytecode:
            environment["PYTHONPYCACHEPREFIX"] = empty
        command = [subject.python, str(HERE / "worker.py"), subject.adapter, phase, base, str(folder)]
        answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise SystemExit(f"{subject.adapter}, {phase}: {answer.stderr}")
    found: dict[str, float] = json.loads(answer.stdout)
    return found


@contextmanager
def server(body: Path) -> Iterator[str]:
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(body)], stdout=subprocess.PIPE, text=True)
    with process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


def measure(subjects: list[Subject], rounds: int) -> dict[str, dict[str, float]]:
    """The least of every figure for every subject; the subjects take turns."""
    least: dict[str, dict[str, float]] = {subject.adapter: {} for subject in subjects}
    phases = dict.fromkeys((figure.phase, figure.without_bytecode) for figure in FIGURES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        payloads.write(folder)
        with server(folder / "small.json") as base:
            for phase, cold in phases:
                for _ in range(rounds):
                    for subject in subjects:
                        found = run(subject, phase, base, folder, without_bytecode=cold)
                        for figure in FIGURES:
                            if (figure.phase, figure.without_bytecode) == (phase, cold):
                                before = least[subject.adapter].get(figure.label, float("inf"))
                                least[subject.adapter][figure.label] = min(before, found[figure.key])
    return least


def has_peer(python: str) -> bool:
    find = "import importlib.util as u, sys; sys.exit(u.find_spec('msgraph_beta') is None)"
    return subprocess.run([python, "-c", find], check=False).returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sdk", type=Path, help="folder of a generated package `graph_beta`; that of the tests if not said"
    )
    parser.add_argument(
        "--peer", default=sys.executable, help="a Python that has msgraph-beta-sdk, if this one has not"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    options = parser.parse_args()
    if options.sdk is None:
        from conftest import ASSEMBLED  # puts the sample package together

        folder, package = ASSEMBLED, "sample_sdk"
    else:
        folder, package = options.sdk, "graph_beta"
    subjects = [Subject("ours", sys.executable, {"BENCH_SDK": str(folder), "BENCH_PACKAGE": package})]
    if has_peer(options.peer):
        subjects.append(Subject("peer", options.peer, {}))
    else:
        print(f"skipped: msgraph-beta-sdk is not installed in {options.peer}; only our own figures follow")

    figures = measure(subjects, options.rounds)
    peer = figures.get("peer", {})
    print(f"{'':36} {'ours':>10} {'at most':>10}" + (f" {'peer':>12} {'peer/ours':>10}" if peer else ""))
    for figure in FIGURES:
        ours = figures["ours"][figure.label]
        row = f"{figure.label:36} {ours:10.2f} {figure.budget:10}"
        if peer:
            row += f" {peer[figure.label]:12.2f} {peer[figure.label] / ours:10.1f}"
        print(row + ("" if ours <= figure.budget else "   EXCEEDED"))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
