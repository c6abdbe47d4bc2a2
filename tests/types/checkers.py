"""mypy and pyright as a user runs them, in processes of their own, with what they found and what they took."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile

HERE = Path(__file__).parent
PROGRAM, MISTAKES = HERE / "generated_program.py", HERE / "generated_mistakes.py"
DEPRECATIONS = HERE / "generated_deprecations.py"
CORPUS_PROGRAM = HERE / "corpus_program.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Errors by file name and line; CPU seconds and the most memory of the process and those it started."""

    errors: dict[str, set[int]]
    seconds: float
    megabytes: int
    output: str


def mypy(folder: Path, *targets: str, cache: Path) -> Checked:
    """`mypy --strict`; a new `cache` is a cold start."""
    command = ["-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(cache), *targets]
    output, seconds, megabytes = _run(folder, command)
    found = re.findall(r"^(.+?):(\d+): error:", output, re.MULTILINE)
    return Checked(errors=_by_file(found), seconds=seconds, megabytes=megabytes, output=output)


def pyright(folder: Path, *targets: str) -> Checked:
    """pyright, strict on every file that is named."""
    config = {"typeCheckingMode": "strict", "include": list(targets), "reportUnusedExpression": False}
    (folder / "pyrightconfig.json").write_text(json.dumps(config))
    output, seconds, megabytes = _run(folder, ["-m", "pyright", "--outputjson", "--pythonpath", sys.executable])
    told = json.loads(output)["generalDiagnostics"]
    found = [(each["file"], str(each["range"]["start"]["line"] + 1)) for each in told if each["severity"] == "error"]
    return Checked(errors=_by_file(found), seconds=seconds, megabytes=megabytes, output=output)


def wrong_lines(program: Path = MISTAKES) -> set[int]:
    return {number for number, line in enumerate(program.read_text().splitlines(), start=1) if "# wrong" in line}


_MEASURED = """
import resource, subprocess, sys
code = subprocess.call([sys.executable, *sys.argv[2:]])
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""
"""A small process between: what a new one has held at most begins with what the process that starts it held."""


def _run(folder: Path, arguments: list[str]) -> tuple[str, float, int]:
    with TemporaryFile() as out, NamedTemporaryFile() as peak:
        process = subprocess.Popen([sys.executable, "-c", _MEASURED, peak.name, *arguments], cwd=folder, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text, kilobytes = out.read().decode(), int(peak.read() or 0)
    assert process.returncode in (0, 1), text
    return text, usage.ru_utime + usage.ru_stime, kilobytes // 1024


def _by_file(found: list[tuple[str, str]]) -> dict[str, set[int]]:
    errors: dict[str, set[int]] = {}
    for file, line in found:
        errors.setdefault(Path(file).name, set()).add(int(line))
    return errors
