"""The SDK as the configuration of a revision has it: what it included and corrected then, not what it does today."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.cli.corrections import with_overrides
from generator.cli.project import Project, read_text
from generator.cli.session import from_here
from generator.config import ConfigError, SdkConfig, parse_config
from generator.workspace.errors import WorkspaceError
from generator.workspace.revision import read_file, shares_repository

_DECIDE = ("include", "exclude", "overrides")
"""What of a configuration decides which API its docs give. A dialect is a way to read, which holds for both states."""


def sdk_at(project: Project, sdk: SdkConfig, place: str) -> SdkConfig | None:
    """`sdk` over the docs at `place`, with the version, and what decides its API, as they were configured there; what the
    command line says holds for all places.

    None where `place` is no revision of the repository that holds the configuration. Raises ConfigError, with why, where the
    configuration of then cannot be read, and WorkspaceError where there is no such revision.
    """
    if not place.startswith("git:") or project.file is None:
        return None
    revision, _, folder = place.removeprefix("git:").rpartition(":")
    if not shares_repository(project.root, revision, folder):
        return None
    try:
        text = read_file(project.root, revision, f"./{project.file.name}").decode("utf-8-sig")
        config = parse_config(text, project.file.name, prefix=table_of(project.file))
        then = next((each for each in config.sdks if each.name == sdk.name), None)
        if then is not None:
            found = _joined(project, sdk, then, revision)
            with_overrides(project, found)
            return msgspec.structs.replace(found, docs=place)
    except (WorkspaceError, ConfigError, UnicodeDecodeError) as error:
        raise ConfigError(f"the configuration of {revision} cannot be read: {error}") from error
    raise ConfigError(f"the configuration of {revision} has no such SDK")


def declared(project: Project) -> dict[str, SdkConfig]:
    """The SDKs that the file of the configuration has, by name, whatever the command line says."""
    if project.file is None:
        return {}
    config = parse_config(read_text(project.file), from_here(project.file), prefix=table_of(project.file))
    return {each.name: each for each in config.sdks}


def table_of(file: Path) -> tuple[str, ...]:
    """The table of a file that is sdkwright's; () for the whole file."""
    return ("tool", "sdkwright") if file.name == "pyproject.toml" else ()


def _joined(project: Project, sdk: SdkConfig, then: SdkConfig, revision: str) -> SdkConfig:
    if isinstance(then.overrides, str) and not Path(then.overrides).is_absolute():
        then = msgspec.structs.replace(then, overrides=f"git:{revision}:./{then.overrides}")
    now = declared(project).get(sdk.name, sdk)
    kept = {key: getattr(then, key) for key in _DECIDE if getattr(sdk, key) == getattr(now, key)}
    return msgspec.structs.replace(sdk, version=then.version, **kept)
