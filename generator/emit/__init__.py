"""Views to files: templates place what the back end decided, black settles the spelling. It knows no docs and no API."""

from generator.emit.faults import TemplateFaultError
from generator.emit.outputs import OutputFile
from generator.emit.render import Rendered, Spelled, render

__all__ = ["OutputFile", "Rendered", "Spelled", "TemplateFaultError", "render"]
