"""The model itself as JSON: everything the other exports leave out. `generator/schemas/model.schema.json` describes it."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.export.encoding import json_text
from generator.model.api import Api

VERSION = 1
_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


class ModelDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The exported document. `version` grows when a reader of the old form would misread the new one."""

    version: int
    api: Api


def model_json(api: Api) -> str:
    """The model document; it validates against the published schema."""
    return json_text(ModelDocument(version=VERSION, api=api))


def model_schema() -> dict[str, Any]:
    """The JSON Schema of `ModelDocument`, derived from the structs: a test holds the published file to it."""
    return _DIALECT | msgspec.json.schema(ModelDocument)
