"""Markdown to blocks: the syntax of pages, none of their meaning."""

from generator.markdown.parser import Parsed, parse_page

__all__ = ["Parsed", "parse_page"]
