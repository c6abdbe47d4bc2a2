"""What importing costs, in modules: time differs between machines, modules do not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ASSEMBLED

BENCH = Path(__file__).parents[1] / "bench"
IMPORTED_WITH_A_CLIENT = 30
LOADED_FOR_A_FIRST_OBJECT = 60


def loaded_after(program: str) -> set[str]:
    """The modules in a fresh interpreter after `program`; warnings are errors."""
    code = f"import sys; sys.path.insert(0, {str(ASSEMBLED)!r})\n{program}\nprint(*sys.modules)"
    answer = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


@pytest.mark.parametrize("client", ["Graph", "AsyncGraph"])
def test_a_client_loads_neither_httpx_nor_pydantic_nor_models(client: str) -> None:
    modules = loaded_after(f"from sample_sdk import {client}; {client}('t').users['1'].photo.value")

    assert not modules & {"httpx", "pydantic", "pydantic_core", "asyncio", "ssl", "inspect", "dataclasses"}
    ours = {name for name in modules if name.startswith("sample_sdk")}
    assert len(ours) <= IMPORTED_WITH_A_CLIENT
    assert {name for name in ours if ".models." in name or ".enums." in name or "requests." in name} == {
        "sample_sdk.requests.users"
    }


def test_a_first_object_loads_its_own_class_and_no_other() -> None:
    modules = loaded_after(
        "import sample_sdk\n"
        "graph = sample_sdk.Graph.testing({'GET /users/1': {'id': '1', 'birthday': '2000-01-02T00:00:00Z'}})\n"
        "graph.users['1'].get()"
    )

    assert "httpx" not in modules
    assert len([name for name in modules if name.startswith("sample_sdk")]) <= LOADED_FOR_A_FIRST_OBJECT
    models = {name.rpartition(".")[2] for name in modules if name.startswith("sample_sdk.models.")}
    assert models == {"user", "directory_object", "entity"}


def test_names_of_models() -> None:
    import sample_sdk.models as m

    assert {"User", "Group"} <= set(dir(m))
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = m.Nothing
    with pytest.raises(ImportError):
        from sample_sdk.models import Nothing  # noqa: F401 - the import is the test


def test_the_benchmark_measures_this_package(tmp_path: Path) -> None:
    """What `tests/bench/runtime_bench.py` does for each figure, once."""
    payload = {"id": "1", "displayName": "Ada"}
    (tmp_path / "small.json").write_text(json.dumps(payload))
    answer = subprocess.run(
        [sys.executable, str(BENCH / "worker.py"), "ours", "start", "http://127.0.0.1:9", str(tmp_path)],
        env={**os.environ, "BENCH_SDK": str(ASSEMBLED), "BENCH_PACKAGE": "sample_sdk"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.stderr == ""
    assert json.loads(answer.stdout)["first modules"] <= LOADED_FOR_A_FIRST_OBJECT
