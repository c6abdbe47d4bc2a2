"""One measurement in a fresh process: `python worker.py ADAPTER PHASE BASE FOLDER`. Prints a line of JSON.

`ADAPTER` is a module beside this one, `BASE` the address of a server that answers every request with a user, `FOLDER` that of the payloads.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECONDS = 0.3
"""How long a round lasts, about."""


def cpu(function: Callable[[], object], rounds: int = 5) -> float:
    """CPU seconds of one call: the fastest round."""
    start = time.process_time()
    function()
    count = max(1, int(SECONDS / max(time.process_time() - start, 1e-6)))
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(count):
            function()
        best = min(best, (time.process_time() - start) / count)
    return best


def start_up(adapter: Any, base: str, user: bytes) -> dict[str, float]:
    """From nothing to a client, and from there to a first object."""
    own = len(sys.modules)
    start = time.process_time()
    client = adapter.make_client(base)
    adapter.reach(client)
    made, modules = time.process_time(), len(sys.modules) - own
    package = type(client).__module__.partition(".")[0]
    adapter.decoder(client, "small")(user)
    decoded = time.process_time()
    return {
        "import": (made - start) * 1e3,
        "modules": modules,
        "first": (decoded - made) * 1e3,
        "first modules": sum(name.partition(".")[0] == package for name in sys.modules),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1024),
    }


def main() -> dict[str, float]:
    name, phase, base, folder = sys.argv[1:]
    adapter = importlib.import_module(name)
    payloads = {file.stem: file.read_bytes() for file in Path(folder).glob("*.json")}
    if phase == "start":
        return start_up(adapter, base, payloads["small"])
    client = adapter.make_client(base)
    if phase == "encode":
        encode, user = adapter.encoder(client), adapter.decoder(client, "full")(payloads["full"])
        return {phase: cpu(lambda: encode(user)) * 1e6}
    if phase == "get":
        return {phase: cpu(adapter.getter(client)) * 1e3}
    decode = adapter.decoder(client, phase)
    return {phase: cpu(lambda: decode(payloads[phase])) * 1e6}


if __name__ == "__main__":
    print(json.dumps(main()))
