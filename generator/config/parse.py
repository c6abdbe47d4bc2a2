"""TOML text to `Config`. Every mistake is an error that names the key, its line and the nearest key there is."""

from __future__ import annotations

import difflib
import keyword
import re
import tomllib
from collections.abc import Mapping
from typing import NoReturn

from generator.config.lines import line_of
from generator.config.model import Config, LintConfig, SdkConfig

_Key = tuple[str, ...]

_SDK_LISTS = ("include", "exclude")
_SDK_TEXTS = tuple(key for key in SdkConfig.__struct_fields__ if key not in {"name", *_SDK_LISTS})


class ConfigError(Exception):
    """The file cannot be used; the message begins with its name and, where it is known, the line."""


def parse_config(text: str, name: str, *, prefix: _Key = ()) -> Config:
    """The configuration in `text`, which the file `name` holds below the tables of `prefix` (`("tool", "sdkwright")`).

    Raises ConfigError for text that is no TOML, unknown keys, values of a wrong type, and missing keys.
    """
    return _Reader(text, name).config(prefix)


class _Reader:
    """The text, to say where a key stands, and its name."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    def config(self, prefix: _Key) -> Config:
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

    def sdk(self, name: str, value: object, at: _Key) -> SdkConfig:
        table = self.table(value, at, (*_SDK_TEXTS, *_SDK_LISTS))
        texts = {key: self.string(table[key], (*at, key)) for key in _SDK_TEXTS if key in table}
        lists = {key: self.strings(table[key], (*at, key)) for key in _SDK_LISTS if key in table}
        for key in ("docs", "base_url"):
            if key not in texts:
                self.fail(at, f"[{_dotted(at)}] needs the key {key!r}")
        settings = {"out": f"generated/{texts.get('package', name)}", "package": name, **texts}
        sdk = SdkConfig(name=name, **settings, **lists)  # type: ignore[arg-type]  # each key was read by the type of its field
        for key, problem in problems(sdk).items():
            self.fail((*at, key), f"{key!r} in [{_dotted(at)}] {problem}")
        return sdk

    def lint(self, value: object, at: _Key) -> LintConfig:
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

    def table(self, value: object, at: _Key, known: tuple[str, ...] | None) -> Mapping[str, object]:
        """`value` as a table; with `known`, one that has no other keys."""
        if not isinstance(value, dict):
            self.fail(at, f"{_dotted(at)!r} must be a table, not {_kind(value)}")
        for key in value if known is not None else ():
            if key not in (known or ()):
                near = difflib.get_close_matches(key, known or (), n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known or ())}"
                self.fail((*at, key), f"unknown key {key!r}{f' in [{_dotted(at)}]' if at else ''}; {hint}")
        return value

    def string(self, value: object, at: _Key) -> str:
        if not isinstance(value, str) or not value:
            self.fail(at, f"{at[-1]!r} must be a text, not {_kind(value)}")
        return value

    def strings(self, value: object, at: _Key) -> tuple[str, ...]:
        if not isinstance(value, list):
            self.fail(at, f"{at[-1]!r} must be a list of texts, not {_kind(value)}")
        return tuple(self.string(each, at) for each in value)

    def fail(self, at: _Key, message: str) -> NoReturn:
        raise ConfigError(f"{self.name}:{line_of(self.text, at)}: {message}")


def problems(sdk: SdkConfig) -> dict[str, str]:
    """What is wrong with the values of an SDK, by key: as one says it after the key's name."""
    found: dict[str, str] = {}
    for key, value in (("package", sdk.package), ("client", sdk.client)):
        if not value.isidentifier() or keyword.iskeyword(value) or not value.isascii():
            found[key] = f"must be a name that Python can import, not {value!r}"
    if not _VERSION.fullmatch(sdk.version):
        found["version"] = f"must be a version such as 1.0.0, not {sdk.version!r}"
    for key, url in (("base_url", sdk.base_url), ("docs_url", sdk.docs_url)):
        if url is not None and not _URL.fullmatch(url):
            found[key] = f"must be an http(s) URL, not {url!r}"
    return found


_VERSION = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?", re.ASCII)
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?")


def _dotted(at: _Key) -> str:
    return ".".join(at)


def _kind(value: object) -> str:
    kinds = {
        bool: "a boolean",
        int: "an integer",
        float: "a number",
        str: "an empty text",
        list: "a list",
        dict: "a table",
    }
    return kinds.get(type(value), f"a {type(value).__name__}")
