"""Which entries of a tree are pages, and which names can be spoken of."""

from __future__ import annotations

LARGEST_PAGE = 32 * 1024 * 1024
"""In bytes. Anything larger is no reference page."""


def is_page_name(name: str) -> bool:
    """Whether a file of this name is read: `*.md` in any case. Hidden files are not (editors leave some behind)."""
    return name.lower().endswith(".md") and not name.startswith(".")


def is_plain(path: str) -> bool:
    """Whether the path is text that a report, a link or a manifest can hold: encodable, without control characters."""
    return path.isprintable()


def spoken(path: str) -> str:
    """An odd path as printable ASCII, for findings that have to name it."""
    return path.encode("utf-8", "surrogateescape").decode("ascii", "backslashreplace").translate(_CONTROLS)


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), 127)}
