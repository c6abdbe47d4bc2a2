"""What is read, held to the service's own metadata: no score may drop below the one in `scores.json`.

`UPDATE_SCORES=1 python -m pytest tests/corpus/test_judge.py` writes the scores anew, for review.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.conftest import Generated, sdkwright

SCORES = Path(__file__).parent / "scores.json"
INFORMATION = {"nullable", "containsTarget"}
"""What the judge prints for information: the docs do not say it."""


@pytest.fixture(scope="session")
def scores(generated: Generated, judge: Path) -> dict[str, float]:
    """Percentages by name of all that the judge measures."""
    found: dict[str, float] = {}
    for name in ("csdl", "openapi", "permissions"):
        written, summary = generated.project / f"{name}.out", generated.project / f"{name}.json"
        made = sdkwright("export", name, "-o", str(written), cwd=generated.project)
        assert made.returncode == 0, made.stderr
        command = [sys.executable, str(judge / "judge.py"), name, str(written), "--version", "beta"]
        subprocess.run([*command, "--json", str(summary)], cwd=generated.project, check=True, capture_output=True)
        measured = json.loads(summary.read_text())["scores"]
        found |= {key: row["percent"] for key, row in measured.items() if isinstance(row, dict)}
    return {key: found[key] for key in sorted(found) if key not in INFORMATION}


def test_no_score_drops(scores: dict[str, float]) -> None:
    if os.environ.get("UPDATE_SCORES"):
        SCORES.write_text(json.dumps(scores, indent=1) + "\n")
    held = json.loads(SCORES.read_text())

    dropped = {key: f"{score} -> {scores.get(key)}" for key, score in held.items() if scores.get(key, 0.0) < score}

    assert dropped == {}
    assert scores.keys() == held.keys()
