"""`sdkwright diff [OLD] [NEW]`: what changed in the API between two states of the docs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import click
import msgspec

from generator.build.progress import Progress
from generator.cli.history import sdk_at
from generator.cli.options import common_options, sdk_options
from generator.cli.places import place_of
from generator.cli.project import Project, choose
from generator.cli.session import Session
from generator.cli.state import read_api
from generator.config import ConfigError, SdkConfig
from generator.diff import Judgement, compare
from generator.diff.render import Section, render_json, render_markdown, render_text

_FORMATS = MappingProxyType({"text": render_text, "markdown": render_markdown, "json": render_json})
_FAILS = MappingProxyType(
    {
        "breaking": {Judgement.BREAKING},
        "additive": {Judgement.BREAKING, Judgement.ADDITIVE},
        "any": set(Judgement),
        "never": set[Judgement](),
    }
)
_States = tuple[SdkConfig, SdkConfig]
"""An SDK as it was and as it is, without what makes no difference to its API."""


@click.command("diff")
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@common_options
@sdk_options
@click.option("--sdk", "name", metavar="NAME", help="The docs of this SDK alone.")
@click.option(
    "--format", "output_format", type=click.Choice(list(_FORMATS)), default="text", help="How changes are printed."
)
@click.option("--fail-on", type=click.Choice(list(_FAILS)), default="breaking", help="What makes the exit code 1.")
def command(session: Session, old: str, new: str | None, **manner: str | None) -> int:
    """Compare the API of two states of the docs, and judge each change: breaking, additive, or words only.

    OLD and NEW are folders, git revisions of the configured docs (`HEAD~1`), or git:REVISION:FOLDER. Without NEW, the docs as
    they are now; without OLD, those of HEAD. Of several SDKs, each is compared; those of one API have one section.
    """
    chosen = _subjects(session.project, manner["name"], (old, new))
    by_states: dict[_States, list[str]] = {}
    for sdk in chosen:
        states = (_state(session, sdk, old), sdk if new is None else _state(session, sdk, new))
        by_states.setdefault((_bare(states[0]), _bare(states[1])), []).append(sdk.name)
    with session.progress() as progress:
        found = [_section(session, states, names, progress) for states, names in by_states.items()]
    now = new or ", ".join(dict.fromkeys(each.docs for each in chosen))
    session.out(_FORMATS[manner["output_format"] or "text"](found, old, now))
    fails = _FAILS[manner["fail_on"] or "breaking"]
    return int(any(each.judgement in fails for section in found for each in section.found.changes))


def _section(session: Session, states: _States, names: Sequence[str], progress: Progress) -> Section:
    before, after = (read_api(session, each, progress) for each in states)
    return Section(names=tuple(names), found=compare(before, after))


def _state(session: Session, sdk: SdkConfig, place: str) -> SdkConfig:
    """The SDK over the docs at `place`: of a revision, as it was configured there."""
    docs = place_of(session.project, sdk, place)
    try:
        then = sdk_at(session.project, sdk, docs)
    except ConfigError as error:
        then = None
        session.say(f"{sdk.name}: {error}; today's include, exclude and overrides hold for it")
    return then or msgspec.structs.replace(sdk, docs=docs)


def _bare(sdk: SdkConfig) -> SdkConfig:
    return SdkConfig(
        name="docs",
        docs=sdk.docs,
        out="",
        package="api",
        base_url="",
        dialect=sdk.dialect,
        include=sdk.include,
        exclude=sdk.exclude,
        overrides=sdk.overrides,
    )


def _subjects(project: Project, name: str | None, places: tuple[str | None, ...]) -> tuple[SdkConfig, ...]:
    """The SDKs whose docs are compared; none need be configured when both places say where they are."""
    if name is None and all(each and _stands_alone(each) for each in places):
        alone = SdkConfig(name="docs", docs="", out="", package="api", base_url="")
        return (project.config.sdks or (alone,))[:1]
    chosen = choose(project, () if name is None else (name,))
    alone_there = next((each for each in places if each and _stands_alone(each)), None)
    if alone_there and len({each.docs for each in chosen}) > 1:
        names = ", ".join(each.name for each in chosen)
        raise click.UsageError(f"{alone_there} holds the docs of one SDK; name it with --sdk: {names}")
    return chosen


def _stands_alone(place: str) -> bool:
    return place.startswith("git:") or Path(place).is_dir()
