"""Options that several commands share, gathered into the values that their functions take."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from generator.cli.project import Project, choose, find_project
from generator.cli.session import Session, color_of
from generator.config import Config, SdkConfig
from generator.config.parse import problems

Command = Callable[..., int]

_COMMON = (
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="The configuration, instead of the nearest."
    ),
    click.option(
        "-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read pages. Default: one a core."
    ),
    click.option("--no-cache", is_flag=True, help="Read every page again, and keep nothing."),
    click.option("-q", "--quiet", is_flag=True, help="Print the result and errors only."),
    click.option("-v", "--verbose", is_flag=True, help="Print more: every file, every finding."),
    click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour. Default: on terminals."
    ),
)
_SDK = (
    click.option("--docs", metavar="DOCS", help="A docs folder, or git:REVISION:FOLDER."),
    click.option("--out", metavar="FOLDER", help="Where the SDK is written."),
    click.option("--package", metavar="NAME", help="The import name of the SDK."),
    click.option("--base-url", metavar="URL", help="Where the API is served."),
    click.option("--dialect", metavar="NAME|FILE", help="The dialect of the docs."),
    click.option("--include", multiple=True, metavar="GLOB", help="Only operations at these paths. Repeatable."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="No operations at these paths. Repeatable."),
    click.option("--templates", metavar="FOLDER", help="Templates that replace those of sdkwright by name."),
    click.option("--overrides", metavar="FILE", help="Corrections of documented facts, as TOML."),
    click.option("--title", metavar="TEXT", help="What a reader calls the API."),
    click.option("--client", metavar="NAME", help="The class name of the client."),
    click.option("--version", metavar="VERSION", help="The version of the generated distribution."),
    click.option("--docs-url", metavar="URL", help="Where the pages stand on the web."),
)
_PATHS = ("docs", "out", "templates", "overrides")
_DOCS_ONLY_URL = "https://localhost"
"""For commands that only read docs: no code is made that would call it."""


def common_options(command: Command) -> Command:
    """Give `command` a `session` for the options that all commands have."""

    @functools.wraps(command)
    def wrapped(**given: Any) -> int:
        project = find_project(given.pop("config"), Path.cwd())
        session = Session(
            project=project,
            jobs=given.pop("jobs") or _cores(),
            cached=not given.pop("no_cache"),
            quiet=given.pop("quiet"),
            verbose=given.pop("verbose"),
            color=color_of(given.pop("color")),
        )
        return command(session, **given)

    return _with(_COMMON, wrapped)


def sdk_options(command: Command) -> Command:
    """Complete the `session` of `common_options`, which must stand above: options change an SDK or stand in for a configuration.

    They concern the SDK that the argument `names` names, if the command has one, else the only SDK there is.
    """

    @functools.wraps(command)
    def wrapped(session: Session, **given: Any) -> int:
        changes = {key: given.pop(key) for key in SdkConfig.__struct_fields__[1:]}
        changes = {key: value for key, value in changes.items() if value}
        for key in _PATHS:
            if key in changes and not changes[key].startswith("git:"):
                changes[key] = str(Path.cwd() / changes[key])
        project = _completed(session.project, given.get("names", ()), changes)
        return command(msgspec.structs.replace(session, project=project), **given)

    return _with(_SDK, wrapped)


def _cores() -> int:
    """Those this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _completed(project: Project, names: tuple[str, ...], changes: dict[str, Any]) -> Project:
    if not changes:
        return project
    if project.config.sdks:
        chosen = choose(project, names)
        if len(chosen) != 1:
            raise click.UsageError(
                f"--{next(iter(changes))} is for one SDK; name it: {', '.join(each.name for each in chosen)}"
            )
        base = chosen[0]
    elif "docs" in changes:
        package = changes.get("package", "api")
        base = SdkConfig(name=package, docs="", out=f"generated/{package}", package=package, base_url=_DOCS_ONLY_URL)
    else:
        return project
    sdk = msgspec.structs.replace(base, **changes)
    for key, problem in problems(sdk).items():
        raise click.UsageError(f"--{key.replace('_', '-')} {problem}")
    others = tuple(each for each in project.config.sdks if each.name != base.name)
    return msgspec.structs.replace(project, config=Config(sdks=(*others, sdk), lint=project.config.lint))


def _with(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
