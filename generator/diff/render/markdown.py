"""The comparison as a changelog section or a comment on a pull request."""

from __future__ import annotations

import re
from itertools import accumulate

from generator.diagnostics.render.printable import printable
from generator.diff.compare import Comparison
from generator.diff.model import Bump
from generator.diff.render.groups import by_judgement

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&])")
_SPACES = re.compile(r"\s+")
_LONGEST = 18_000
"""Characters of a section in a comment: services refuse one of more than 65,536 in all, so we cut it ourselves and say so."""


def render_markdown(found: Comparison, old: str, new: str) -> str:
    """A section a judgement, a list item for a change or for several that are read as one."""
    lines = [f"## API changes: {_quoted(old)} to {_quoted(new)}", ""]
    if found.bump is Bump.NONE:
        return "\n".join([*lines, "No changes."]) + "\n"
    lines += [f"Suggested version step: **{found.bump.value}**.", ""]
    return "\n".join([*lines, *sections(found, _LONGEST)])


def sections(found: Comparison, longest: int | None = None) -> list[str]:
    """The lines of a section a judgement, its changes as list items; `longest` characters a section, or all there is."""
    lines: list[str] = []
    for title, groups in by_judgement(found):
        total = sum(each.count for _, changes in groups for each in changes)
        items = [
            f"- **{_quoted(name)}**: {_quoted(each.text)} ({_quoted(each.place)})"
            for name, changes in groups
            for each in changes
        ]
        lines += [f"### {title} ({total:,})", "", *_cut(items, longest), ""]
    return lines


def _cut(items: list[str], longest: int | None) -> list[str]:
    ends = accumulate(len(each) + 1 for each in items)
    kept = [each for each, end in zip(items, ends, strict=True) if longest is None or end <= longest]
    return kept if len(kept) == len(items) else [*kept, f"- … and {len(items) - len(kept):,} more"]


def _quoted(text: str) -> str:
    """Text of pages as text of Markdown: nothing in it is markup, and nobody is mentioned (an escaped @ still would)."""
    plain = printable(_SPACES.sub(" ", text).strip())
    return _SPECIAL.sub(r"\\\1", plain).replace("@", "@\u200b")
