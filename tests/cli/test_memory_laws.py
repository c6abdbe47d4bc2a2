"""Whatever happens to pages between two runs, the second writes what a first run of the same pages writes."""

from __future__ import annotations

import shutil
from enum import StrEnum
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.cli.generate import generate_one
from generator.cli.project import find_project
from generator.cli.session import Session
from tests.cli.conftest import CONFIG, ROOT

DOCS = ROOT / "specs" / "beta"
PAGES = {
    path.relative_to(DOCS).as_posix(): path.read_bytes()
    for pattern in ("*/callrecords-*.md", "resources/enums-callrecords.md", "resources/identity*.md", "includes/*.md")
    for path in sorted(DOCS.glob(pattern))
}


class Kind(StrEnum):
    """What happens to a page. Those of lines break tables, headings, annotations and JSON as often as they change words."""

    DELETE_LINE = "delete a line"
    REPEAT_LINE = "repeat a line"
    MOVE_LINE = "put a line of another page in place of a line"
    OTHER_WORDS = "use another word throughout the page"
    DELETE = "delete the page"
    RENAME = "rename the page"
    COPY = "copy the page"
    REPLACE = "give it the content of another page"
    RESTORE = "give all pages their first content"


class Edit(msgspec.Struct, frozen=True):
    """One thing that happens. Numbers choose pages and lines, whatever there is of them."""

    kind: Kind
    page: int
    other: int
    line: int


EDITS = st.builds(Edit, st.sampled_from(Kind), *(st.integers(0, 400) for _ in range(3)))
WORDS = (b"callRecord", b"session", b"String", b"identity", b"Possible values are", b"GET", b"microsoft.graph", b"|")


def edited(pages: dict[str, bytes], edit: Edit) -> dict[str, bytes]:
    """The pages after `edit`."""
    names = sorted(pages)
    name, other = names[edit.page % len(names)], names[edit.other % len(names)]
    match edit.kind:
        case Kind.RESTORE:
            return dict(PAGES)
        case Kind.DELETE if len(pages) > 1:
            return {path: content for path, content in pages.items() if path != name}
        case Kind.RENAME:
            return {renamed(path) if path == name else path: content for path, content in pages.items()}
        case Kind.COPY:
            return pages | {renamed(name): pages[name]}
        case Kind.REPLACE:
            return pages | {name: pages[other]}
        case _:
            return pages | {name: reworded(pages[name], pages[other], edit)}


def renamed(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/new-{name}"


def reworded(content: bytes, other: bytes, edit: Edit) -> bytes:
    lines, others = content.splitlines(keepends=True), other.splitlines(keepends=True)
    at = edit.line % max(len(lines), 1)
    match edit.kind:
        case Kind.DELETE_LINE:
            lines[at : at + 1] = []
        case Kind.REPEAT_LINE:
            lines[at:at] = lines[at : at + 1]
        case Kind.MOVE_LINE:
            lines[at : at + 1] = others[edit.line % max(len(others), 1) :][:1]
        case _:
            word = WORDS[edit.line % len(WORDS)]
            return content.replace(word, WORDS[edit.other % len(WORDS)])
    return b"".join(lines)


def write(folder: Path, pages: dict[str, bytes]) -> None:
    """Make `folder` hold these pages; those that are there already are not touched."""
    for path in folder.rglob("*.md"):
        if path.relative_to(folder).as_posix() not in pages:
            path.unlink()
    for name, content in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)


def generate(root: Path, pages: dict[str, bytes], *, cached: bool) -> dict[str, bytes]:
    """Every file of the SDK of the project at `root`, once its docs are these pages."""
    write(root / "the docs", pages)
    (root / "sdkwright.toml").write_text(CONFIG)
    project = find_project(root / "sdkwright.toml", root)
    session = Session(project=project, jobs=1, cached=cached, quiet=True, verbose=False, color=None)
    generate_one(session, project.config.sdks[0], lambda _stage, _done, _total: None, force=False)
    out = root / project.config.sdks[0].out
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


NOT_SHRUNK = tuple(each for each in Phase if each is not Phase.shrink)
"""Making a failure smaller runs hundreds of SDKs; the edits that are printed are few as it is."""


@settings(max_examples=8, deadline=None, phases=NOT_SHRUNK, suppress_health_check=[HealthCheck.too_slow])
@given(rounds=st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_edited_docs_give_what_a_first_run_gives(rounds: list[list[Edit]]) -> None:
    pages = dict(PAGES)
    with TemporaryDirectory() as folder:
        number = count()
        generate(Path(folder) / "kept", pages, cached=True)
        for edits in rounds:
            for edit in edits:
                pages = edited(pages, edit)
            fresh = Path(folder) / f"fresh {next(number)}"

            assert generate(Path(folder) / "kept", pages, cached=True) == generate(fresh, pages, cached=False)
            shutil.rmtree(fresh)
