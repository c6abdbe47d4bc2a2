"""Targets of links as pages of the tree: relative, site-absolute or in-page, compared without regard to case."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import msgspec

from generator.dialect.profile import Profile
from generator.extract.reading import Reading


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where a link leads inside the tree. `page` is relative to the docs root, case kept, "" for the page itself.

    A page above the docs root keeps its leading `../`.
    """

    page: str
    anchor: str | None


def resolve(target: str, page_path: str, profile: Profile) -> Target | None:
    """The place a link's target names; None for a target outside the docs (another host, a mail address)."""
    path, _, anchor = target.partition("#")
    path = path.partition("?")[0]
    name = anchor.lower() or None
    if not path:
        return Target(page="", anchor=name) if target.startswith("#") else None
    if path.startswith("/"):
        return _site_absolute(path, name, profile)
    if ":" in path.partition("/")[0]:
        return None
    if "\\" in path:
        path = path.replace("\\", "/")
    if "%" in path:
        path = unquote(path)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page_path), path))
    return Target(page="" if joined == page_path else joined, anchor=name)


def _site_absolute(path: str, anchor: str | None, profile: Profile) -> Target | None:
    for prefix in profile.words.pages.site_prefixes:
        if path.startswith(prefix):
            page = posixpath.normpath(path.removeprefix(prefix))
            if page.startswith(".."):
                return None
            return Target(page=page if page.endswith(".md") else f"{page}.md", anchor=anchor)
    return None


def resolve_in(reading: Reading, target: str) -> Target | None:
    """`resolve` for the page being read."""
    return resolve(target, reading.page.path, reading.profile)
