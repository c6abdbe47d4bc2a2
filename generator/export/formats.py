"""The formats by name, in one visible place: adding one is a file and a row."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from generator.export.csdl import csdl
from generator.export.json_schema import json_schema
from generator.export.model_json import model_json
from generator.export.openapi import openapi
from generator.export.permissions import permissions
from generator.model.api import Api


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of itself that the docs do not tell."""

    title: str
    base_url: str
    version: str


Format = Callable[[Api, About], str]

FORMATS: dict[str, Format] = {
    "csdl": lambda api, _about: csdl(api),
    "json-schema": lambda api, about: json_schema(api, about.title),
    "model": lambda api, _about: model_json(api),
    "openapi": lambda api, about: openapi(api, title=about.title, base_url=about.base_url, version=about.version),
    "permissions": lambda api, _about: permissions(api),
}

OF_STATED_CALLS = frozenset({"openapi", "permissions"})
"""Formats that hold the calls which request lines state, and not those that examples alone show."""
