"""Types as pages write them, looked up in the linked `Api`. For cells that the linker has no use for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.facts.page import PageFacts
from generator.facts.written import WrittenCollection, WrittenItem, WrittenLink, WrittenName, WrittenType
from generator.model.api import Api
from generator.model.declarations import Declaration, short
from generator.model.types import Collection, Named, Primitive, TypeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Declarations by the page that defines them alone, and by name."""

    by_page: Mapping[str, str]
    """Lower-cased page to the one qualified name that it defines."""
    by_name: Mapping[str, str]
    """Lower-cased qualified names, and short names that only one declaration has."""

    def read(self, written: WrittenType, page: PageFacts) -> TypeRef | None:
        """The type meant, or None where that is open."""
        if isinstance(written, WrittenCollection):
            item = self._item(written.item, page)
            return None if item is None else Collection(item=item)
        return self._item(written, page)

    def _item(self, written: WrittenItem, page: PageFacts) -> Primitive | Named | None:
        match written:
            case Primitive():
                return written
            case WrittenLink():
                linked = self.by_page.get(written.page or page.path.lower())
                found = linked if written.anchor is None else None
                found = found or self.by_name.get(written.label.lower())
            case WrittenName():
                found = self.by_name.get(written.name.lower().removeprefix("#"))
            case _:
                return None
        return None if found is None else Named(name=found)


def written(api: Api) -> Written:
    """The look-up tables of one `Api`."""
    pages: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    declared: tuple[Declaration, ...] = (*api.types, *api.enums)
    for each in declared:
        for span in each.sources:
            pages.setdefault(span.path.lower(), set()).add(each.name)
        for name in (each.name.lower(), short(each.name).lower()):
            names.setdefault(name, set()).add(each.name)
    return Written(by_page=_only(pages), by_name=_only(names))


def _only(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {key: next(iter(those)) for key, those in found.items() if len(those) == 1}
