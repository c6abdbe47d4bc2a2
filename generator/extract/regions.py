"""Where each section of a page belongs: every heading gets a kind, its own or that of the section around it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.dialect.kinds import SectionKind
from generator.dialect.profile import Profile
from generator.extract.reading import Reading
from generator.markdown.blocks import Block, Heading, Section


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """One section with its own blocks in view; its children are regions of their own.

    `own`: the heading itself says the kind; else it is inherited from the section around it. `title`: this is the H1,
    or what stands before it. Inside examples everything is `EXAMPLES`, whatever its heading says.
    """

    section: Section
    kind: SectionKind | None
    own: bool
    title: bool = False

    @property
    def heading(self) -> Heading | None:
        return self.section.heading

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.section.blocks


class Regions(msgspec.Struct, frozen=True, kw_only=True):
    """All regions of a page in document order."""

    all: tuple[Region, ...]

    def of(self, *kinds: SectionKind) -> tuple[Region, ...]:
        """The regions of some kinds, sub-sections included, in document order."""
        return tuple(each for each in self.all if each.kind in kinds)

    @property
    def intro(self) -> tuple[Region, ...]:
        """What stands before the first H2: under the H1, and before it."""
        return tuple(each for each in self.all if each.title)

    @property
    def title(self) -> Heading | None:
        """The H1 of the page: its first heading of level 1."""
        return next((each.heading for each in self.all if each.heading is not None and each.heading.level == 1), None)


def find_regions(reading: Reading) -> Regions:
    """The regions of the page being read."""
    return Regions(all=tuple(_walk(reading.page.root, None, reading.profile)))


def _walk(section: Section, around: SectionKind | None, profile: Profile) -> Iterator[Region]:
    heading = section.heading
    if heading is None:
        yield Region(section=section, kind=None, own=False, title=True)
        kind = around
    else:
        said = None if heading.level == 1 or around is SectionKind.EXAMPLES else profile.section(heading.text)
        kind = around if said is None else said
        yield Region(section=section, kind=kind, own=said is not None, title=heading.level == 1)
    for child in section.children:
        yield from _walk(child, kind, profile)
