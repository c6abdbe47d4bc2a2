"""What runs remember of each other: it saves work, and never hides a change."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIG, Run

OUT = "out/mini"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def generated(run: Run, project: Path) -> Path:
    assert run("generate", "-q").returncode == 0
    return project / OUT


def kept(project: Path) -> Iterator[Path]:
    """Every file that runs remember by."""
    return (path for path in sorted((project / ".sdkwright" / "cache").rglob("*")) if path.is_file())


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def of_another_shape(_content: bytes) -> bytes:
    return b"an entry of another version"


@pytest.mark.parametrize("damage", [cut, flipped, of_another_shape, lambda _: b""])
def test_a_broken_cache_is_as_if_it_were_not_there(
    run: Run, project: Path, generated: Path, damage: Callable[[bytes], bytes]
) -> None:
    before = contents(generated)
    folders = {path.relative_to(project / ".sdkwright" / "cache").parts[0] for path in kept(project)}
    for path in kept(project):
        path.write_bytes(damage(path.read_bytes()))

    shown = run("check")

    assert folders > {"outcomes", "read", "spelled"}
    assert (shown.returncode, shown.stdout) == (0, "")
    assert " 0 written, " in run("generate").stdout
    assert contents(generated) == before


def test_one_byte_of_any_kind_of_file_is_noticed(run: Run, project: Path, generated: Path) -> None:
    """A few generated files, drawn with a seed, each page, the manifest: one byte each, and back again."""
    drawn = random.Random(6).sample(sorted(generated.rglob("*.py")), 4)
    pages = sorted((project / "the docs").rglob("*.md"))
    for path in (*drawn, generated / "sdkwright.lock", *pages):
        content = path.read_bytes()
        path.write_bytes(content + b" " if path in pages else flipped(content))
        shown = run("check")
        path.write_bytes(content)

        assert shown.returncode == 1, path
        told = shown.stdout + shown.stderr
        assert (
            path.relative_to(project / "the docs") if path in pages else path.relative_to(project)
        ).as_posix() in told
    assert run("check").returncode == 0


def test_one_byte_of_a_template_is_noticed(run: Run, project: Path, generated: Path) -> None:
    assert run("templates", "python/client.py.j2", "--to", "own").returncode == 0
    config, own = project / "sdkwright.toml", project / "own" / "python" / "client.py.j2"
    config.write_text(CONFIG + 'templates = "own"\n')
    assert run("generate").returncode == 0

    own.write_bytes(own.read_bytes() + b"\n")
    shown = run("check")
    assert (shown.returncode, "the templates changed" in shown.stderr) == (1, True)


@pytest.mark.parametrize(
    "changed",
    [
        CONFIG.replace("/beta", "/betb"),
        CONFIG + "\n",
        CONFIG + "# of ours\n",
        CONFIG.replace("\n", "\r\n", 1),
        CONFIG + '[lint]\nignore = ["path-spelling"]\n',
        *(f'{CONFIG}{key} = "Other"\n' for key in ("title", "client", "version")),
        CONFIG + 'docs_url = "https://docs.example.org"\n',
        CONFIG + 'include = ["/lamps/**"]\n',
        CONFIG + 'exclude = ["/rooms/**"]\n',
        CONFIG + 'templates = "own"\n',
        CONFIG + 'overrides = "overrides.toml"\n',
    ],
)
def test_one_byte_of_the_configuration_is_noticed(run: Run, project: Path, generated: Path, changed: str) -> None:
    """What it asks for may be the same: the manifest tells what the tree was made from as it was written."""
    (project / "own").mkdir()
    (project / "overrides.toml").write_text("")
    (project / "sdkwright.toml").write_bytes(changed.replace('version = "Other"', 'version = "2.0.0"').encode())

    shown = run("check")

    assert (shown.returncode, "the configuration changed: sdkwright.toml" in shown.stderr) == (1, True)
    assert run("generate").returncode == 0
    assert run("check").returncode == 0


def test_one_byte_of_the_overrides_is_noticed(run: Run, project: Path) -> None:
    file = project / "overrides.toml"
    file.write_text("# none yet\n")
    (project / "sdkwright.toml").write_text(CONFIG + 'overrides = "overrides.toml"\n')
    assert run("generate").returncode == 0

    file.write_text("# None yet\n")
    shown = run("check")

    assert (shown.returncode, "sdkwright.toml or overrides.toml" in shown.stderr) == (1, True)


def test_in_a_shared_file_only_what_is_about_the_sdks_counts(run: Run, project: Path) -> None:
    own = CONFIG.replace("[sdk.mini]", "[tool.sdkwright.sdk.mini]")
    shared = project / "pyproject.toml"
    (project / "sdkwright.toml").unlink()
    shared.write_text(f'[project]\nname = "x"\n{own}\n[tool.other]\nx = 1\n')
    assert run("generate").returncode == 0

    shared.write_text(shared.read_text().replace("x = 1", "x = 2"))
    same = run("check")
    shared.write_text(shared.read_text().replace("/beta", "/betb"))

    assert (same.returncode, run("check").returncode) == (0, 1)


def outcomes(project: Path) -> int:
    """How often a tree was made, and not remembered."""
    return len(list((project / ".sdkwright" / "cache" / "outcomes").iterdir()))


def test_an_edit_that_says_nothing_new_rewrites_the_manifest_alone(run: Run, project: Path, generated: Path) -> None:
    before = contents(generated)
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text().replace("doc_type", "ms.date: 2021-07-16\ndoc_type", 1))
    assert (run("generate").returncode, outcomes(project)) == (0, 2)  # later lines moved
    page.write_text(page.read_text().replace("2021-07-16", "2021-11-27"))

    checked = run("check")
    told = run("generate", "--verbose")

    assert (checked.returncode, "resources/lamp.md" in checked.stderr) == (1, True)
    assert (told.returncode, told.stderr) == (0, "wrote out/mini/sdkwright.lock\n")
    assert outcomes(project) == 2
    assert {path for path, content in contents(generated).items() if content != before[path]} == {"sdkwright.lock"}
    assert run("check", "--no-cache").returncode == 0


def test_an_edit_that_says_nothing_new_hides_no_file_changed_by_hand(run: Run, project: Path, generated: Path) -> None:
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text() + "\n")
    file = generated / "mini" / "models" / "lamp.py"
    file.write_bytes(file.read_bytes() + b"# mine\n")

    refused = run("generate")

    assert (refused.returncode, "models/lamp.py" in refused.stderr) == (2, True)
    assert file.read_bytes().endswith(b"# mine\n")
    assert run("generate", "--force").returncode == 0
    assert run("check", "--no-cache").returncode == 0
