"""The runtime is copied as it is: it has to be laid out as the rest of the package, and short as the rest of the code."""

from __future__ import annotations

import black
import pytest
from conftest import RUNTIME

MODE = black.Mode(line_length=110, target_versions={black.TargetVersion.PY311})


@pytest.mark.parametrize("file", sorted(RUNTIME.glob("*.py")), ids=lambda file: file.stem)
def test_layout(file) -> None:
    text = file.read_text("utf-8")

    assert black.format_str(text, mode=MODE) == text
    assert len(text.splitlines()) <= 300
