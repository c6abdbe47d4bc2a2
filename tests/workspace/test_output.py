"""Output folders: whole or not at all, nobody else's file touched, and a run that dies leaves one of the two trees."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from generator.workspace.comparison import State
from generator.workspace.errors import WorkspaceError
from generator.workspace.manifest import LOCK_NAME, Entry, Manifest, ManifestError, Origin, parse_manifest, sha256
from generator.workspace.output import EditedError, Tree, judge, write

ORIGIN = Origin(generator="1", docs="d", templates="t", config="c")


def tree(**files: str) -> Tree:
    contents = {name.replace("__", "/") + ".py": text.encode() for name, text in files.items()}
    entries = {path: Entry(sha256=sha256(content), pages=("api/x.md",)) for path, content in contents.items()}
    return Tree(files=contents, manifest=Manifest(origin=ORIGIN, files=entries))


def texts(out: Path) -> dict[str, str]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != LOCK_NAME)
    return {path.relative_to(out).as_posix(): path.read_text() for path in sorted(files)}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "a b" / "sdk"


def test_a_tree_is_written_and_described(out: Path) -> None:
    report = write(out, tree(a="1", models__b="2"))

    assert texts(out) == {"a.py": "1", "models/b.py": "2"}
    assert report.written == ("a.py", "models/b.py", LOCK_NAME)
    assert parse_manifest((out / LOCK_NAME).read_bytes()) == tree(a="1", models__b="2").manifest
    assert names(out.parent) == ["sdk"]


def test_only_what_changed_is_written(out: Path) -> None:
    write(out, tree(a="1", b="2", old__c="3"))
    kept = (out / "a.py").stat()

    report = write(out, tree(a="1", b="new", d="4"))

    assert texts(out) == {"a.py": "1", "b.py": "new", "d.py": "4"}
    assert (report.written, report.unchanged, report.removed) == (("b.py", "d.py", LOCK_NAME), ("a.py",), ("old/c.py",))
    assert (out / "a.py").stat().st_mtime_ns == kept.st_mtime_ns
    assert not (out / "old").exists()


def test_writing_the_same_tree_again_touches_nothing(out: Path) -> None:
    write(out, tree(a="1"))
    before = out.stat().st_ino, out.stat().st_mtime_ns

    report = write(out, tree(a="1"))

    assert report.written == report.removed == ()
    assert (out.stat().st_ino, out.stat().st_mtime_ns) == before


def test_what_others_put_there_stays(out: Path) -> None:
    write(out, tree(a="1", models__b="2"))
    (out / "notes.txt").write_text("mine")
    (out / "models" / "own.py").write_text("mine")
    (out / "empty" / "deep").mkdir(parents=True)
    (out / "link").symlink_to("nowhere")
    os.mkfifo(out / "pipe")
    (out / "notes.txt").chmod(0o640)

    write(out, tree(a="2"))

    assert (out / "notes.txt").read_text() == (out / "models" / "own.py").read_text() == "mine"
    assert (out / "notes.txt").stat().st_mode & 0o777 == 0o640
    assert (out / "empty" / "deep").is_dir()
    assert (out / "link").readlink() == Path("nowhere")
    assert (out / "pipe").is_fifo()
    assert not (out / "models" / "b.py").exists()


@pytest.mark.parametrize("path", ["a.py", "gone.py"])
def test_hand_edited_files_are_not_overwritten_or_removed(out: Path, path: str) -> None:
    write(out, tree(a="1", gone="1"))
    (out / path).write_text("edited")
    before = texts(out)

    with pytest.raises(EditedError) as caught:
        write(out, tree(a="2"))

    assert caught.value.paths == (path,)
    assert texts(out) == before

    write(out, tree(a="2"), force=True)

    assert texts(out) == {"a.py": "2"}


def test_a_file_that_was_there_before_sdkwright_is_not_overwritten(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "a.py").write_text("mine")

    with pytest.raises(EditedError):
        write(out, tree(a="1"))

    assert texts(out) == {"a.py": "mine"}


def test_an_edit_that_is_what_the_docs_now_say_is_no_edit(out: Path) -> None:
    write(out, tree(a="1"))
    (out / "a.py").write_text("2")

    assert write(out, tree(a="2")).unchanged == ("a.py",)


def test_a_deleted_file_is_written_again(out: Path) -> None:
    write(out, tree(a="1", b="2"))
    (out / "b.py").unlink()

    assert write(out, tree(a="1", b="2")).written == ("b.py",)


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_or_link_in_the_way_is_never_replaced(out: Path, force: bool) -> None:
    (out / "a.py").mkdir(parents=True)
    (out / "models").symlink_to("..")

    with pytest.raises(WorkspaceError):
        write(out, tree(a="1", models__b="2"), force=force)

    assert (out / "a.py").is_dir()
    assert (out / "models").is_symlink()


def test_a_file_where_the_folder_belongs_is_never_replaced(out: Path) -> None:
    out.parent.mkdir(parents=True)
    out.write_text("mine")

    with pytest.raises(WorkspaceError, match="is a file"):
        write(out, tree(a="1"), force=True)

    assert out.read_text() == "mine"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"<<<<<<< HEAD",
        b"\xff",
        b'{"version": 2, "generator": "1", "docs": "", "templates": "", "config": "", "overrides": [], "pages": {}, "files": {}}',
        b'{"version": 1, "generator": "1", "docs": "", "templates": "", "config": "", "overrides": [], "pages": {}, "files": {"../x": {"sha256": ""}}}',
        b'{"version": 1, "generator": "1", "docs": "", "templates": "", "config": "", "overrides": [], "pages": {}, "files": {"/etc/x": {"sha256": ""}}}',
        b'{"version": 1, "generator": "1", "docs": "", "templates": "", "config": "", "overrides": [], "pages": {}, "files": {"a\\u0000": {"sha256": ""}}}',
    ],
)
def test_a_manifest_that_cannot_be_trusted_is_none(out: Path, content: bytes) -> None:
    with pytest.raises(ManifestError):
        parse_manifest(content)

    write(out, tree(a="1"))
    (out / LOCK_NAME).write_bytes(content)

    assert judge(out, tree(a="1").manifest).damage is not None
    with pytest.raises(EditedError):
        write(out, tree(a="2"))
    assert write(out, tree(a="1")).written == (LOCK_NAME,)


def test_judging_names_every_state(out: Path) -> None:
    write(out, tree(same="1", stale="1", orphaned="1", edited="1", gone="1"))
    (out / "edited.py").write_text("x")
    (out / "gone.py").unlink()
    (out / "own.py").write_text("mine")

    states = judge(out, tree(same="1", stale="2", edited="1", gone="1", new="1").manifest).comparison.states

    assert states == {
        "edited.py": State.EDITED,
        "gone.py": State.MISSING,
        "new.py": State.MISSING,
        "orphaned.py": State.ORPHANED,
        "own.py": State.UNMANAGED,
        "same.py": State.UNCHANGED,
        LOCK_NAME: State.STALE,
        "stale.py": State.STALE,
    }


def test_the_output_folder_may_be_a_link(out: Path) -> None:
    real = out.parent / "real"
    real.mkdir(parents=True)
    out.symlink_to("real")

    write(out, tree(a="1"))

    assert out.is_symlink()
    assert texts(real) == {"a.py": "1"}


WRITER = """
import sys
from pathlib import Path
from generator.workspace.manifest import Entry, Manifest, Origin, sha256
from generator.workspace.output import Tree, write
out, rounds, mark = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
for number in range(rounds):
    text = f"{mark}{number}".encode()
    files = {f"models/m{index}.py": text for index in range(200)}
    entries = {path: Entry(sha256=sha256(text)) for path in files}
    origin = Origin(generator="1", docs="", templates="", config="")
    write(out, Tree(files=files, manifest=Manifest(origin=origin, files=entries)))
    print(number, flush=True)
"""


def writer(out: Path, rounds: int, mark: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(out), str(rounds), mark]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def is_whole(out: Path) -> bool:
    """All files say the same, and the manifest says so too."""
    contents = {path.read_bytes() for path in (out / "models").iterdir()}
    recorded = parse_manifest((out / LOCK_NAME).read_bytes()).files
    return len(contents) == 1 and {each.sha256 for each in recorded.values()} == {sha256(contents.pop())}


def test_a_killed_run_leaves_the_old_or_the_new_tree(out: Path) -> None:
    for attempt in range(6):
        process = writer(out, 10_000, f"run{attempt}-")
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.013 * attempt)
        process.send_signal(signal.SIGKILL)
        process.communicate()

        assert is_whole(out)
        assert len(list((out / "models").iterdir())) == 200

    write(out, tree(a="1"))

    assert names(out.parent) == ["sdk"]


def test_two_runs_at_once_do_not_mix(out: Path) -> None:
    running = [writer(out, 12, mark) for mark in ("left", "right")]
    codes = []
    for process in running:
        process.communicate(timeout=60)
        codes.append(process.returncode)

    assert codes == [0, 0]
    assert is_whole(out)
    assert names(out.parent) == ["sdk"]


def test_what_an_interrupted_swap_left_is_recovered(out: Path) -> None:
    write(out, tree(a="1"))
    out.rename(out.with_name(".sdk.sdkwright-old"))
    out.with_name(".sdk.sdkwright-new").mkdir()

    write(out, tree(a="1"))

    assert texts(out) == {"a.py": "1"}
    assert names(out.parent) == ["sdk"]
