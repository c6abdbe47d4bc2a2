"""The overrides of an SDK as values, and their lines for findings about them.

Their places are relative to the project's root: they become part of the model, which must not tell where it was made.
"""

from __future__ import annotations

import os

import msgspec

from generator.cli.project import Project, read_text
from generator.cli.session import from_here
from generator.config import ConfigError, SdkConfig, parse_overrides
from generator.diagnostics import Diagnostic
from generator.diagnostics.render import Shown, show_all
from generator.overrides import Override
from generator.overrides.codes import CODES
from generator.text import SourceFile
from generator.workspace.revision import read_file

_KINDS = {code.id: code for code in CODES}


def with_overrides(project: Project, sdk: SdkConfig) -> SdkConfig:
    """`sdk` with its overrides read: of a file, or of `git:REVISION:./FILE` as an earlier state has it.

    Raises ConfigError for a file that cannot be read or used, WorkspaceError for one that the revision lacks.
    """
    if isinstance(sdk.overrides, str) and sdk.overrides.startswith("git:"):
        revision, _, path = sdk.overrides.removeprefix("git:").rpartition(":")
        found = parse_overrides(_text_at(project, revision, path), f"{path.removeprefix('./')} of {revision}")
        path = path.removeprefix("./")
    elif isinstance(sdk.overrides, str):
        file = project.root / sdk.overrides
        found = parse_overrides(read_text(file), from_here(file))
        path = os.path.relpath(file, project.root).replace(os.sep, "/")
    else:
        found = sdk.overrides or ()
        path = project.file.name if project.file else ""
    placed = tuple(
        msgspec.structs.replace(each, place=msgspec.structs.replace(each.place, path=path)) for each in found
    )
    return msgspec.structs.replace(sdk, overrides=placed)


def _text_at(project: Project, revision: str, path: str) -> str:
    try:
        return read_file(project.root, revision, path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} of {revision}: is not UTF-8 text") from error


def overrides_of(sdk: SdkConfig) -> tuple[Override, ...]:
    """What `with_overrides` read."""
    return sdk.overrides if isinstance(sdk.overrides, tuple) else ()


def overrides_text(project: Project, sdk: SdkConfig) -> str:
    """The file of the SDK's overrides as it is written; "" where they stand in the configuration."""
    stated = next((each.overrides for each in project.config.sdks if each.name == sdk.name), None)
    return read_text(project.root / stated) if isinstance(stated, str) else ""


def is_about_override(found: Diagnostic) -> bool:
    """Whether a finding's span leads to an override, not to a page."""
    return found.code in _KINDS


def shown_overrides(project: Project, sdk: SdkConfig, found: tuple[Diagnostic, ...]) -> tuple[Shown, ...]:
    """Findings about overrides, joined to the lines of their file."""
    paths = sorted({each.place.path for each in overrides_of(sdk)})
    sources = {path: SourceFile(path=path, text=read_text(project.root / path)) for path in paths} if found else {}
    root = from_here(project.root)
    return show_all(found, _KINDS, sources, "" if root == "." else f"{root}/")
