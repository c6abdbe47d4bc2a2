"""Pages to a package, through the real reader and linker: what the tests of the back end look at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.dialect.profile import load_profile
from generator.emit import render
from generator.emit.shipped import shipped_templates
from generator.extract import read_page
from generator.link import link
from generator.model.api import Api
from generator.model.indexes.indexed import Indexed
from generator.python import Lowered, SdkOptions, lower
from generator.text import SourceFile

SPECS = Path(__file__).parents[2] / "specs" / "beta"
OPTIONS = SdkOptions(package="sdk", base_url="https://graph.microsoft.com/beta", title="Test API")


def linked(pages: Mapping[str, str]) -> Api:
    profile = load_profile("graph")
    sources = [SourceFile(path=path, text=text) for path, text in sorted(pages.items())]
    return link([read_page(source, profile).facts for source in sources], profile.conventions).api


@cache
def specs() -> Api:
    """The API of the reference that this repository holds."""
    return linked({str(path.relative_to(SPECS)): path.read_text("utf-8") for path in SPECS.rglob("*.md")})


@cache
def specs_lowered() -> Lowered:
    return lower(Indexed(api=specs()), OPTIONS)


@cache
def specs_files() -> dict[str, str]:
    return files(specs_lowered())


def files(lowered: Lowered) -> dict[str, str]:
    """Every generated file by path."""
    return {each.path: each.text for each in render(lowered.sheets, shipped_templates()).files}
