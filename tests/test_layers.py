"""ARCHITECTURE.md as a test: who may import whom, and who may touch the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent
LAYERS = (
    {"text"},
    {"diagnostics"},
    {"model"},
    {"facts", "markdown", "dialect"},
    {"extract"},
    {"link"},
    {"overrides"},
    {"lint", "diff", "python", "export"},
    {"emit"},
    {"config", "workspace", "cache"},
    {"build"},
    {"cli"},
)
"""From the lowest; those of one set do not know each other."""
RANKS = {name: rank for rank, names in enumerate(LAYERS) for name in names}
OUTERMOST = ("workspace", "cache", "build", "cli")
"""The layers that read and write files, start processes and talk to terminals."""
SHIPPED_DATA = {"dialect/profile.py", "emit"}
"""Below them: a profile and templates are read from the package itself, or from where the user says."""
WORLD = {
    "os",
    "io",
    "subprocess",
    "socket",
    "shutil",
    "tempfile",
    "multiprocessing",
    "threading",
    "signal",
    "time",
    "random",
}


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "_templates" not in path.parts)


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that the file imports, anywhere in it, with its line."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            assert node.module is not None
            if node.module == "generator":
                yield from ((f"generator.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


def test_imports_go_one_way() -> None:
    wrong = [
        f"{path}:{line}: {layer_of(path)} must not know {other}"
        for path in modules()
        for other, line in layers_imported(path)
        if other != layer_of(path) and not (layer_of(path) in RANKS and RANKS[other] < RANKS[layer_of(path)])
    ]

    assert wrong == []


def layers_imported(path: Path) -> Iterator[tuple[str, int]]:
    for name, line in imported(path):
        package, _, rest = name.partition(".")
        layer = rest.partition(".")[0]
        if (
            package == "generator"
            and layer not in {"", "__version__"}
            and layer_of(path) not in {"__init__", "__main__"}
        ):
            yield layer, line


def test_only_the_outermost_layers_touch_the_world() -> None:
    touching = [
        f"{path}:{line}: {name}"
        for path in modules()
        if layer_of(path) not in {*OUTERMOST, "__init__", "__main__"}
        and not {path.relative_to(ROOT).as_posix(), layer_of(path)} & SHIPPED_DATA
        for name, line in imported(path)
        if name.partition(".")[0] in WORLD
    ]

    assert touching == []


def test_every_module_says_what_it_is() -> None:
    silent = [str(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_bytes()))]

    assert silent == []


def test_every_layer_is_known() -> None:
    found = {layer_of(path) for path in modules()} - {"__init__", "__main__"}

    assert found == set(RANKS)
