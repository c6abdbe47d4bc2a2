"""TOML text to `Config`. Every mistake is an error that names the key, its line and the nearest key there is."""

from __future__ import annotations

import keyword
import re
import sys
import tomllib

from generator.config.model import Config, LintConfig, SdkConfig
from generator.config.override_table import read_overrides
from generator.config.reader import ConfigError, KeyPath, Reader, dotted
from generator.overrides import Override

__all__ = ["ConfigError", "parse_config", "problems"]

_SDK_LISTS = ("include", "exclude")
_SDK_TEXTS = tuple(key for key in SdkConfig.__struct_fields__ if key not in {"name", "overrides", *_SDK_LISTS})


def parse_config(text: str, name: str, *, prefix: KeyPath = ()) -> Config:
    """The configuration in `text`, which the file `name` holds below the tables of `prefix` (`("tool", "sdkwright")`).

    Raises ConfigError for text that is no TOML, unknown keys, values of a wrong type, and missing keys.
    """
    return _Reader(text, name).config(prefix)


class _Reader(Reader):
    """The tables that a configuration has."""

    def config(self, prefix: KeyPath) -> Config:
        try:
            table: object = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{self.name}: {error}") from error
        for part in prefix:
            table = table.get(part, {}) if isinstance(table, dict) else {}
        top = self.table(table, prefix, ("sdk", "lint"))
        sdks = self.table(top.get("sdk", {}), (*prefix, "sdk"), None)
        return Config(
            sdks=tuple(self.sdk(name, value, (*prefix, "sdk", name)) for name, value in sdks.items()),
            lint=self.lint(top.get("lint", {}), (*prefix, "lint")),
        )

    def sdk(self, name: str, value: object, at: KeyPath) -> SdkConfig:
        table = self.table(value, at, (*_SDK_TEXTS, *_SDK_LISTS, "overrides"))
        texts = {key: self.string(table[key], (*at, key)) for key in _SDK_TEXTS if key in table}
        lists = {key: self.strings(table[key], (*at, key)) for key in _SDK_LISTS if key in table}
        for key in ("docs", "base_url"):
            if key not in texts:
                self.fail(at, f"[{dotted(at)}] needs the key {key!r}")
        settings = {"out": f"generated/{texts.get('package', name)}", "package": name, **texts}
        overrides = self.overrides(table.get("overrides"), (*at, "overrides"))
        sdk = SdkConfig(name=name, overrides=overrides, **settings, **lists)  # type: ignore[arg-type]  # read by its field's type
        for key, problem in problems(sdk).items():
            self.fail((*at, key), f"{key!r} in [{dotted(at)}] {problem}")
        return sdk

    def overrides(self, value: object, at: KeyPath) -> str | tuple[Override, ...] | None:
        """A file that holds them, or the table itself."""
        if value is None or isinstance(value, dict):
            return read_overrides(self, value or {}, at) or None
        return self.string(value, at)

    def lint(self, value: object, at: KeyPath) -> LintConfig:
        table = self.table(value, at, ("ignore", "per-file-ignore", "baseline"))
        per_file_at = (*at, "per-file-ignore")
        per_file = self.table(table.get("per-file-ignore", {}), per_file_at, None)
        return LintConfig(
            ignore=self.strings(table.get("ignore", []), (*at, "ignore")),
            per_file_ignore=tuple(
                (glob, self.strings(codes, (*per_file_at, glob))) for glob, codes in per_file.items()
            ),
            baseline=self.string(table["baseline"], (*at, "baseline")) if "baseline" in table else None,
        )


def problems(sdk: SdkConfig) -> dict[str, str]:
    """What is wrong with the values of an SDK, by key: as one says it after the key's name."""
    found: dict[str, str] = {}
    for key, value in (("package", sdk.package), ("client", sdk.client)):
        if not value.isidentifier() or keyword.iskeyword(value) or not value.isascii():
            found[key] = f"must be a name that Python can import, not {value!r}"
    if sdk.package in _TAKEN or (sdk.package.startswith("__") and "package" not in found):
        found["package"] = f"must not be {sdk.package!r}, which is a module of {_taken_by(sdk.package)}"
    if not _VERSION.fullmatch(sdk.version):
        found["version"] = f"must be a version such as 1.0.0, not {sdk.version!r}"
    for key, url in (("base_url", sdk.base_url), ("docs_url", sdk.docs_url)):
        if url is not None and not _is_url(url, query=key == "docs_url"):
            found[key] = f"must be an http(s) URL, not {url!r}"
    return found


_NEEDED = frozenset({"httpx", "pydantic"})
"""What generated packages import."""
_TAKEN = _NEEDED | sys.stdlib_module_names


def _taken_by(name: str) -> str:
    return "what the SDK is built on" if name in _NEEDED else "Python itself"


def _is_url(text: str, *, query: bool) -> bool:
    """`query`: one may stand behind it, as `?view=beta`, which all pages have."""
    address, mark, asked = text.partition("?")
    return _URL.fullmatch(address) is not None and (not mark or (query and _QUERY.fullmatch(asked) is not None))


_VERSION = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?", re.ASCII)
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?")
_QUERY = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%/-]+")
