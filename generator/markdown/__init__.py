"""Markdown to blocks: the syntax of pages, none of their meaning."""
