"""How `lint --coverage` is printed: a line for each kind of item, the rules that leave items out, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics.render.printable import printable
from generator.lint.coverage import Coverage, KindCoverage

_COLUMNS = ("total", "used", "ignored", "reported")


def coverage_text(found: Coverage, prefix: str) -> str:
    """The account as text; `prefix` makes a page's path one that an editor opens."""
    lines = [f"{'':14}" + "".join(f"{name:>12}" for name in _COLUMNS)]
    for each in found.kinds:
        lines.extend(_kind(each))
    lines.append(f"unaccounted: {len(found.unaccounted):,}")
    lines.extend(f"  {printable(prefix + str(span))}" for span in found.unaccounted)
    return "\n".join(lines) + "\n"


def _kind(each: KindCoverage) -> Iterator[str]:
    numbers = (each.total, each.used, sum(each.ignored.values()), each.reported)
    yield f"{each.kind.value:14}" + "".join(f"{number:>12,}" for number in numbers)
    yield from (f"    {name:34}{count:>12,}" for name, count in each.ignored.items())
