"""Blocks in document order to the tree of sections, nested by level number: an H5 may stand directly under an H3."""

from __future__ import annotations

from collections.abc import Sequence

from generator.markdown.blocks import Block, Heading, Section


class _Open:
    """A section that may still grow."""

    def __init__(self, heading: Heading | None, level: int) -> None:
        self.heading = heading
        self.level = level
        self.blocks: list[Block] = []
        self.children: list[Section] = []

    def close(self) -> Section:
        return Section(heading=self.heading, blocks=tuple(self.blocks), children=tuple(self.children))


def section_tree(blocks: Sequence[Block]) -> Section:
    """The root section; it has no heading."""
    stack = [_Open(None, 0)]
    for block in blocks:
        if isinstance(block, Heading):
            _close_down_to(stack, block.level)
            stack.append(_Open(block, block.level))
        else:
            stack[-1].blocks.append(block)
    _close_down_to(stack, 1)
    return stack[0].close()


def _close_down_to(stack: list[_Open], level: int) -> None:
    """Close every section that a heading of `level` ends."""
    while len(stack) > 1 and stack[-1].level >= level:
        closed = stack.pop().close()
        stack[-1].children.append(closed)
