"""Data files of the package, wherever it was imported from: a folder or an archive."""

from __future__ import annotations

import json
from pkgutil import get_data
from typing import Any

PACKAGE = __name__.rpartition("._runtime")[0]
"""The generated package this runtime was copied into."""


def read_data(name: str) -> Any:
    """The content of a JSON file that stands beside the package's modules. Raises OSError where it was left out."""
    found = get_data(PACKAGE, name)
    if found is None:
        raise FileNotFoundError(f"{PACKAGE} was loaded in a way that gives no data files: {name} is needed")
    return json.loads(found)
