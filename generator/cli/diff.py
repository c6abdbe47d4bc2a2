"""`sdkwright diff [OLD] [NEW]`: what changed in the API between two states of the docs."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import click
import msgspec

from generator.cli.options import common_options, sdk_options
from generator.cli.places import place_of
from generator.cli.project import Project, choose
from generator.cli.session import Session
from generator.cli.state import read_api
from generator.config import SdkConfig
from generator.diff import Judgement, compare
from generator.diff.render import render_json, render_markdown, render_text

_FORMATS = MappingProxyType({"text": render_text, "markdown": render_markdown, "json": render_json})
_FAILS = MappingProxyType(
    {
        "breaking": {Judgement.BREAKING},
        "additive": {Judgement.BREAKING, Judgement.ADDITIVE},
        "any": set(Judgement),
        "never": set[Judgement](),
    }
)


@click.command("diff")
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@common_options
@sdk_options
@click.option("--sdk", "name", metavar="NAME", help="Whose docs, where several SDKs are configured.")
@click.option(
    "--format", "output_format", type=click.Choice(list(_FORMATS)), default="text", help="How changes are printed."
)
@click.option("--fail-on", type=click.Choice(list(_FAILS)), default="breaking", help="What makes the exit code 1.")
def command(session: Session, old: str, new: str | None, **manner: str | None) -> int:
    """Compare the API of two states of the docs, and judge each change: breaking, additive, or words only.

    OLD and NEW are folders, git revisions of the configured docs (`HEAD~1`), or git:REVISION:FOLDER. Without NEW, the docs as
    they are now; without OLD, those of HEAD.
    """
    sdk = _subject(session.project, manner["name"], (old, new))
    new_place = sdk.docs if new is None else place_of(session.project, sdk, new)
    places = (place_of(session.project, sdk, old), new_place)
    with session.progress() as progress:
        apis = [read_api(session, msgspec.structs.replace(sdk, docs=each), progress) for each in places]
    found = compare(*apis)
    session.out(_FORMATS[manner["output_format"] or "text"](found, old, new or sdk.docs))
    fails = _FAILS[manner["fail_on"] or "breaking"]
    return int(any(each.judgement in fails for each in found.changes))


def _subject(project: Project, name: str | None, places: tuple[str | None, ...]) -> SdkConfig:
    """The SDK whose docs are compared; none need be configured when both places say where they are."""
    if name is None and all(each and _stands_alone(each) for each in places):
        alone = SdkConfig(name="docs", docs="", out="", package="api", base_url="")
        return project.config.sdks[0] if project.config.sdks else alone
    chosen = choose(project, () if name is None else (name,))
    if len(chosen) != 1:
        raise click.UsageError(f"whose docs? name one with --sdk: {', '.join(each.name for each in chosen)}")
    return chosen[0]


def _stands_alone(place: str) -> bool:
    return place.startswith("git:") or Path(place).is_dir()
