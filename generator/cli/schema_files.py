"""`python -m generator.cli.schema_files`: write the JSON Schemas of what sdkwright prints, from its structs."""

from __future__ import annotations

import json
from inspect import cleandoc
from pathlib import Path
from types import MappingProxyType
from typing import Any

import generator
from generator.diff.render.json import diff_schema
from generator.export.model_json import model_schema

FOLDER = Path(generator.__file__).parent / "schemas"
SCHEMAS = MappingProxyType({"diff.schema.json": diff_schema, "model.schema.json": model_schema})


def schema_text(schema: dict[str, Any]) -> str:
    """The file's text: two schemas of one meaning have one text, whatever Python tells them."""
    return json.dumps(_undented(schema), indent=1, sort_keys=True) + "\n"


def _undented(value: Any) -> Any:
    """With descriptions as they are read: from 3.13 on, Python takes the margin off docstrings by itself."""
    if isinstance(value, list):
        return [_undented(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: cleandoc(each) if key == "description" and isinstance(each, str) else _undented(each)
        for key, each in value.items()
    }


if __name__ == "__main__":
    for name, derive in SCHEMAS.items():
        (FOLDER / name).write_text(schema_text(derive()), encoding="utf-8")
