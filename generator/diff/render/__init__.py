"""A comparison as text for a terminal, as Markdown for a changelog or a pull request, and as JSON."""

from generator.diff.render.json import render_json
from generator.diff.render.markdown import render_markdown
from generator.diff.render.section import Section
from generator.diff.render.text import render_text

__all__ = ["Section", "render_json", "render_markdown", "render_text"]
