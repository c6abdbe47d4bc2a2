"""The lock names the pages that a file comes from: all that the file itself names, at the least."""

from __future__ import annotations

import re
from pathlib import Path

from generator.workspace.manifest import LOCK_NAME, parse_manifest

FOLDER = Path(__file__).parents[2] / "generated" / "graph_beta"
SOURCE = re.compile(r"Source: ((?:api|resources)/\S+\.md)")


def test_pages_that_a_file_names_are_its_pages() -> None:
    manifest = parse_manifest((FOLDER / LOCK_NAME).read_bytes())
    named = {path: set(SOURCE.findall((FOLDER / path).read_text("utf-8"))) for path in manifest.files}

    assert sum(map(len, named.values())) > 100
    missing = {path: pages.difference(manifest.files[path].pages) for path, pages in named.items()}
    assert {path: pages for path, pages in missing.items() if pages} == {}
