"""The guide of the whole reference's package runs as it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.corpus.conftest import Generated
from tests.integration.guide import run_guide


def test_the_lines_of_the_guide_run(generated: Generated, tmp_path: Path) -> None:
    package = Path(shutil.copytree(generated.out, tmp_path / "package"))

    told = run_guide(package, package / "docs" / "using.md")

    assert told["wrong"] == []
    assert len(told["seen"]) > 20
