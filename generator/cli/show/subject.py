"""What sheets are made from: the model, its indexes, and what its SDK calls things. Each index is made when first needed."""

from __future__ import annotations

from functools import cached_property

from generator.cli.show.wording import Names
from generator.dialect import Profile
from generator.model.api import Api
from generator.model.indexes.calls import Call, calls
from generator.model.indexes.hierarchy import Hierarchy, hierarchy
from generator.model.indexes.usage import Usage, usage
from generator.model.operations import Operation
from generator.python.package import reached
from generator.python.sites import BodyForm, CallSite
from generator.python.symbols import Symbols, name_symbols


class Subject:
    """One linked state of the docs, and the package that is made of it."""

    def __init__(self, api: Api, profile: Profile, package: str) -> None:
        self.api = api
        self.profile = profile
        self.names = Names(api)
        self._package = package

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        return calls(self.api)

    @cached_property
    def relatives(self) -> Hierarchy:
        return hierarchy(self.api)

    @cached_property
    def users(self) -> Usage:
        return usage(self.api)

    @cached_property
    def operations(self) -> dict[str, Operation]:
        return {each.id: each for each in self.api.operations}

    def class_of(self, name: str) -> str:
        """The import of a type's class."""
        symbol = self._symbols.find(name)
        if symbol is None:
            return ""
        return f"from {self._package}.{'enums' if symbol.is_enum else 'models'} import {symbol.class_name}"

    def call_of(self, call: Call) -> str:
        """The call as a user writes it."""
        site = self._sites.get((call.verb.value, call.shape))
        return "" if site is None else _written(site, call.path.placeholders)

    @cached_property
    def _symbols(self) -> Symbols:
        return name_symbols(self.api, lambda _: None)

    @cached_property
    def _sites(self) -> dict[tuple[str, str], CallSite]:
        return {(each.verb, each.shape): each for each in reached(self.api, self._symbols)}


def _written(site: CallSite, placeholders: tuple[str, ...]) -> str:
    waiting = iter(placeholders)
    text = "graph"
    for each in site.chain:
        held = ", ".join(f"{next(waiting, '...')}" for _ in range(each.arguments))
        if each.name is None:
            text += f"[{held or repr(each.literal)}]"
        else:
            text += f".{each.name}" + (f"({held})" if each.arguments else "")
    required = [each.name if not each.keyword else f"{each.name}=..." for each in site.parameters if each.required]
    body = [] if site.body in (BodyForm.NONE, BodyForm.PARAMETERS) else [site.body_parameter or "body"]
    optional = ["..."] if any(not each.required for each in site.parameters) else []
    return f"{text}.{site.method}({', '.join([*body, *required, *optional])})"
