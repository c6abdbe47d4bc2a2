"""The project a command runs in: the configuration file nearest above, and what it asks for."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import click
import msgspec

from generator.config import Config, ConfigError, SdkConfig, parse_config
from generator.workspace.errors import WorkspaceError

CONFIG_NAME = "sdkwright.toml"
_TABLE = ("tool", "sdkwright")


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """`root` is what paths of the configuration are relative to; `file` is None where there is no configuration."""

    root: Path
    config: Config
    file: Path | None
    text: str = ""
    """What stands in the file, line ends as they are; of a pyproject.toml, what is about sdkwright."""


def find_project(explicit: Path | None, start: Path) -> Project:
    """The project of `explicit`, or of the nearest sdkwright.toml or pyproject.toml with a [tool.sdkwright] above `start`.

    Raises ConfigError for a file that cannot be read or used; without any file the project is `start` with nothing asked for.
    """
    if explicit is not None:
        return _load(explicit, _TABLE if explicit.name == "pyproject.toml" else ())
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file():
            return _load(folder / CONFIG_NAME, ())
        shared = folder / "pyproject.toml"
        if shared.is_file() and "[tool.sdkwright" in read_text(shared):
            return _load(shared, _TABLE)
    return Project(root=start, config=Config(), file=None)


def _load(file: Path, prefix: tuple[str, ...]) -> Project:
    config = parse_config(read_text(file), os.path.relpath(file), prefix=prefix)
    text = own_part(file, file.read_bytes().decode("utf-8"))
    return Project(root=file.parent.absolute(), config=config, file=file, text=text)


def own_part(file: Path, text: str) -> str:
    """What of the text of a configuration is sdkwright's."""
    if file.name != "pyproject.toml":
        return text
    return "".join(each for each in _TABLES.split(text) if each.startswith(f"[{'.'.join(_TABLE)}"))


_TABLES = re.compile(r"^(?=\[)", re.MULTILINE)
"""Where the tables of a TOML file begin. A line of a text or list that begins with a bracket only cuts a table in two."""


def read_text(file: Path) -> str:
    """The text of a file of the configuration. Raises ConfigError where there is none."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not UTF-8 text") from error


def choose(project: Project, names: tuple[str, ...]) -> tuple[SdkConfig, ...]:
    """The SDKs of these names in the order given; all, when none is named.

    Raises UsageError for a name that the configuration does not have, or when there is none to choose from.
    """
    known = {each.name: each for each in project.config.sdks}
    if not known:
        where = f"{project.file} declares no [sdk.NAME]" if project.file else f"there is no {CONFIG_NAME} here or above"
        raise click.UsageError(f"{where}; `sdkwright init DOCS` writes one")
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise click.UsageError(
                f"no SDK is named {name!r}; {'did you mean' if near else 'known are'} {', '.join(near or known)}"
            )
    return tuple(known[name] for name in names or known)


def check_out(project: Project, sdk: SdkConfig) -> Path:
    """Where the SDK goes. Raises WorkspaceError for a folder that holds the project or the docs themselves, or another SDK."""
    out = _real(project, sdk.out)
    kept = [project.root] if sdk.docs.startswith("git:") else [project.root, project.root / sdk.docs]
    for folder in kept:
        if Path(os.path.realpath(folder)).is_relative_to(out):
            raise WorkspaceError(
                f"out = {sdk.out!r} of {sdk.name} would be replaced as a whole, and it contains {folder}"
            )
    for other in project.config.sdks:
        theirs = _real(project, other.out)
        if other.name != sdk.name and (theirs.is_relative_to(out) or out.is_relative_to(theirs)):
            raise WorkspaceError(
                f"out = {sdk.out!r} of {sdk.name} and out = {other.out!r} of {other.name} would replace each other: "
                "an SDK has a folder of its own"
            )
    return project.root / sdk.out


def _real(project: Project, out: str) -> Path:
    return Path(os.path.realpath(project.root / out))
