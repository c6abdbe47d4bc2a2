"""Pages that are broken, hostile or no pages at all, beside good ones, in one run of the real command.

Each gives a finding at its place; the rest of the page and every other page are generated as if nothing had happened.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIG, environment

DOCS = Path(__file__).parent / "docs"
TYPE = (DOCS / "resources" / "lamp.md").read_text(encoding="utf-8")
CALL = (DOCS / "api" / "lamp-get.md").read_text(encoding="utf-8")
ROOM = "Where it stands."
JSON = '"room": "kitchen"'


@dataclass(frozen=True)
class Bad:
    """A page made of a good one, the finding it must give, and what must still be generated of it."""

    name: str
    found: str
    """`LINE[:COLUMN]: CODE`."""
    spoil: Callable[[str], str | bytes]
    kept: str = "watts: int | None = None"
    kind: str = "type"

    @property
    def path(self) -> str:
        return f"resources/{self.name}.md" if self.kind == "type" else f"api/{self.name}-get.md"

    @property
    def generated(self) -> str:
        return f"mini/models/{self.name}.py" if self.kind == "type" else f"mini/requests/{self.name}s.py"

    def content(self) -> bytes:
        if self.kind == "type":
            page = TYPE.replace("lampMood", f"{self.name}Mood").replace("lamp", self.name)
        else:
            page = CALL.replace("/lamps", f"/{self.name}s")
        spoilt = self.spoil(page)
        assert spoilt != page
        return spoilt if isinstance(spoilt, bytes) else spoilt.encode()


def put(old: str, new: str) -> Callable[[str], str]:
    return lambda page: page.replace(old, new, 1)


def call(name: str, found: str, spoil: Callable[[str], str | bytes]) -> Bad:
    return Bad(name, found, spoil, kept='"""Get lamp.', kind="call")


BAD = (
    Bad("quotedtitle", "2: front-matter-line", put('resource type"', "resource type")),
    Bad("openfront", "1: front-matter-open", put("---\n\n#", "\n#")),
    Bad("cuttable", "27: row-short", lambda page: page[: page.index("| watts") + 18]),
    call("badjson", "71: json-unreadable", put('"watts": 40,', '"watts": 40 "oops')),
    call("openfence", "63: fence-open", lambda page: page.removesuffix("```\n")),
    Bad("strangetype", "27:11: unresolved-type", put("| Int32", "| noSuchType"), "watts: Any | None = None"),
    Bad("hugecell", "26:19: text-too-long", put(ROOM, "x" * 10_000_000)),
    Bad("hugewords", "26:19: text-too-long", put(ROOM, "lorem ipsum " * 100_000)),
    Bad("windows", "26:34: not-utf8", lambda page: page.encode().replace(b"stands.", b"stands\x92 \xff.")),
    Bad("nulls", "26:24: nul-character", put(ROOM, "Where\0it \x1b[31mstands\x1b]0;title\x07.")),
    call("loneescape", "67: json-unreadable", put(JSON, '"room": "\\ud800"')),
    call("deeplist", "67: json-unreadable", put(JSON, f'"room": {"[" * 10_000}{"]" * 10_000}')),
    call("deepobject", "67: json-unreadable", put(JSON, '"room": ' + '{"a":' * 50_000 + "1" + "}" * 50_000)),
    Bad("oneline", "50: text-too-long", lambda page: page + "x" * 1_000_000 + "\n"),
    Bad("brackets", "26:19: text-too-long", put(ROOM, "[" * 10_000 + "a" + "]" * 10_000)),
    Bad("ticks", "26:19: text-too-long", put(ROOM, "`" * 200_000)),
    Bad("pipes", "26:4: row-long", put("| room | String | Where it stands. |", "|" * 200_000)),
    Bad("manyheadings", "55: duplicate-heading", lambda page: page + "\n## Properties\n\nNone.\n" * 3_000),
    Bad("deepquotes", "1: nested-too-deeply", lambda page: f"{'>' * 20_000} x\n\n{page}"),
    Bad("deepitems", "10: nested-too-deeply", lambda page: "".join(f"{'  ' * n}- a\n" for n in range(1_000)) + page, ""),
    call("conflict", "25: conflict-marker", put("GET", "<<<<<<< HEAD\nGET /conflicts/{id}\n=======\nGET /x\n>>>>>>> b\nGET")),
    Bad("farnamespace", "9: namespace-malformed", put("microsoft.graph", "microsoft.graph/../../x")),
    call("dots", "26:5: path-spelling", put("{id}", "{id}\nGET /dots/{id}/../../etc/passwd")),
)  # fmt: skip

HOSTILE = {
    "jinja": put(ROOM, "{{ 7 * 7 }} {% raw %} {# x #} {{ config.__class__ }}"),
    "quotes": put(ROOM, '"""); import os; os.system("touch pwned"); """ \\'),
    "names": put("| room |", "| ro\"om'; import os |"),
    "members": put("`calm`", "`calm'''`, `\"; import os`, `__init__`, `mro`, `None`, `\x1b[31m`"),
    "manyrooms": put("| room | String | Where it stands. |", "\n".join(f"| room{n} | String | x |" for n in range(2_000))),
    "passwords": put("None.", "[!INCLUDE [x](../../../../../../../../etc/passwd)]\n\n[!INCLUDE [x](/etc/passwd)]"),
}  # fmt: skip
"""Pages with which nothing need be wrong, whatever they try."""

ODD = {
    "api/empty.md": "1: page-empty",
    "api/x.md": "1: not-a-file",
    r"api/line\x0afeed.md": "1: odd-page-name",
    r"api/esc\x1b[31m.md": "1: odd-page-name",
    r"api/latin\xe9.md": "1: odd-page-name",
    "api/loop.md": "1: unreadable-page",
    "api/gone.md": "1: unreadable-page",
    "api/passwd.md": "1: outside-root",
    "up": "1: outside-root",
    "api/pipe.md": "1: not-a-file",
    "api/utf16.md": "1:1: not-utf8",
    "api/binary.md": "1:1: nul-character",
}
"""Entries of the tree that are no pages, or pages that nobody can read."""


def make_odd(docs: Path) -> None:
    api = docs / "api"
    (api / "empty.md").write_bytes(b"")
    (api / "x.md").mkdir()
    for name in (b"line\nfeed.md", b"esc\x1b[31m.md", b"latin\xe9.md"):
        Path(os.fsdecode(os.fsencode(api) + b"/" + name)).write_text(CALL)
    (api / "loop.md").symlink_to("loop.md")
    (api / "gone.md").symlink_to("nowhere.md")
    (api / "passwd.md").symlink_to("/etc/passwd")
    (docs / "up").symlink_to("..")
    os.mkfifo(api / "pipe.md")
    (api / "utf16.md").write_bytes(CALL.encode("utf-16"))
    (api / "binary.md").write_bytes(bytes(range(256)) * 100)


@dataclass(frozen=True)
class Outcome:
    """What came of one run over all of them."""

    root: Path
    generate: subprocess.CompletedProcess[str]
    lint: subprocess.CompletedProcess[str]
    seconds: float

    def written(self, name: str) -> str:
        return (self.root / "out" / "mini" / name).read_text(encoding="utf-8")

    def told(self, path: str) -> list[str]:
        start = f"the docs/{path}:"
        return [line.removeprefix(start) for line in self.lint.stdout.splitlines() if line.startswith(start)]


def sdkwright(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "generator", *arguments, "-j", "1"],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    root = tmp_path_factory.mktemp("bad")
    shutil.copytree(DOCS, root / "the docs")
    (root / "sdkwright.toml").write_text(CONFIG)
    for bad in (*BAD, *(Bad(name, "", spoil) for name, spoil in HOSTILE.items())):
        (root / "the docs" / bad.path).write_bytes(bad.content())
    make_odd(root / "the docs")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    generated = sdkwright(root, "generate")
    linted = sdkwright(root, "lint", "--output-format", "concise")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Outcome(root=root, generate=generated, lint=linted, seconds=seconds)


def test_the_exit_codes_say_what_happened(outcome: Outcome) -> None:
    """Done, though things were left out; found something."""
    assert (outcome.generate.returncode, outcome.lint.returncode) == (1, 1)
    assert outcome.generate.stdout.startswith("mini -> out/mini")
    assert "left out because of errors in the docs of mini:\n" in outcome.generate.stderr


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_what_is_wrong_has_a_place_and_the_rest_is_generated(outcome: Outcome, bad: Bad) -> None:
    assert any(line.startswith(f"{bad.found} ") for line in outcome.told(bad.path)), outcome.told(bad.path)[:8]
    if bad.kept:
        assert bad.kept in outcome.written(bad.generated)


@pytest.mark.parametrize("path", ODD)
def test_what_is_no_page_is_named(outcome: Outcome, path: str) -> None:
    assert any(line.startswith(f"{ODD[path]} ") for line in outcome.told(path))


@pytest.mark.parametrize("name", HOSTILE)
def test_text_of_pages_is_data(outcome: Outcome, name: str) -> None:
    assert "watts: int | None = None" in outcome.written(f"mini/models/{name}.py")


def test_the_good_pages_are_generated_as_ever(outcome: Outcome, tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "the docs")
    (tmp_path / "sdkwright.toml").write_text(CONFIG)
    sdkwright(tmp_path, "generate")

    for name in ("mini/models/lamp.py", "mini/enums/lamp_mood.py", "mini/requests/lamps.py", "tests/test_lamps.py"):
        assert outcome.written(name) == (tmp_path / "out/mini" / name).read_text(encoding="utf-8")


def test_the_generated_tests_pass(outcome: Outcome) -> None:
    """Those of examples that nobody can read too: each is known to be wrong, with the finding that says why."""
    package = outcome.root / "out" / "mini"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rx", "-n", "0"]
    done = subprocess.run(command, cwd=package, env=environment(), capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-8000:]
    known = set(re.findall(r" - example-[a-z-]+ (\S+):\d+$", done.stdout, re.MULTILINE))
    assert {"api/badjson-get.md", "api/deeplist-get.md", "api/deepobject-get.md"} <= known


def test_nothing_steers_a_terminal(outcome: Outcome) -> None:
    said = [outcome.generate.stdout, outcome.generate.stderr, outcome.lint.stdout, outcome.lint.stderr]

    assert all(re.search(r"[^\n\x20-\x7e\u00a0-\U0010ffff]", text) is None for text in said)


def test_nothing_leaves_the_output_or_enters_it_from_outside(outcome: Outcome) -> None:
    assert sorted(path.name for path in outcome.root.iterdir()) == [".sdkwright", "out", "sdkwright.toml", "the docs"]
    assert [path.name for path in (outcome.root / "out").iterdir()] == ["mini"]
    written = [path for path in (outcome.root / "out").rglob("*") if path.is_file()]
    assert not any(b"root:x:" in path.read_bytes() for path in written)


def test_time_is_in_proportion(outcome: Outcome) -> None:
    """Some 20 MB of pages. Anything that takes a page's size squared would take minutes."""
    assert outcome.seconds < 40


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads what it may not")
def test_a_page_that_may_not_be_read_is_left_out(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "the docs")
    (tmp_path / "sdkwright.toml").write_text(CONFIG)
    (tmp_path / "the docs" / "api" / "lamp-get.md").chmod(0)

    done = sdkwright(tmp_path, "generate")

    assert done.returncode == 1
    assert "the docs/api/lamp-get.md:1: unreadable-page" in done.stderr
