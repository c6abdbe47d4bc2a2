"""Source text and places in it. The lowest layer: it knows nothing of Markdown or of APIs."""

from generator.text.source import SourceFile, decode
from generator.text.span import Span

__all__ = ["SourceFile", "Span", "decode"]
