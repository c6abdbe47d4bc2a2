"""What is let pass on the pages of a thing: by comments on them, by the configuration, by the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

import msgspec

from generator.cli.baseline import Known, read_baseline
from generator.cli.project import Project
from generator.cli.session import from_here
from generator.cli.show.layout import Fact, Sheet
from generator.diagnostics.suppress import from_pages
from generator.text import SourceFile


class Passing(msgspec.Struct, frozen=True, kw_only=True):
    """The project's decisions on findings. `sources` are the pages by path."""

    sources: Mapping[str, SourceFile]
    per_file: tuple[tuple[str, tuple[str, ...]], ...]
    config: str
    """The file that says so, as one types it."""
    known: Mapping[str, tuple[Known, ...]]
    """The baseline's findings by page."""
    baseline: str

    def told(self, sheet: Sheet) -> Sheet:
        """The sheet with what is let pass on the pages that define the thing."""
        pages = tuple(dict.fromkeys(each.path for each in sheet.spans))
        facts = tuple(fact for page in pages for fact in self._of_page(page))
        return msgspec.structs.replace(sheet, facts=(*sheet.facts, *facts)) if facts else sheet

    def _of_page(self, page: str) -> Iterator[Fact]:
        source = self.sources.get(page)
        for each in from_pages(() if source is None else (source,)):
            yield Fact(
                label="let pass", value=f"{each.code} (a comment)", spans=() if each.span is None else (each.span,)
            )
        for glob, codes in self.per_file:
            if fnmatchcase(page, glob):
                yield from (Fact(label="let pass", value=f"{code} ({self.config}: {glob})") for code in codes)
        counts = Counter(each.code for each in self.known.get(page, ()))
        for code, count in sorted(counts.items()):
            yield Fact(label="let pass", value=f"{count:,} {code} ({self.baseline})")


def passing(project: Project, sources: Sequence[SourceFile]) -> Passing:
    """What the project decided. Raises WorkspaceError for a baseline that cannot be read."""
    lint = project.config.lint
    file = None if lint.baseline is None else project.root / lint.baseline
    known: dict[str, list[Known]] = {}
    for each in read_baseline(file).values() if file is not None else ():
        known.setdefault(each.path or "", []).append(each)
    return Passing(
        sources={each.path: each for each in sources},
        per_file=lint.per_file_ignore,
        config=from_here(project.file) if project.file is not None else "",
        known={path: tuple(found) for path, found in known.items()},
        baseline=from_here(file) if file is not None else "",
    )
