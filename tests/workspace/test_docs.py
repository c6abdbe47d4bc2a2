"""Docs places: every odd entry of a tree is read or named, whether the tree is a folder or a git revision."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from generator.workspace.docs import Docs, read_docs
from generator.workspace.errors import WorkspaceError

PAGE = b"# Page\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "a docs folder"
    (folder / "api").mkdir(parents=True)
    (folder / "api" / "user-get.md").write_bytes(PAGE)
    return folder


def paths(docs: Docs) -> list[str]:
    return [each.path for each in docs.sources]


def codes(docs: Docs) -> list[tuple[str, str]]:
    return [(each.code, str(each.span)) for each in docs.diagnostics]


def commit(root: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "docs")


def test_pages_are_sorted_by_path_and_only_markdown_is_read(root: Path) -> None:
    for name in ("B.MD", "a.md", "toc.yml", ".hidden.md", "image.png"):
        (root / name).write_bytes(PAGE)
    (root / ".git").mkdir()
    (root / ".git" / "description.md").write_bytes(PAGE)

    docs = read_docs(str(root), Path())

    assert paths(docs) == ["B.MD", "a.md", "api/user-get.md"]
    assert codes(docs) == []


def test_a_folder_and_a_revision_of_it_are_the_same_docs(root: Path) -> None:
    (root / "api" / "ünïcode page.md").write_bytes("# Ü\r\nx\r".encode())
    (root / "empty.md").write_bytes(b"")
    (root / "bom.md").write_bytes(b"\xef\xbb\xbf# x\n")
    (root / "linked.md").symlink_to("api/user-get.md")
    (root / "odd.md").write_bytes(b"# x\n\n12\x92\n")
    commit(root)

    folder = read_docs(".", root)
    revision = read_docs("git:HEAD:", root)

    assert folder == revision
    assert codes(folder) == [("not-utf8", "odd.md:3:3")]
    assert len(folder.sources) == 6


def test_what_sdkwright_wrote_is_no_page(root: Path) -> None:
    (root / "generated" / "sdk" / "docs").mkdir(parents=True)
    (root / "generated" / "sdk" / "docs" / "using.md").write_bytes(PAGE)
    (root / "generated" / "own.md").write_bytes(PAGE)
    (root / "generated" / "sdk" / "sdkwright.lock").write_bytes(b"{}")
    commit(root)

    assert paths(read_docs(str(root), Path())) == ["api/user-get.md", "generated/own.md"]
    assert read_docs("git:HEAD:", root) == read_docs(str(root), Path())


def test_a_revision_is_read_without_looking_at_the_working_tree(root: Path) -> None:
    commit(root)
    (root / "api" / "user-get.md").write_bytes(b"changed")
    (root / "new.md").write_bytes(PAGE)

    docs = read_docs("git:HEAD:api", root)

    assert [(each.path, each.text) for each in docs.sources] == [("user-get.md", PAGE.decode())]
    assert read_docs("git:HEAD:./", root / "api") == docs


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("nowhere", "cannot read the docs folder"),
        ("api/user-get.md", "cannot read the docs folder"),
        ("void", "there is no page"),
        ("git:HEAD", "write git:REVISION:FOLDER"),
        ("git:nonsense:", "git cannot read the docs"),
        ("git:--help:", "git cannot read the docs"),
        ("git:HEAD:nowhere", "git cannot read the docs"),
        ("git:HEAD:api/user-get.md", "is a file"),
    ],
)
def test_a_place_that_cannot_be_read_is_an_error(root: Path, location: str, reason: str) -> None:
    (root / "void").mkdir()
    commit(root)

    with pytest.raises(WorkspaceError, match=reason):
        read_docs(str(root / location) if not location.startswith("git:") else location, root)


def test_entries_that_are_no_pages_are_named(root: Path, tmp_path: Path) -> None:
    (root / "folder.md").mkdir()
    (root / "folder.md" / "inner.md").write_bytes(PAGE)
    os.mkfifo(root / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(root / "socket.md"))
    (tmp_path / "outside.md").write_bytes(PAGE)
    (root / "leaving.md").symlink_to(tmp_path / "outside.md")
    (root / "dangling.md").symlink_to("nothing.md")
    (root / "loop.md").symlink_to("loop.md")
    (root / "up").symlink_to("..")
    (root / "again").symlink_to("api")
    with (root / "large.md").open("wb") as file:
        file.truncate(33 * 1024 * 1024)

    docs = read_docs(str(root), Path())

    assert paths(docs) == ["api/user-get.md", "folder.md/inner.md"]
    assert codes(docs) == [
        ("linked-folder", "again:1"),
        ("unreadable-page", "dangling.md:1"),
        ("not-a-file", "folder.md:1"),
        ("page-too-large", "large.md:1"),
        ("outside-root", "leaving.md:1"),
        ("unreadable-page", "loop.md:1"),
        ("not-a-file", "pipe.md:1"),
        ("not-a-file", "socket.md:1"),
        ("outside-root", "up:1"),
    ]


def test_names_that_are_no_text_are_named_in_ascii(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/latin\xe9.md")).write_bytes(PAGE)
    (root / "line\nfeed.md").write_bytes(PAGE)
    (root / "escape\x1b[2J.md").write_bytes(PAGE)
    commit(root)

    folder = read_docs(".", root)

    assert paths(folder) == ["api/user-get.md"]
    assert [code for code, _ in codes(folder)] == ["odd-page-name"] * 3
    assert all(str(each.span).isprintable() and each.message.isprintable() for each in folder.diagnostics)
    assert read_docs("git:HEAD:", root) == folder


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads files whatever their mode")
def test_what_may_not_be_read_is_named(root: Path) -> None:
    (root / "secret.md").write_bytes(PAGE)
    (root / "secret.md").chmod(0)
    (root / "closed").mkdir(mode=0)

    docs = read_docs(str(root), Path())

    (root / "closed").chmod(0o700)
    assert paths(docs) == ["api/user-get.md"]
    assert codes(docs) == [("unreadable-page", "closed:1"), ("unreadable-page", "secret.md:1")]


def test_the_digest_names_paths_and_bytes(root: Path) -> None:
    before = read_docs(str(root), Path()).digest
    (root / "api" / "user-get.md").rename(root / "api" / "user-got.md")
    renamed = read_docs(str(root), Path()).digest
    (root / "api" / "user-got.md").write_bytes(PAGE + b"\r\n")
    ended = read_docs(str(root), Path()).digest

    assert len({before, renamed, ended}) == 3


def test_revision_links_that_leave_or_break_are_named(root: Path) -> None:
    (root / "docs").mkdir()
    (root / "docs" / "ok.md").write_bytes(PAGE)
    (root / "docs" / "leaving.md").symlink_to("../api/user-get.md")
    (root / "docs" / "loop.md").symlink_to("loop.md")
    (root / "docs" / "dangling.md").symlink_to("nothing.md")
    commit(root)

    docs = read_docs("git:HEAD:docs", root)

    assert paths(docs) == ["ok.md"]
    assert {code for code, _ in codes(docs)} == {"outside-root"}
    assert len(docs.diagnostics) == 3


def test_docs_of_another_repository_are_read_from_it(root: Path, tmp_path: Path) -> None:
    commit(root)
    (root / "api" / "user-get.md").write_text("# Not committed\n")
    project = tmp_path / "project"
    project.mkdir()
    (project / "linked").symlink_to(root)

    for folder in (f"./../{root.name}", "./linked"):
        assert [each.text for each in read_docs(f"git:HEAD:{folder}", project).sources] == ["# Page\n"]


def test_a_folder_that_is_gone_is_read_from_the_revision_that_had_it(root: Path) -> None:
    commit(root)
    shutil.rmtree(root / "api")

    assert paths(read_docs("git:HEAD:./api", root)) == ["user-get.md"]
