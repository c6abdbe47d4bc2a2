"""`generate` and `check`: what is written, what is refused, and what is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

import generator
from tests.cli.conftest import CONFIG, Run, environment, hear_interrupts

OUT = "out/mini"


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


@pytest.fixture
def generated(run: Run, project: Path) -> Path:
    shown = run("generate", "-q")
    assert (shown.returncode, shown.stderr) == (0, "")
    return project / OUT


def test_generate_tells_what_it_did_and_nothing_else(run: Run, project: Path) -> None:
    shown = run("generate")

    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert lines[0].startswith("mini -> out/mini  in ")
    assert lines[1:4] == [
        "  pages     4: 3 api, 1 resource",
        "  model     1 type, 1 enum, 3 operations",
        "  examples  2 requests and 2 responses tested; 1 and 1 known to be wrong in the docs",
    ]
    assert lines[-1].startswith("  files     ")
    assert (project / OUT / "mini" / "__init__.py").is_file()


def test_the_generated_tests_pass(generated: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(generated)]
    done = subprocess.run(command, cwd=generated, capture_output=True, text=True, check=False, env=environment())

    assert done.returncode == 0, done.stdout
    assert "4 passed, 2 xfailed" in done.stdout


def test_the_json_summary_has_the_same_numbers(run: Run) -> None:
    schema = json.loads((Path(generator.__file__).parent / "schemas" / "summary.schema.json").read_text())

    document = json.loads(run("generate", "--output-format", "json").stdout)

    jsonschema.validate(document, schema)
    (sdk,) = document["sdks"]
    assert (sdk["pages"]["api"], sdk["types"], sdk["enums"], sdk["operations"]) == (3, 1, 1, 3)
    halves = {"passing": 2, "known_wrong": 1}
    assert sdk["examples"] == {"requests": halves, "responses": halves, "left_out": _NONE_LEFT_OUT}
    assert sdk["files"]["unchanged"] == 0
    assert sum(sdk["diagnostics"]["by_severity"].values()) == sum(sdk["diagnostics"]["by_code"].values())
    assert sdk["diagnostics"]["let_pass"] == 0


_NONE_LEFT_OUT = {"other_host": 0, "no_call": 0, "no_operation": 0, "nothing_shown": 0}


def test_examples_that_are_no_tests_are_told_by_reason(run: Run, project: Path) -> None:
    page = project / "the docs" / "api" / "lamp-get.md"
    text = page.read_text()
    fence = "\n```http\nGET {}\n```\n\n```http\nHTTP/1.1 200 OK\n\n{{}}\n```\n"
    page.write_text(text + fence.format("https://elsewhere.test/lamps/7"))
    stray = text.replace("GET /lamps/{id}", "** no path found **").replace("lamp_get", "stray_get")
    page.with_name("stray-get.md").write_text(stray)

    shown = run("generate").stdout

    assert "\n                  1 more go to other hosts, and are no tests\n" in shown
    assert "\n                  1 more stand on pages without a readable call, and are no tests\n" in shown


def test_a_second_run_changes_nothing(run: Run, generated: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in generated.rglob("*")}

    shown = run("generate")

    assert " 0 written, " in shown.stdout
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in generated.rglob("*")} == before


def test_only_what_a_page_concerns_is_written_again(run: Run, project: Path, generated: Path) -> None:
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text().replace("Where it stands.", "The room it stands in."))

    shown = run("generate", "-v")

    written = {line.partition(" ")[2] for line in shown.stderr.splitlines() if line.startswith("wrote ")}
    assert written == {"out/mini/mini/models/lamp.py", "out/mini/sdkwright.lock"}


def test_pages_left_out_because_of_errors_make_the_exit_code_1(run: Run, project: Path) -> None:
    (project / "the docs" / "api" / "gone.md").symlink_to("nowhere.md")

    shown = run("generate")

    assert shown.returncode == 1
    assert "the docs/api/gone.md:1: unreadable-page" in shown.stderr
    assert (project / OUT / "mini" / "__init__.py").is_file()


def test_hand_edited_files_are_refused_by_name(run: Run, project: Path, generated: Path) -> None:
    (generated / "mini" / "models" / "lamp.py").write_text("# mine\n")
    (generated / "notes.txt").write_text("mine")
    before = contents(generated)

    shown = run("generate")

    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.splitlines()[1:] == ["  out/mini/mini/models/lamp.py"]
    assert "--force" in shown.stderr
    assert contents(generated) == before

    assert run("generate", "--force").returncode == 0
    assert run("check").returncode == 0
    assert (generated / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("out", [".", "..", "the docs", "/"])
def test_the_output_never_replaces_the_project(run: Run, project: Path, out: str) -> None:
    before = contents(project)

    shown = run("generate", "--out", out)

    assert shown.returncode == 2
    assert contents(project) == before


def test_docs_that_are_gone_do_not_empty_the_output(run: Run, project: Path, generated: Path) -> None:
    before = contents(generated)
    (project / "the docs").rename(project / "moved")

    assert run("generate").returncode == 2
    (project / "the docs").mkdir()
    assert run("generate").returncode == 2
    assert contents(generated) == before


def test_check_names_every_file_that_differs(run: Run, project: Path, generated: Path) -> None:
    fine = run("check")
    assert (fine.returncode, fine.stdout) == (0, "")
    assert "files are what the docs say" in fine.stderr

    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text().replace("Where it stands.", "The room it stands in."))
    (generated / "mini" / "_client.py").write_text("# mine\n")
    (generated / "README.md").unlink()
    before = contents(generated)

    shown = run("check")

    assert shown.returncode == 1
    assert shown.stdout.splitlines() == [
        "missing: out/mini/README.md",
        "hand-edited: out/mini/mini/_client.py",
        "stale: out/mini/mini/models/lamp.py  from resources/lamp.md",
        "stale: out/mini/sdkwright.lock",
    ]
    assert "the docs changed: resources/lamp.md)" in shown.stderr
    assert "run `sdkwright generate mini --force`" in shown.stderr
    assert contents(generated) == before


def test_check_names_the_page_that_changed_first(run: Run, project: Path, generated: Path) -> None:
    for letter in "abcde":
        page = (project / "the docs" / "api" / "lamp-get.md").read_text()
        (project / "the docs" / "api" / f"a-{letter}.md").write_text(page.replace("Get lamp", f"Get lamp {letter}"))
    run("generate")
    page = project / "the docs" / "api" / "lamp-update.md"
    page.write_text(page.read_text().replace("Update lamp", "Change lamp"))

    (line,) = [each for each in run("check").stdout.splitlines() if each.endswith(" more") and "requests" in each]

    assert "  from api/lamp-update.md, api/a-a.md, api/a-b.md and 5 more" in line


def test_check_counts_what_is_not_ours_and_lets_it_be(run: Run, project: Path, generated: Path) -> None:
    (generated / "mini" / "notes.py").write_text("")
    (generated / "mini" / "__pycache__").mkdir()
    (generated / "mini" / "__pycache__" / "notes.pyc").write_text("")

    fine, named = run("check"), run("check", "-v")

    assert (fine.returncode, fine.stdout) == (0, "")
    assert fine.stderr.endswith(" files are what the docs say, beside 1 that sdkwright did not write\n")
    assert "not sdkwright's: out/mini/mini/notes.py\n" in named.stderr


def test_check_names_what_nothing_documents_any_more(run: Run, project: Path, generated: Path) -> None:
    for page in (project / "the docs" / "api").iterdir():
        page.write_text(page.read_text().replace("/lamps", "/lights"))

    shown = run("check")

    assert shown.returncode == 1
    assert "orphaned: out/mini/mini/requests/lamps.py" in shown.stdout


def test_check_shows_what_would_change(run: Run, project: Path, generated: Path) -> None:
    page = project / "the docs" / "resources" / "lamp.md"
    page.write_text(page.read_text().replace("Where it stands.", "The room it stands in."))

    lines = run("check", "--diff").stdout.splitlines()

    assert '-    """Where it stands."""' in lines
    assert '+    """The room it stands in."""' in lines


def test_check_says_when_nothing_was_generated(run: Run) -> None:
    shown = run("check")

    assert shown.returncode == 1
    assert "it was never generated" in shown.stderr


def test_check_tells_a_changed_configuration_from_changed_docs(run: Run, project: Path, generated: Path) -> None:
    (project / "sdkwright.toml").write_text(CONFIG.replace("/beta", "/v1.0"))

    shown = run("check")

    assert shown.returncode == 1
    assert shown.stderr.splitlines()[-2:] == [
        "mini: 7 stale (the configuration changed: sdkwright.toml)",
        "run `sdkwright generate mini` and commit what it writes",
    ]


def test_a_template_of_the_users_replaces_its_namesake(run: Run, project: Path) -> None:
    listed = run("templates").stdout.splitlines()
    assert listed[listed.index("python/client.py.j2") + 1].startswith("  package.base_url, package.client, ")
    assert "  nothing" not in listed[listed.index("python/README.md.j2") :][:2]

    assert run("templates", "python/README.md.j2", "--to", "own").returncode == 0
    (project / "own" / "python" / "README.md.j2").write_text("# ours\n")
    (project / "sdkwright.toml").write_text(CONFIG + 'templates = "own"\n')

    assert run("generate").returncode == 0
    assert (project / OUT / "README.md").read_text() == "# ours\n"
    assert "python/README.md.j2  replaced by mini" in run("templates").stdout

    (project / "own" / "python" / "README.md.j2").rename(project / "own" / "python" / "REDME.md.j2")
    misspelt = run("generate")
    assert misspelt.returncode == 2
    assert "replaces no template" in misspelt.stderr


FAULTY_TEMPLATES = {
    "\n{{ nope }}": ":2: 'nope' is no value of this template; it receives lazy",
    "{{ lazy.nope }}": ":1: 'nope' is none of the values there, which are what, lines, bases",
    "{% if %}": ":1: Expected an expression, got 'end of statement block'",
    '\n\n{% include "other" %}': ":3: there is no template 'other'",
    "{{ 1 + lazy }}": ":1: unsupported operand type(s) for +: 'int' and 'dict'",
    "def (:": ": what it makes of mini/models/__init__.py is no Python: cannot parse for target version",
}


@pytest.mark.parametrize(("text", "expected"), FAULTY_TEMPLATES.items())
def test_a_fault_in_a_template_of_the_users_is_told_with_its_place(
    run: Run, project: Path, text: str, expected: str
) -> None:
    template = project / "own" / "python" / "lazy.py.j2"
    template.parent.mkdir(parents=True)
    template.write_text(text)
    (project / "sdkwright.toml").write_text(CONFIG + 'templates = "own"\n')

    faulty = run("generate")

    assert faulty.returncode == 2
    assert faulty.stderr.splitlines()[-1].startswith(f"sdkwright: own/python/lazy.py.j2{expected}")
    assert not (project / OUT).exists()


def test_an_interrupted_run_leaves_the_output_as_it_was(run: Run, project: Path, generated: Path) -> None:
    before = contents(generated)
    for page in (project / "the docs" / "api").iterdir():
        page.write_text(page.read_text().replace("/lamps", "/lights"))

    for delay in (0.3, 0.8):
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "generate"],
            cwd=project,
            env=environment(),
            stderr=subprocess.PIPE,
            preexec_fn=hear_interrupts,  # noqa: PLW1509 - it sets one signal's handler
        )
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)

        if process.returncode != 0:
            assert process.returncode in {130, -signal.SIGINT}
            assert contents(generated) == before
            if process.returncode == 130:
                assert said.splitlines()[-1] == b"sdkwright: interrupted"


def test_a_person_at_a_terminal_sees_a_bar_and_a_pipe_does_not(project: Path) -> None:
    def screen(**env: str) -> bytes:
        leader, follower = os.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "generate", "--no-cache"],
            cwd=project,
            env=environment(**{"TERM": "xterm", **env}),
            stdout=subprocess.DEVNULL,
            stderr=follower,
        )
        os.close(follower)
        seen = b""
        while True:
            try:
                block = os.read(leader, 65536)
            except OSError:  # Linux says so when the last writer has gone
                break
            if not block:
                break
            seen += block
        os.close(leader)
        assert process.wait(timeout=60) == 0
        return seen

    assert b"reading" in screen()
    assert screen(NO_COLOR="1") == b""
    assert screen(CI="true") == b""
    assert screen(TERM="dumb") == b""


def test_what_is_let_pass_is_counted_apart(run: Run, project: Path) -> None:
    config = project / "sdkwright.toml"
    before = json.loads(run("generate", "--output-format", "json").stdout)["sdks"][0]["diagnostics"]
    config.write_text(config.read_text() + '\n[lint]\nignore = ["example-unknown-property"]\n')

    after = json.loads(run("generate", "--output-format", "json").stdout)["sdks"][0]["diagnostics"]

    assert after["let_pass"] == before["by_code"]["example-unknown-property"] > 0
    assert "example-unknown-property" not in after["by_code"]
    assert f"; {after['let_pass']} let pass" in run("generate").stdout


@pytest.mark.parametrize("out", ["out/mini", "out/mini/other", "out"])
def test_each_sdk_has_a_folder_of_its_own(run: Run, project: Path, out: str) -> None:
    config = project / "sdkwright.toml"
    config.write_text(CONFIG + CONFIG.replace("mini", "other").replace("out/other", out))

    for command in ("generate", "check"):
        shown = run(command)

        assert shown.returncode == 2
        assert shown.stderr == (
            f"sdkwright: out = 'out/mini' of mini and out = {out!r} of other would replace each other: "
            "an SDK has a folder of its own\n"
        )
    assert not (project / "out").exists()


def test_editors_may_begin_the_configuration_with_a_byte_order_mark(run: Run, project: Path) -> None:
    config = project / "sdkwright.toml"
    config.write_bytes(b"\xef\xbb\xbf" + config.read_bytes())

    assert run("generate").returncode == 0


GLOBS = 'include = ["/lamps/**", "/lamp/{id}", "/lamps/*/{id}"]\nexclude = ["/lamps/{id}/$count"]\n'


def test_globs_that_match_nothing_are_named_each_time(run: Run, project: Path) -> None:
    config = project / "sdkwright.toml"
    config.write_text(config.read_text() + GLOBS)
    told = (
        "sdkwright: mini: include '/lamp/{id}' matches no documented path; did you mean '/lamps/{id}'?\n"
        "sdkwright: mini: include '/lamps/*/{id}' matches no documented path; remove it, or correct the path\n"
        "sdkwright: mini: exclude '/lamps/{id}/$count' matches no documented path; did you mean '/lamps/{id}'?\n"
    )

    for command in (("generate",), ("generate",), ("check",), ("export", "openapi")):
        shown = run(*command)

        assert shown.returncode == 0
        assert sorted(each for each in shown.stderr.splitlines() if "sdkwright: mini" in each) == sorted(
            told.splitlines()
        )


@pytest.mark.parametrize("command", [("generate",), ("check",), ("export", "openapi")])
def test_globs_that_leave_nothing_are_refused(run: Run, project: Path, command: tuple[str, ...]) -> None:
    run("generate")
    before = (project / "out/mini/sdkwright.lock").read_bytes()

    shown = run(*command, "--include", "/lamsp/**")

    assert shown.returncode == 2
    assert shown.stderr == (
        "sdkwright: include and exclude of mini leave no operation: "
        "include '/lamsp/**' matches no documented path; did you mean '/lamps/**'?\n"
    )
    assert (project / "out/mini/sdkwright.lock").read_bytes() == before


def test_another_service_than_the_docs_call_is_told_each_time(run: Run, project: Path) -> None:
    config = project / "sdkwright.toml"
    config.write_text(config.read_text().replace("/beta", "/v1.0"))

    for command in (("generate",), ("generate",), ("check",), ("export", "openapi")):
        told = [each for each in run(*command).stderr.splitlines() if "base_url is" in each]

        assert len(told) == 1
        assert "documented requests go to https://graph.microsoft.com/beta" in told[0]
