"""What a comparison means for a release of the generated package: its next version, and its section of CHANGELOG.md.

Values only: who releases knows the last version and the text there is. There is no date in it, so the same docs give the
same text.
"""

from __future__ import annotations

import re

from generator.diff.compare import Comparison
from generator.diff.model import Bump
from generator.diff.render.markdown import sections

_TITLE = "# Changelog"
_SECTION = re.compile(r"^## ", re.MULTILINE)


def next_version(last: str, bump: Bump) -> str:
    """The version after `last` (`1.4.2`; what follows the numbers is dropped). Below 1.0 a breaking change steps the second
    number and anything else the third, as semantic versioning leaves it open and package managers take it.
    """
    if bump is Bump.NONE:
        return last
    major, minor, patch = _numbers(last)
    steps = {
        Bump.MAJOR: f"{major + 1}.0.0",
        Bump.MINOR: f"{major}.{minor + 1}.0",
        Bump.PATCH: f"{major}.{minor}.{patch + 1}",
    }
    if major == 0:
        return steps[Bump.MINOR if bump is Bump.MAJOR else Bump.PATCH]
    return steps[bump]


def later(first: str, second: str) -> str:
    """The one with the greater numbers, else the first."""
    return second if _numbers(second) > _numbers(first) else first


def changelog(text: str, found: Comparison, version: str) -> str:
    """`text` with the section of `version` on top, in the place of one that it has already; as it is without changes."""
    if found.bump is Bump.NONE:
        return text
    head, kept = _parted(text)
    section = "\n".join([f"## {version}", "", *sections(found)]).rstrip()
    others = [each for each in kept if each.partition("\n")[0].strip() != f"## {version}"]
    return "\n\n".join([head, section, *(each.strip() for each in others)]) + "\n"


def _numbers(version: str) -> tuple[int, int, int]:
    found = [int(each) for each in re.findall(r"\d+", re.match(r"[\d.]*", version)[0])]  # type: ignore[index]  # matches ""
    major, minor, patch = (*found, 0, 0, 0)[:3]
    return major, minor, patch


def _parted(text: str) -> tuple[str, list[str]]:
    """What stands above the first section, and the sections."""
    head, *parts = _SECTION.split(text)
    return head.strip() or _TITLE, [f"## {each}" for each in parts]
