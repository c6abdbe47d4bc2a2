"""What holds for every generated package: nothing documented is lost, text stays text, order and hash seeds do not matter."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.emit.shipped import runtime_sources
from generator.model.api import Api
from generator.model.indexes.calls import calls
from generator.model.indexes.indexed import Indexed
from generator.model.paths import Name
from generator.python import lower
from generator.python.selection import select
from generator.text import Span
from tests.python.lowering import OPTIONS, files, specs, specs_files, specs_lowered
from tests.python.reached import callable_routes, normal

ROOT = Path(__file__).parents[2]


def test_every_documented_call_is_callable() -> None:
    """Read back from the generated code, each verb and path of the pages is there."""
    reached = callable_routes(specs_files(), "sdk")
    documented = {
        (each.operation.verb.value, normal(str(each.route.path).partition("?")[0]), str(each.route.span))
        for call in calls(specs())
        for each in call.documents
    }

    unclosed = {(verb, path.rstrip(":")) for verb, path in reached}  # `root:/{path}` needs no second colon
    lost = {each for each in documented if each[:2] not in reached and (each[0], each[1].rstrip(":")) not in unclosed}

    assert {each for each in lost if not _lists_arguments(each[1], reached)} == set()


def _lists_arguments(path: str, reached: set[tuple[str, str]]) -> bool:
    """A function that the request line names without parentheses, although the page lists its parameters."""
    return any(found.startswith(f"{path}(") for _, found in reached)


def test_every_call_has_a_site() -> None:
    assert {(each.verb, each.shape) for each in specs_lowered().sites} == {
        (each.verb.value, each.shape) for each in calls(specs())
    }


def test_a_package_is_python_throughout() -> None:
    for path, text in specs_files().items():
        if path.endswith((".py", ".pyi")):
            compile(text, path, "exec")


def test_paths_are_short_and_plain() -> None:
    for path in specs_files():
        assert len(path) <= 120
        assert path.isascii()
        assert not path.startswith(("/", ".."))


EVIL = '"""\n+__import__("os").system("evil")+{{ evil }}{% evil %}\\"\\N{BULLET}\x1b[31m\u202e\'\'\'/../'


def _poisoned(value: Any) -> Any:
    """The same value with every text that pages are free to choose replaced by something nasty."""
    if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        changed = {name: _poisoned(getattr(value, name)) for name in value.__struct_fields__}
        free = {"description", "summary", "title", "text", "label", "default", "reason"} & changed.keys()
        if not isinstance(value, Name):
            changed |= {name: f"a{EVIL}{changed[name]}" for name in free if isinstance(changed[name], str)}
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_poisoned(each) for each in value)
    return value


def _renamed(api: Api) -> Api:
    """Wire names that are no names: of properties, members and parameters."""
    return msgspec.structs.replace(
        api,
        types=tuple(
            msgspec.structs.replace(
                each,
                properties=tuple(msgspec.structs.replace(prop, name=prop.name + EVIL) for prop in each.properties),
            )
            for each in api.types
        ),
        enums=tuple(
            msgspec.structs.replace(
                each, members=tuple(msgspec.structs.replace(member, name=member.name + EVIL) for member in each.members)
            )
            for each in api.enums
        ),
    )


@pytest.mark.parametrize("poison", [_poisoned, _renamed], ids=["text", "names"])
def test_text_of_pages_never_becomes_code(poison: Any) -> None:
    made = files(lower(Indexed(api=poison(specs())), OPTIONS))

    for path, text in made.items():
        assert "\x1b" not in text, path
        assert "\u202e" not in text, path
        assert ".." not in path.split("/")
        if path.endswith((".py", ".pyi")):
            for node in ast.walk(ast.parse(text)):
                assert not (isinstance(node, ast.Name) and node.id in ("__import__", "evil")), path
                assert not (isinstance(node, ast.Attribute) and node.attr == "system"), path


_DIGEST = """
import hashlib
from tests.python.lowering import specs_files
print(hashlib.sha256("".join(f"{path}{text}" for path, text in sorted(specs_files().items())).encode()).hexdigest())
"""


def test_the_hash_seed_does_not_matter() -> None:
    here = "".join(f"{path}{text}" for path, text in sorted(specs_files().items()))
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _DIGEST], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == hashlib.sha256(here.encode()).hexdigest()


def test_globs_narrow_the_package() -> None:
    chosen = select(specs(), ("/users/**",), ("/users/*/messages/**",))

    paths = {str(route.path) for each in chosen.operations for route in each.routes}
    assert paths
    assert all(path.startswith("/users") and path.split("/")[3:4] != ["messages"] for path in paths)
    assert {each.name for each in chosen.types} < {each.name for each in specs().types}
    assert any(each.name == "microsoft.graph.user" for each in chosen.types)


def test_no_globs_change_nothing() -> None:
    assert select(specs(), (), ()) is specs()
    renamed = select(specs(), ("/users/{whoever}/**",), ())
    assert renamed.operations
    assert renamed == select(specs(), ("/users/{user id | name}/**",), ())


def test_a_package_without_anything_is_a_package() -> None:
    empty = select(specs(), ("/nothing/**",), ())

    made = files(lower(Indexed(api=empty), OPTIONS, runtime=runtime_sources()))

    assert json.loads(made["sdk/_types.json"]) == {"models": {}, "enums": {}}
    assert json.loads(made["sdk/_permissions.json"]) == {"sets": [], "routes": {}}
    for path, text in made.items():
        if path.endswith((".py", ".pyi")):
            compile(text, path, "exec")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specs' package on disk, with its runtime."""
    root = tmp_path_factory.mktemp("package")
    for path, text in files(lower(Indexed(api=specs()), OPTIONS, runtime=runtime_sources())).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_mypy_finds_nothing(written: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(written / ".cache"), "sdk"],
        cwd=written, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.stdout.startswith("Success"), done.stdout


def test_pyright_finds_nothing(written: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "sdk"],
        cwd=written, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "0 errors, 0 warnings" in done.stdout, done.stdout
