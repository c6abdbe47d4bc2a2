"""What `generate --bump-since OLD` does beside generating: the next version in the configuration, and CHANGELOG.md in the SDK."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec
import tomlkit

from generator.build.progress import Progress
from generator.cli.history import declared, sdk_at, table_of
from generator.cli.places import place_of
from generator.cli.project import own_part
from generator.cli.session import Session, from_here
from generator.cli.state import read_api
from generator.config import Config, ConfigError, SdkConfig, parse_config
from generator.diff import compare
from generator.diff.changelog import changelog, later, next_version
from generator.diff.model import Bump
from generator.workspace.errors import WorkspaceError

CHANGELOG = "CHANGELOG.md"


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """`sdk` has the version to generate; `text` is its changelog, None where nothing is to be written."""

    sdk: SdkConfig
    last: str
    text: str | None
    bump: Bump


def plan(session: Session, chosen: Sequence[SdkConfig], old: str, progress: Progress) -> tuple[Release, ...]:
    """The releases of the SDKs, compared with their docs at `old`; writes nothing."""
    project = session.project
    if project.file is None:
        raise click.UsageError("--bump-since writes the version into the configuration, and there is none")
    known = declared(project)
    for sdk in chosen:
        if sdk.name not in known or known[sdk.name].version != sdk.version:
            raise click.UsageError("--bump-since steps the version of the configuration; leave --version out")
    if len(chosen) > 1 and Path(old).is_dir():
        raise click.UsageError(f"{old} holds the docs of one SDK; name it: {', '.join(each.name for each in chosen)}")
    return tuple(_release(session, sdk, old, progress) for sdk in chosen)


def stepped(session: Session, releases: Sequence[Release]) -> Session:
    """The session with the configuration as `record` will write it."""
    project = session.project
    if project.file is None or not any(each.sdk.version != each.last for each in releases):
        return session
    text = own_part(project.file, _stepped(project.file, releases))
    return msgspec.structs.replace(session, project=msgspec.structs.replace(project, text=text))


def record(session: Session, releases: Sequence[Release]) -> None:
    """Write versions and changelogs, once the SDKs stand: a run that ends before is made up for by the next."""
    file = session.project.file
    if file is not None and (text := _stepped(file, releases)) != _text(file):
        _write(file, text)
    for each in releases:
        if each.text is None:
            continue
        if each.sdk.version != each.last:
            session.say(f"{each.sdk.name}: version {each.last} -> {each.sdk.version}")
        file = session.project.root / each.sdk.out / CHANGELOG
        if _text(file) != each.text:
            _write(file, each.text)
            session.say(f"wrote {from_here(file)}")


def _release(session: Session, sdk: SdkConfig, old: str, progress: Progress) -> Release:
    place = place_of(session.project, sdk, old)
    then = _then(session, sdk, place)
    before = read_api(session, then or msgspec.structs.replace(sdk, docs=place), progress)
    found = compare(before, read_api(session, sdk, progress))
    text = _text(session.project.root / sdk.out / CHANGELOG)
    if found.bump is Bump.NONE:
        return Release(sdk=sdk, last=sdk.version, text=None, bump=found.bump)
    last = then.version if then is not None else None
    if last is None and changelog(text, found, sdk.version) == text:
        version = sdk.version  # these changes are what made it
    else:
        version = later(sdk.version, next_version(last or sdk.version, found.bump))
    bumped = msgspec.structs.replace(sdk, version=version)
    return Release(sdk=bumped, last=sdk.version, text=changelog(text, found, version), bump=found.bump)


def as_record(each: Release) -> dict[str, str]:
    """What the summary for scripts says of it."""
    return {"bump": each.bump.value, "last": each.last, "version": each.sdk.version}


def _then(session: Session, sdk: SdkConfig, place: str) -> SdkConfig | None:
    """The SDK as it was configured at `place`; None, which is said of a revision, where that is not known."""
    why = "the configuration is not in the repository of the docs"
    try:
        found = sdk_at(session.project, sdk, place)
    except ConfigError as error:
        found, why = None, str(error)
    if found is None and place.startswith("git:"):
        today = f"the step is from today's version {sdk.version}, with today's include, exclude and overrides"
        session.say(f"{sdk.name}: {why}; {today}")
    return found


def _config(file: Path, text: str | None = None) -> Config:
    return parse_config(_text(file) if text is None else text, from_here(file), prefix=table_of(file))


def _stepped(file: Path, releases: Sequence[Release]) -> str:
    """The text of the configuration with the versions of the releases: everything else stays as it is written."""
    text = _text(file)
    for each in releases:
        if each.text is not None and each.sdk.version != each.last:
            text = _with_version(file, text, each.sdk)
    return text


def _with_version(file: Path, text: str, sdk: SdkConfig) -> str:
    document: Any = tomlkit.parse(text)
    table = document
    for part in (*table_of(file), "sdk", sdk.name):
        table = table[part]
    table["version"] = sdk.version
    changed = tomlkit.dumps(document)
    before, after = (_config(file, each) for each in (text, changed))
    meant = tuple(
        msgspec.structs.replace(each, version=sdk.version) if each.name == sdk.name else each for each in before.sdks
    )
    if after != msgspec.structs.replace(before, sdks=meant):
        raise WorkspaceError(f'{from_here(file)}: write version = "{sdk.version}" for {sdk.name} by hand')
    return changed


def _text(file: Path) -> str:
    """The text of the file, line ends as they are, without a byte order mark; "" where there is none."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"cannot read {from_here(file)}: {error}") from error


def _write(file: Path, text: str) -> None:
    """Replace the file as a whole; links are followed."""
    target = Path(os.path.realpath(file))
    staged = target.with_name(f".{target.name}.sdkwright-new")
    try:
        staged.write_bytes(text.encode("utf-8"))
        staged.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        staged.replace(target)
    except OSError as error:
        raise WorkspaceError(f"cannot write {from_here(file)}: {error.strerror}") from error
