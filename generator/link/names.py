"""The symbol table: what a page, a section, a qualified or a bare name stands for. Knows declared names, not declarations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dialect.conventions import Conventions
from generator.facts.written import WrittenCollection, WrittenItem, WrittenLink, WrittenName, WrittenType
from generator.model.declarations import namespace, short
from generator.model.types import Collection, ItemType, Named, Opaque, Primitive, TypeRef
from generator.text.plural import singular


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """From where a name is looked up: the page (lower-case) and the namespace it speaks in."""

    page: str
    namespace: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A name that a place declares. `anchor` is the section of the page that does, None for the page as a whole."""

    name: str
    page: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All declared names. Lookups ignore case; several namespaces may hold one short name."""

    conventions: Conventions
    qualified: Mapping[str, str]
    by_short: Mapping[str, tuple[str, ...]]
    """Shortest namespace first, so that the service's own comes before its parts."""
    by_page: Mapping[str, tuple[str, ...]]
    by_anchor: Mapping[tuple[str, str], str]

    def named(self, text: str, at: Place) -> str | None:
        """The declaration that a bare or qualified name means, seen from `at`: its own namespace first."""
        lowered = text.removeprefix("#").lower()
        if "." in lowered:
            full = self._full(lowered)
            return self.qualified.get(full) or self._only_elsewhere(full)
        for word in (lowered, singular(lowered)):
            own = self.qualified.get(f"{at.namespace}.{word}".lower())
            found = own or next(iter(self.by_short.get(word, ())), None)
            if found is not None:
                return found
        return None

    def linked(self, link: WrittenLink, at: Place) -> str | None:
        """The declaration that a link's target defines. The label decides between several of one page."""
        page = (link.page or at.page).lower()
        label = short(link.label.strip("`* "))
        if link.anchor and (found := self.by_anchor.get((page, link.anchor.lower()))):
            return found
        there = self.by_page.get(page, ())
        same = [each for each in there if short(each).lower() == label.lower()]
        if same:
            return same[0]
        if link.anchor and label and link.anchor.lower().startswith(label.lower()):
            # A section of this name is missing, so the page does not declare it: the page's own type is another one.
            return self.named(link.label.strip("`* "), at)
        if len(there) == 1:
            return there[0]
        return self.named(link.label.strip("`* "), at) or next(iter(there), None)

    def item(self, written: WrittenItem, at: Place) -> ItemType:
        """One written item as a reference; opaque where nothing declares it."""
        match written:
            case Primitive():
                return written
            case WrittenLink():
                found = self.linked(written, at)
                return Opaque(text=written.label) if found is None else Named(name=found)
            case WrittenName():
                found = self.named(written.name, at)
                return Opaque(text=written.name) if found is None else Named(name=found)
            case _:
                return Opaque(text=written.text)

    def type(self, written: WrittenType, at: Place) -> TypeRef:
        """A written type as a reference."""
        if isinstance(written, WrittenCollection):
            return Collection(item=self.item(written.item, at))
        return self.item(written, at)

    def misplaces(self, text: str) -> bool:
        """Whether a qualified name names no declaration, or one only for its last word."""
        return "." in text and self._full(text.removeprefix("#").lower()) not in self.qualified

    def holds(self, space: str) -> bool:
        """Whether anything is declared in a namespace."""
        return any(namespace(name) == space.lower() for name in self.qualified)

    def _full(self, lowered: str) -> str:
        head, _, rest = lowered.partition(".")
        return f"{self.conventions.namespace}.{rest}" if head in self.conventions.aliases else lowered

    def _only_elsewhere(self, full: str) -> str | None:
        """A qualified name with a wrong namespace still means the only declaration of that short name."""
        found = self.by_short.get(short(full), ())
        return found[0] if len(found) == 1 else None


def names_of(declared: Iterable[Declared], conventions: Conventions) -> Names:
    """The table of these names. The first declaration of a page or a section is its main one."""
    qualified: dict[str, str] = {}
    by_short: dict[str, list[str]] = {}
    by_page: dict[str, list[str]] = {}
    by_anchor: dict[tuple[str, str], str] = {}
    for each in declared:
        if each.name.lower() not in qualified:
            qualified[each.name.lower()] = each.name
            by_short.setdefault(short(each.name).lower(), []).append(each.name)
        if each.name not in by_page.setdefault(each.page.lower(), []):
            by_page[each.page.lower()].append(each.name)
        if each.anchor is not None:
            by_anchor.setdefault((each.page.lower(), each.anchor.lower()), each.name)
    return Names(
        conventions=conventions,
        qualified=qualified,
        by_short={key: tuple(sorted(each, key=_by_namespace)) for key, each in by_short.items()},
        by_page={key: tuple(each) for key, each in by_page.items()},
        by_anchor=by_anchor,
    )


def _by_namespace(name: str) -> tuple[int, str]:
    return namespace(name).count("."), name
