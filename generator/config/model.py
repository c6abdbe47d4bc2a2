"""The configuration as values. Field names are the keys of the file, with `_` for `-`."""

from __future__ import annotations

import msgspec

from generator.overrides import Override


class SdkConfig(msgspec.Struct, frozen=True, kw_only=True):
    """One SDK. `docs`, `out`, `templates` and a `dialect` that is a path are relative to the folder of the file."""

    name: str
    docs: str
    """A folder, or `git:REVISION:FOLDER`."""
    out: str
    package: str
    base_url: str
    dialect: str = "graph"
    include: tuple[str, ...] = ()
    """Path globs: only operations at such paths, and the types they reach. Empty: all."""
    exclude: tuple[str, ...] = ()
    templates: str | None = None
    overrides: str | tuple[Override, ...] | None = None
    """Corrections of documented facts, or the file that holds them."""
    title: str | None = None
    """What a reader calls the API; None: made of the package's name."""
    client: str = "Graph"
    """Class name of the client."""
    version: str = "0.1.0"
    """Version of the generated distribution."""
    docs_url: str | None = None
    """Where the pages stand on the web; `?…` at its end goes behind each page's address."""


class LintConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Which findings to leave out. `per_file_ignore` pairs a glob over page paths with codes, in the order of the file."""

    ignore: tuple[str, ...] = ()
    per_file_ignore: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str | None = None
    """A file of findings that are known and wait for their turn."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """A whole project. `sdks` in the order of the file."""

    sdks: tuple[SdkConfig, ...] = ()
    lint: LintConfig = LintConfig()
