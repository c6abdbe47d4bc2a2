"""Puts the sample package together as the generator does, and gives every test a service on loopback."""

from __future__ import annotations

import asyncio
import atexit
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
RUNTIME = HERE.parents[1] / "templates" / "python" / "runtime"


def assemble(root: Path) -> Path:
    """The sample as an installed package: its own files, and the runtime byte for byte."""
    package = root / "sample_sdk"
    shutil.copytree(HERE / "sample_sdk", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(RUNTIME, package / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HERE / "sample_tests", root / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    return package


ASSEMBLED = Path(tempfile.mkdtemp(prefix="sample-sdk-"))
atexit.register(shutil.rmtree, ASSEMBLED, ignore_errors=True)
assemble(ASSEMBLED)
sys.path[:0] = [str(ASSEMBLED), str(HERE)]

from loopback import Service  # noqa: E402 - found through the path set above
from sample_sdk import AsyncGraph, Graph  # noqa: E402 - the same


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as service:
        yield service


class Asker:
    """Makes a client of one sort, asks it something, and keeps how long it waited between attempts."""

    def __init__(self, service: Service, sort: str) -> None:
        self.service = service
        self.sort = sort
        self.waits: list[float] = []

    def __call__(self, question: Callable[[Any], Any], credential: Any = "t0ken", **options: Any) -> Any:
        no_tls = {} if "transport" in options else {"verify": False}  # nothing to load
        options = {"base_url": self.service.url + "/beta", **no_tls, **options}
        if self.sort == "sync":
            return self._ask(question, credential, options)
        return asyncio.run(self._aask(question, credential, options))

    def _ask(self, question: Callable[[Graph], Any], credential: Any, options: Any) -> Any:
        with Graph(credential, **options) as graph:
            graph._sleep = self.waits.append
            answer = question(graph)
            return list(answer) if hasattr(answer, "to_list") else answer

    async def _aask(self, question: Callable[[AsyncGraph], Any], credential: Any, options: Any) -> Any:
        async def wait(seconds: float) -> None:
            self.waits.append(seconds)

        async with AsyncGraph(credential, **options) as graph:
            graph._sleep = wait
            answer = question(graph)
            if hasattr(answer, "to_list"):
                return [item async for item in answer]
            return await answer if isinstance(answer, Awaitable) else answer


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest, service: Service) -> Asker:
    """Asks the service through the synchronous and through the asynchronous client."""
    return Asker(service, request.param)


@pytest.fixture
def graph(service: Service) -> Iterator[Graph]:
    with Graph("t0ken", base_url=service.url + "/beta", verify=False) as graph:
        graph._sleep = lambda seconds: None
        yield graph
