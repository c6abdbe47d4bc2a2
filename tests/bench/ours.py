"""The generated package, as `worker.py` measures it: importable from the folder in BENCH_SDK, named BENCH_PACKAGE."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from typing import Any

sys.path.insert(0, os.environ["BENCH_SDK"])
PACKAGE = os.environ["BENCH_PACKAGE"]


def make_client(base: str) -> Any:
    return importlib.import_module(PACKAGE).Graph("t", base_url=f"{base}/beta", verify=False)


def reach(client: Any) -> Any:
    return client.users["1"]


def decoder(_client: Any, payload: str) -> Callable[[bytes], Any]:
    reading = importlib.import_module(f"{PACKAGE}._runtime.reading")
    transport = importlib.import_module(f"{PACKAGE}._runtime.transport")
    user = importlib.import_module(f"{PACKAGE}.models").User
    read = reading.page(user) if payload == "page" else reading.one(user)
    return lambda data: read(transport.Response(200, {"content-type": "application/json"}, data), False)


def encoder(_client: Any) -> Callable[[Any], bytes]:
    json_bytes = importlib.import_module(f"{PACKAGE}._runtime.content").json_bytes
    return lambda user: json_bytes(user.to_dict())


def getter(client: Any) -> Callable[[], Any]:
    return lambda: client.users["1"].get()
