"""What type checkers make of the package: nothing to complain of in it, right types for its users, and their mistakes found."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "runtime" / "sample_sdk"
RUNTIME = HERE.parents[1] / "templates" / "python" / "runtime"
CACHE = HERE.parents[1] / ".mypy_cache" / "sample"
PROGRAM, MISTAKES = HERE / "program.py", HERE / "mistakes.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The assembled package with two programs that use it beside."""
    folder = tmp_path_factory.mktemp("types")
    shutil.copytree(SAMPLE, folder / "sample_sdk")
    shutil.copytree(RUNTIME, folder / "sample_sdk" / "_runtime")
    for file in (PROGRAM, MISTAKES):
        shutil.copy(file, folder)
    return folder


def wrong_lines() -> set[int]:
    return {number for number, line in enumerate(MISTAKES.read_text().splitlines(), start=1) if "# wrong" in line}


def test_mypy(folder: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(CACHE)]
    command += ["sample_sdk", "program.py", "mistakes.py"]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    errors = [line for line in answer.stdout.splitlines() if ": error:" in line]
    assert [line for line in errors if not line.startswith("mistakes.py")] == []
    assert {int(line.split(":")[1]) for line in errors} == wrong_lines(), answer.stdout + answer.stderr


def test_pyright(folder: Path) -> None:
    config = {
        "typeCheckingMode": "standard",
        "strict": ["program.py"],
        "include": ["sample_sdk", "program.py", "mistakes.py"],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(config))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if "nodejs" in answer.stderr and not answer.stdout:
        pytest.skip("pyright needs a JavaScript runtime, which is not installed here")

    errors = [each for each in json.loads(answer.stdout)["generalDiagnostics"] if each["severity"] == "error"]
    outside = [
        f"{each['file']}:{each['range']['start']['line'] + 1} {each['message']}"
        for each in errors
        if "mistakes" not in each["file"]
    ]
    assert outside == []
    assert {each["range"]["start"]["line"] + 1 for each in errors} == wrong_lines()


def test_the_stubs_say_what_the_modules_say() -> None:
    """Every class and method of requests/ is in aio/, with the same parameters."""
    package = SAMPLE
    for module in (package / "requests").rglob("*.py"):
        name = module.relative_to(package / "requests").with_suffix(".pyi")
        stub = (package / "aio" / ("_root.pyi" if str(name) == "__init__.pyi" else name)).read_text()
        source = module.read_text()
        assert re.findall(r"^class (\w+)", stub, re.MULTILINE) == re.findall(r"^class (\w+)", source, re.MULTILINE)
        assert re.findall(r"^    (?:async )?def (\w+)", stub, re.MULTILINE) == re.findall(
            r"^    def (\w+)", source, re.MULTILINE
        )
        assert re.findall(r"^ +(\w+): ", stub, re.MULTILINE) == re.findall(
            r"^ +(\w+): (?!.*\.$)", re.sub(r'""".*?"""', "", source, flags=re.DOTALL), re.MULTILINE
        )
