"""Every kind of finding is registered once, has a manual page, and `explain` prints it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import generator
from generator.cli.explain import manual_page
from generator.cli.registry import CODES
from generator.diagnostics import Code


def declared() -> Iterator[Code]:
    """Every `Code` that any module holds, on its own or in a rule."""
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if info.name != "generator.__main__":
            for value in vars(importlib.import_module(info.name)).values():
                code = getattr(value, "code", value)
                if isinstance(code, Code):
                    yield code


def test_every_code_is_registered() -> None:
    forgotten = {code.id for code in declared()} - CODES.keys()

    assert forgotten == set()


def test_an_id_belongs_to_one_code() -> None:
    by_id: dict[str, set[Code]] = {}
    for code in declared():
        by_id.setdefault(code.id, set()).add(code)

    assert {name for name, codes in by_id.items() if len(codes) > 1} == set()


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)
def test_a_code_has_a_manual_page(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.id)
    assert code.summary.endswith(".")
    assert len(code.explanation.split()) > 20
    for part in ("Bad", "Good"):
        assert part in code.explanation, f"{code.id} gives no example: {part}"
    assert code.id in manual_page(code)
