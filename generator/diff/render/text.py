"""The comparison for a person at a terminal. Text from pages is made printable: a page must not steer the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.diagnostics.render.printable import printable
from generator.diff.compare import Comparison
from generator.diff.model import Happening
from generator.diff.render.groups import by_judgement
from generator.diff.render.section import Section, parted

_SIGNS = {Happening.ADDED: "+", Happening.REMOVED: "-", Happening.CHANGED: "~", Happening.DEPRECATED: "!"}


def render_text(sections: Sequence[Section], old: str, new: str) -> str:
    """Lines of changes, grouped, with the page line to look at; how many and the suggested version step last. Of several
    APIs, each that changed under the names of its SDKs.
    """
    changed, same = parted(sections)
    if not changed:
        return f"No changes between {printable(old)} and {printable(new)}.\n"
    if len(sections) == 1:
        return _text(sections[0].found)
    texts = [f"{printable(each.title)}:\n\n{_text(each.found)}" for each in changed]
    return "\n".join([*texts, *([f"No changes of {printable(', '.join(same))}.\n"] if same else [])])


def _text(found: Comparison) -> str:
    lines: list[str] = []
    for title, groups in by_judgement(found):
        lines.append(f"{title}")
        for name, changes in groups:
            lines.append(f"  {printable(name)}")
            lines += [f"    {_SIGNS[each.change]} {printable(each.text)}   {printable(each.place)}" for each in changes]
        lines.append("")
    counts = Counter(each.judgement.value for each in found.changes)
    told = ", ".join(f"{count:,} {judgement}" for judgement, count in sorted(counts.items()))
    total = len(found.changes)
    lines.append(f"{total:,} change{'' if total == 1 else 's'} ({told}): a {found.bump.value} version.")
    return "\n".join(lines) + "\n"
