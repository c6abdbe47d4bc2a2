"""JSON Schema 2020-12: every type and enum of the API under `$defs`."""

from __future__ import annotations

from generator.export.encoding import json_text
from generator.export.schemas import declaration_schema
from generator.model.api import Api
from generator.model.indexes.hierarchy import hierarchy


def json_schema(api: Api, title: str) -> str:
    """The schema document. Validate a payload against `#/$defs/<qualified name>` of it."""
    below = hierarchy(api)
    defs = {
        name: declaration_schema(declared, below.descendants(name), "#/$defs/")
        for name, declared in sorted(api.declarations().items())
    }
    return json_text({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "$defs": defs})
