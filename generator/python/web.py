"""Where the pages stand on the web: addresses of pages, and the links of texts made absolute. Knows paths, no files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import quote

import msgspec

from generator.model.api import Api
from generator.model.declarations import EnumMember, EnumType, Property, StructuredType
from generator.model.operations import Operation
from generator.text import Span


class Web(msgspec.Struct, frozen=True, kw_only=True):
    """The site of a set of pages. `url` may end in a query, which every page gets.

    A page's address is its path from the folder of one kind of pages on: `api/user-get.md` is `user-get` and
    `resources/user.md` is `resources/user`, since sites serve the rest beside the operations.
    """

    url: str
    api_folders: tuple[str, ...] = ()
    resource_folders: tuple[str, ...] = ()

    def page(self, path: str, anchor: str = "") -> str:
        """The address of a page of the docs."""
        parts = path.removesuffix(".md").split("/")
        for place, part in enumerate(parts[:-1]):
            if part in self.api_folders or part in self.resource_folders:
                parts = parts[place + (part in self.api_folders) :]
                break
        base, mark, query = self.url.partition("?")
        return f"{base.rstrip('/')}/{'/'.join(map(quote, parts))}{mark}{query}{anchor and f'#{quote(anchor)}'}"

    def target(self, page: str, label: str, link: str) -> str | None:
        """Where a link of a page leads; None where it says so itself, leads nowhere, or only names a type."""
        path, _, anchor = link.partition("#")
        if not path:
            return self.page(page, anchor)
        if path.startswith("/"):
            scheme, _, rest = self.url.partition("://")
            return f"{scheme}://{rest.partition('/')[0]}{quote(path)}{anchor and f'#{quote(anchor)}'}"
        name = posixpath.basename(path).removesuffix(".md")
        if ":" in path or not path.endswith(".md") or label.strip(" `*").lower() == name.lower():
            return None
        return self.page(posixpath.normpath(posixpath.join(posixpath.dirname(page), path)).lstrip("./"), anchor)


def with_addresses(api: Api, web: Web) -> Api:
    """The same API, with links of its texts that lead to other pages made absolute."""
    return msgspec.structs.replace(
        api,
        types=tuple(_with(each, web, _page(each.sources), properties=_properties(each, web)) for each in api.types),
        enums=tuple(
            _with(each, web, _page(each.sources), members=_members(each.members, web, _page(each.sources)))
            for each in api.enums
        ),
        operations=tuple(_with(each, web, each.source.path) for each in api.operations),
    )


def _properties(declared: StructuredType, web: Web) -> tuple[Property, ...]:
    return tuple(_with(each, web, _page(each.sources), text="description") for each in declared.properties)


def _members(members: Iterable[EnumMember], web: Web, page: str) -> tuple[EnumMember, ...]:
    return tuple(_with(each, web, page, text="description") for each in members)


def _page(sources: tuple[Span, ...]) -> str:
    return sources[0].path if sources else ""


Told = TypeVar("Told", StructuredType, EnumType, Operation, Property, EnumMember)
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^)\s>]+)")


def _with(told: Told, web: Web, page: str, *, text: str = "summary", **changed: object) -> Told:
    """One declaration, its own text and that of its deprecation with absolute links."""
    own = _absolute(getattr(told, text), web, page)
    if own != getattr(told, text):
        changed[text] = own
    if told.deprecation is not None:
        reason = _absolute(told.deprecation.text, web, page)
        if reason != told.deprecation.text:
            changed["deprecation"] = msgspec.structs.replace(told.deprecation, text=reason)
    return msgspec.structs.replace(told, **changed) if changed else told


def _absolute(text: str, web: Web, page: str) -> str:
    if "](" not in text:
        return text

    def replaced(found: re.Match[str]) -> str:
        target = web.target(page, found[1], found[2])
        return found[0] if target is None else f"[{found[1]}]({target}"

    return _LINK.sub(replaced, text)
