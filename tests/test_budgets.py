"""Sizes that keep the code readable, and names that say something."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent
LONGEST_FILE = 300
MEDIAN_FILE = 120
LONGEST_FUNCTION = 40
VAGUE = {"util", "utils", "helper", "helpers", "base", "common", "misc"}


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "_templates" not in path.parts)


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A rule's docstring is its manual page: text, not code."""
    first = node.body[0]
    return 0 if ast.get_docstring(node) is None else (first.end_lineno or first.lineno) - first.lineno + 1


def test_files_are_short() -> None:
    sizes = {str(path): lines_of(path) for path in modules()}

    assert {path: size for path, size in sizes.items() if size > LONGEST_FILE} == {}
    assert statistics.median(sizes.values()) <= MEDIAN_FILE


def test_functions_are_short() -> None:
    long = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring_lines(node)
                if size > LONGEST_FUNCTION:
                    long.append(f"{path}:{node.lineno} {node.name}: {size} lines")

    assert long == []


def test_names_say_something() -> None:
    assert [str(path) for path in modules() if path.stem in VAGUE or path.parent.name in VAGUE] == []
