"""The `Api` in formats that others read. Each export is a pure function to text; none uses templates."""

from generator.export.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]
