"""Pages to facts: what the sections, tables, fences and sentences of one page mean in a dialect."""

from generator.extract.page import Extracted, read_page

__all__ = ["Extracted", "read_page"]
