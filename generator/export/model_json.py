"""The model itself as JSON: everything the other exports leave out. `model.schema.json` beside this file describes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from generator.export.encoding import json_text
from generator.model.api import Api

VERSION = 1
SCHEMA_FILE = Path(__file__).with_name("model.schema.json")


class ModelDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The exported document. `version` grows when a reader of the old form would misread the new one."""

    version: int
    api: Api


def model_json(api: Api) -> str:
    """The model document; it validates against the published schema."""
    return json_text(ModelDocument(version=VERSION, api=api))


def model_schema() -> dict[str, Any]:
    """The JSON Schema of `ModelDocument`, derived from the structs: a test holds the published file to it."""
    return msgspec.json.schema(ModelDocument)
