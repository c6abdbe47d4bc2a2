"""`show`: whatever way a thing is named, all that is known of it with its page and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import unstyle

from generator.cli.show.layout import Fact, Sheet, laid_out
from generator.text import Span
from tests.cli.conftest import CONFIG, ROOT, Run


@pytest.mark.parametrize("name", ["lamp", "LAMP", "microsoft.graph.lamp"])
def test_a_type(run: Run, name: str) -> None:
    shown = run("show", name)

    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert lines[0].startswith("microsoft.graph.lamp  entity type  the docs/resources/lamp.md:")
    assert any(re.search(r"watts: Int32 +the docs/resources/lamp.md:\d+", line) for line in lines)
    assert lines[lines.index(next(line for line in lines if "watts:" in line)) + 1].strip() == "What it draws."
    assert any("mood: lampMood" in line for line in lines)
    assert "from mini.models import Lamp" in shown.stdout
    assert any(re.search(r"operation +GET Get lamp +the docs/api/lamp-get.md:\d+", line) for line in lines)


def test_what_several_sdks_share_is_shown_once(run: Run, project: Path) -> None:
    alone = run("show", "lamp").stdout.splitlines()
    (project / "sdkwright.toml").write_text(CONFIG + CONFIG.replace("mini", "twin"))

    both = run("show", "lamp").stdout.splitlines()

    (more,) = [line for line in both if line not in alone]
    assert more.split(maxsplit=1) == ["from", "twin.models import Lamp"]
    assert [line for line in both if line != more] == alone


@pytest.mark.parametrize(
    "name", ["PATCH /lamps/{id}", "patch /LAMPS/{lamp-id}", "PATCH https://graph.microsoft.com/beta/lamps/{id}"]
)
def test_a_request(run: Run, name: str) -> None:
    shown = run("show", name)

    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert re.match(r"PATCH /lamps/\{id\}  update, 1 page  the docs/api/lamp-update.md:\d+", lines[0])
    assert any(
        re.search(r"delegated work +Lamp.Read, Lamp.ReadWrite +the docs/api/lamp-update.md:\d+", line) for line in lines
    )
    assert any(re.search(r"returns +200 lamp +the docs/api/lamp-update.md:\d+", line) for line in lines)
    assert "graph.lamps[id].update(changes)" in shown.stdout
    assert any(re.search(r"example +PATCH https://graph.*/lamps/7 -> 200 +the docs", line) for line in lines)


def test_a_path_is_all_its_requests(run: Run) -> None:
    shown = run("show", "/lamps/{id}")

    assert re.findall(r"^[A-Z]+ /\S+", shown.stdout, re.MULTILINE) == ["GET /lamps/{id}", "PATCH /lamps/{id}"]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("lamp.watts", "microsoft.graph.lamp.watts  property"),
        ("watts", "microsoft.graph.lamp.watts  property"),
        ("lampMood.calm", "microsoft.graph.lampMood.calm  enum member"),
        ("lampMood", "microsoft.graph.lampMood  enum"),
        ("api/lamp-list", "GET /lamps  list, 1 page"),
        ("api/lamp-list.md", "GET /lamps  list, 1 page"),
    ],
)
def test_other_names(run: Run, name: str, first: str) -> None:
    shown = run("show", name)

    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith(first)


@pytest.mark.parametrize(
    ("name", "near"), [("lmap", "lamp"), ("PATCH /lamp/{id}", "PATCH /lamps/{id}"), ("lamp.wats", "lamp.watts")]
)
def test_what_is_not_known_has_near_names(run: Run, name: str, near: str) -> None:
    shown = run("show", name)

    assert (shown.returncode, shown.stdout) == (1, "")
    assert f"did you mean {near}" in shown.stderr


def test_text_of_pages_cannot_steer_the_terminal(run: Run) -> None:
    shown = run("show", "no\x1b[2Jsuch")

    assert shown.returncode == 1
    assert "\x1b" not in shown.stderr


def test_on_a_terminal_a_path_is_printed_in_full_once() -> None:
    long = "api/a-page-with-a-name-that-takes-room.md"
    facts = tuple(Fact(label="member", value=name, spans=(Span.at(long, line),)) for line, name in enumerate("ab", 1))
    sheet = Sheet(title="t", kind="enum", spans=(), facts=facts)

    assert unstyle(laid_out([sheet], "docs/", narrow=True)).splitlines()[1:] == [
        "  member  a  docs/api/a-page-with-a-name-that-takes-room.md:1",
        "          b  …-name-that-takes-room.md:2",
    ]
    assert unstyle(laid_out([sheet], "docs/", narrow=False)).splitlines()[2] == f"          b  docs/{long}:2"


@pytest.mark.parametrize(
    ("name", "told", "untold"),
    [
        ("GET /me/photo/$value", ["returns +200 bytes", "delegated work \\(user\\)"], ["in path", "\\(group\\)"]),
        ("GET /me/photos/{size}/$value", ["returns +200 bytes", "in path +size: String"], []),
        ("GET /me/photo", ["returns +200 profilePhoto"], ["in path"]),
        ("GET /groups/{id}/members/$count", ["returns +200 a number as plain text"], []),
        (
            "GET /reports/getMailboxUsageDetail(period='{period_value}')",
            ["returns +302 or 200 bytes, or mailboxUsageDetail collection if JSON is asked for"],
            [],
        ),
    ],
)
def test_facts_are_those_of_the_path(run: Run, name: str, told: list[str], untold: list[str]) -> None:
    """A page speaks of several paths, and not all it says is about each."""
    shown = run("show", name, cwd=ROOT).stdout

    assert [each for each in told if not re.search(each, shown)] == []
    assert [each for each in untold if re.search(each, shown)] == []


def test_what_is_let_pass_on_the_pages_is_shown(run: Run, project: Path) -> None:
    page = project / "the docs" / "api" / "lamp-update.md"
    text = page.read_text()
    page.write_text(
        text.replace("Update lamp.\n\n##", "Update lamp.\n\n<!-- sdkwright: ignore-page missing-section -->\n\n##", 1)
    )
    config = project / "sdkwright.toml"
    lint = '[lint]\nper-file-ignore = { "api/*-update.md" = ["invalid-json"] }\nbaseline = "known.json"\n'
    config.write_text(f"{config.read_text()}\n{lint}")
    assert run("lint", "--write-baseline").returncode == 0

    shown = run("show", "PATCH /lamps/{id}").stdout

    line = page.read_text().splitlines().index("<!-- sdkwright: ignore-page missing-section -->") + 1
    assert re.search(rf"let pass +missing-section \(a comment\) +the docs/api/lamp-update.md:{line}\n", shown)
    assert re.search(r"\n +invalid-json \(sdkwright.toml: api/\*-update.md\)\n", shown)
    assert re.search(r"\n +1 example-wrong-type \(known.json\)\n", shown)
    assert "let pass" not in run("show", "GET /lamps/{id}").stdout


_ACTION = """# lamp: {name}

Namespace: microsoft.graph

Does it.

## HTTP request
```http
POST /lamps/{{id}}/{name}
```
{body}
## Response
If successful, this method returns a `200 OK` response code.
"""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "## Request body\nYou need to provide an empty json `{}` as request body.\n",
            "an object without documented members",
        ),
        ("", "not documented"),
        ("## Request body\nDo not supply a request body for this method.\n", "none"),
    ],
    ids=["empty", "untold", "none"],
)
def test_a_body_of_which_nothing_is_listed(run: Run, project: Path, body: str, told: str) -> None:
    page = project / "the docs" / "api" / "lamp-reset.md"
    page.write_text(_ACTION.format(name="reset", body=body), encoding="utf-8")

    shown = run("show", "POST /lamps/{id}/reset")

    assert re.search(rf"^ +body +{told}(?:  |$)", shown.stdout, re.MULTILINE)


def test_what_a_type_says_anew_of_what_it_inherits(run: Run, project: Path) -> None:
    title = "# torch resource type\n\nNamespace: microsoft.graph\n\nInherits from [lamp](lamp.md).\n\n"
    table = "| Property | Type | Description |\n|:--|:--|:--|\n| room | String | Whose pocket it is in. |\n"
    (project / "the docs" / "resources" / "torch.md").write_text(f"{title}## Properties\n\n{table}")

    of_torch = run("show", "torch.room").stdout
    of_lamp = run("show", "lamp.room").stdout
    torch = run("show", "torch").stdout

    assert re.search(r"says +Where it stands\. +the docs/resources/lamp.md:\d+", of_torch)
    assert re.search(r"restated +torch: Whose pocket it is in\. +the docs/resources/torch.md:11", of_torch)
    assert "pocket" not in of_lamp
    assert re.search(r"room: String, from lamp +the docs/resources/torch.md:11.*\n +Whose pocket it is in\.\n", torch)
