"""The comparison as a changelog section or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from generator.diagnostics.render.printable import printable
from generator.diff.compare import Comparison
from generator.diff.render.groups import by_judgement
from generator.diff.render.section import Section, parted

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&])")
_SPACES = re.compile(r"\s+")
_LONGEST = 18_000
"""Characters of a section in a comment: services refuse one of more than 65,536 in all, so we cut it ourselves and say so."""


def render_markdown(compared: Sequence[Section], old: str, new: str) -> str:
    """A section a judgement, a list item for a change or for several that are read as one; of several APIs, each that changed.
    `No changes.` is a line of its own where none did.
    """
    changed, same = parted(compared)
    states = f"{_quoted(old)} to {_quoted(new)}"
    if not changed:
        return f"## API changes: {states}\n\nNo changes.\n"
    lines: list[str] = []
    for each in changed:
        of = f" of {_quoted(each.title)}" if len(compared) > 1 else ""
        lines += [f"## API changes{of}: {states}", "", f"Suggested version step: **{each.found.bump.value}**.", ""]
        lines += sections(each.found, _LONGEST // len(changed))
    return "\n".join([*lines, *([f"No changes of {_quoted(', '.join(same))}.", ""] if same else [])])


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
