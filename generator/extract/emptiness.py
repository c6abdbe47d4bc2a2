"""Sections that should hold a table and do not: "None" is an answer, silence is not."""

from __future__ import annotations

from generator.extract import codes
from generator.extract.reading import Reading
from generator.extract.regions import Region
from generator.markdown.blocks import Include, Paragraph, Table
from generator.markdown.inline import find_links, plain


def report_missing_table(regions: tuple[Region, ...], reading: Reading) -> None:
    """Report the first of these sections if it neither says that there is nothing, nor points elsewhere."""
    if not regions or any(says_nothing(each, reading) for each in regions):
        return
    region = regions[0]
    if region.heading is None:
        return
    message = f"the section {region.heading.text!r} has no table that could be read"
    hint = 'give it a table, or write "None."'
    if any(isinstance(block, Include) for each in regions for block in each.blocks):
        message = (
            f"the section {region.heading.text!r} has no table of its own, and those of included files are not read"
        )
        hint = "write the table on the page itself"
    reading.report(codes.SECTION_WITHOUT_TABLE.at(region.heading.span, message, hint=hint))


def awaits_table(regions: tuple[Region, ...], reading: Reading) -> bool:
    """Whether these sections leave their table to an include: whether it brings one, only the linker can tell."""
    blocks = [block for each in regions for block in each.blocks]
    included = any(isinstance(block, Include) for block in blocks)
    tables = any(isinstance(block, Table) for block in blocks)
    return included and not tables and not any(says_nothing(each, reading) for each in regions)


def says_nothing(region: Region, reading: Reading) -> bool:
    """Whether a section's prose says that it is empty, or refers to another page."""
    for block in region.blocks:
        if isinstance(block, Paragraph):
            if reading.profile.empty.matches(plain(block.text)):
                return True
            if next(find_links(block.text, reading.definitions), None) is not None:
                return True
    return False
