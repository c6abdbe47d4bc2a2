"""Versions and changelogs from comparisons."""

from __future__ import annotations

import json

import msgspec
import pytest

from generator.diff.changelog import changelog, next_version
from generator.diff.compare import Comparison
from generator.diff.model import Bump, Part
from generator.diff.render import Section, render_json, render_markdown, render_text
from tests.diff.states import compared


@pytest.mark.parametrize(
    ("last", "bump", "following"),
    [
        ("1.4.2", Bump.MAJOR, "2.0.0"),
        ("1.4.2", Bump.MINOR, "1.5.0"),
        ("1.4.2", Bump.PATCH, "1.4.3"),
        ("1.4.2", Bump.NONE, "1.4.2"),
        ("0.1.0", Bump.MAJOR, "0.2.0"),
        ("0.1.0", Bump.MINOR, "0.1.1"),
        ("0.1.0", Bump.PATCH, "0.1.1"),
        ("2", Bump.MINOR, "2.1.0"),
        ("1.0rc1", Bump.PATCH, "1.0.1"),
    ],
)
def test_the_next_version(last: str, bump: Bump, following: str) -> None:
    assert next_version(last, bump) == following


def test_the_first_section() -> None:
    text = changelog("", compared("added-property"), "1.1.0")

    assert text.startswith(
        "# Changelog\n\n## 1.1.0\n\n### New and deprecated (1)\n\n- **answer**: answer.language is new"
    )


def test_a_newer_section_stands_above_older_ones() -> None:
    first = changelog("# Changes of ours\n\nWords.\n", compared("added-property"), "1.1.0")
    text = changelog(first, compared("removed-property"), "2.0.0")

    assert text.startswith("# Changes of ours\n\nWords.\n\n## 2.0.0\n\n### Breaking changes (1)")
    assert text.index("## 2.0.0") < text.index("## 1.1.0")
    assert text.endswith(first[first.index("## 1.1.0") :])


def test_the_same_release_again_is_the_same_text() -> None:
    first = changelog("# Changelog\n", compared("added-property"), "1.1.0")

    assert changelog(first, compared("added-property"), "1.1.0") == first
    assert "New and deprecated" not in changelog(first, compared("changed-description"), "1.1.0")


def test_no_change_is_no_release() -> None:
    assert changelog("anything", compared("no-change"), "1.1.0") == "anything"


def test_a_comment_is_cut_where_services_would_refuse_it() -> None:
    (one,) = compared("added-member").changes
    many = Comparison(
        changes=tuple(
            msgspec.structs.replace(one, message=f"{number:,} {'x' * 200}", part=None) for number in range(2000)
        ),
        bump=Bump.MINOR,
    )

    comment = render_markdown([Section(names=("api",), found=many)], "before", "after")

    assert len(comment) < 65_536
    assert comment.rstrip().endswith(" more")
    assert len(changelog("", many, "1.0.0").splitlines()) > 2000


def test_several_members_are_one_line() -> None:
    (one,) = compared("added-member").changes
    names = [f"blue{number}" for number in range(791)]
    many = tuple(
        msgspec.structs.replace(one, name=name, part=Part(of="new values of color", item=name)) for name in names
    )
    found = Comparison(changes=many, bump=Bump.MINOR)

    told = [
        line
        for line in render_text([Section(names=("api",), found=found)], "before", "after").splitlines()
        if "blue" in line
    ]
    assert len(told) == 1
    assert "+ new values of color: blue0, blue1," in told[0]
    assert "and 779 more   " in told[0]
    assert "### New and deprecated (791)" in render_markdown([Section(names=("api",), found=found)], "before", "after")
    assert len(json.loads(render_json([Section(names=("api",), found=found)], "before", "after"))["changes"]) == 791


def test_text_of_pages_is_no_markup() -> None:
    (one,) = compared("added-member").changes
    hostile = msgspec.structs.replace(one, message="<script>@everyone [x](javascript:y)</script>\n# h\x1b[31m")
    comment = render_markdown(
        [Section(names=("api",), found=Comparison(changes=(hostile,), bump=Bump.MINOR))], "a", "b"
    )

    assert "\\<script\\>@\u200beveryone \\[x\\]\\(javascript:y\\)\\</script\\> \\# h" in comment
    assert "\x1b" not in comment
