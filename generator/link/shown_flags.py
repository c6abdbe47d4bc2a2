"""Pass: enumerations whose values stand together in the JSON of an example, `"mailbox,site"`: they are flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from generator.diagnostics import Report
from generator.facts.page import PageFacts
from generator.link.draft import Draft
from generator.model.declarations import EnumType, Inference
from generator.model.types import Named, item_of

_SEVERAL = re.compile(r'"(\w+)"\s*:\s*"([A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)+)"')


def mark_shown_flags(draft: Draft, _report: Report) -> Draft:
    """A text of several members, at a property that has the enumeration for its type, is what flags look like; where pages
    number the members, the numbers decide.
    """
    by_property = _by_property(draft)
    marked: dict[str, EnumType] = {}
    for page in draft.pages:
        for name, text in _texts(page):
            values = {each.strip() for each in text.split(",")}
            for enum in by_property.get(name, {}).values():
                if len(values) > 1 and values <= {each.name for each in enum.members} and enum.name not in marked:
                    reason = f"{page.path} shows {text[:60]!r}"
                    because = Inference(rule="shown-flags", reason=reason)
                    marked[enum.name] = msgspec.structs.replace(
                        enum, flags=True, inferences=(*enum.inferences, because)
                    )
    return replace(draft, enums={**draft.enums, **marked}) if marked else draft


def _by_property(draft: Draft) -> dict[str, dict[str, EnumType]]:
    """The enumerations that may be flags, by the names of the properties that have them."""
    found: dict[str, dict[str, EnumType]] = {}
    for each in draft.types.values():
        for prop in each.properties:
            item = item_of(prop.type)
            enum = draft.enums.get(item.name) if isinstance(item, Named) and isinstance(prop.type, Named) else None
            if enum is not None and not enum.flags and all(each.value is None for each in enum.members):
                found.setdefault(prop.name, {})[enum.name] = enum
    return found


def _texts(page: PageFacts) -> Iterator[tuple[str, str]]:
    """The members of JSON bodies that hold words with commas between them."""
    for example in page.operation.examples if page.operation is not None else ():
        for message in (example.request, *(each.message for each in example.responses)):
            if message is not None and message.json and message.body is not None:
                yield from _SEVERAL.findall(message.body)
