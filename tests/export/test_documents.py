"""Every export: the same bytes each time, and what its published schema says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import msgspec
import pytest

from generator.cli.schema_files import FOLDER, SCHEMAS, schema_text
from generator.export.formats import FORMATS
from generator.export.model_json import ModelDocument
from generator.model.api import Api
from tests.export.conftest import exported

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", SCHEMAS)
def test_published_schemas_are_current(name: str) -> None:
    """`python -m generator.cli.schema_files` writes them."""
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name]())


def test_the_model_is_what_its_schema_says() -> None:
    schema = json.loads((FOLDER / "model.schema.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema).validate(json.loads(exported("model")))


def test_the_model_is_read_back(api: Api) -> None:
    assert msgspec.json.decode(exported("model"), type=ModelDocument).api == api


def test_permissions_are_those_of_the_page() -> None:
    assert json.loads(exported("permissions"))["PATCH /groups/{id}"] == {
        "delegatedWork": ["Group.ReadWrite.All", "Directory.ReadWrite.All", "Directory.AccessAsUser.All"],
        "delegatedPersonal": [],
        "application": ["Group.ReadWrite.All", "Directory.ReadWrite.All"],
    }


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_do_not_depend_on_the_hash_seed(name: str) -> None:
    code = (
        f"import sys; from tests.export.conftest import exported; sys.stdout.buffer.write(exported({name!r}).encode())"
    )
    command = [sys.executable, "-c", code]
    found = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, check=True
    ).stdout

    assert found == exported(name).encode()
