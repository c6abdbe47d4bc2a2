"""The block rules of our dialects, given to markdown-it in place of, or beside, its own.

Each has markdown-it's signature (state, first line, end line, silent) and reports through the `Place` of the page.
"""

from generator.markdown.rules.comment import comment
from generator.markdown.rules.definition import definition
from generator.markdown.rules.directive import directive
from generator.markdown.rules.fence import fence
from generator.markdown.rules.include import include
from generator.markdown.rules.table import table

__all__ = ["comment", "definition", "directive", "fence", "include", "table"]
