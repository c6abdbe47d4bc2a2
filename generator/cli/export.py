"""`sdkwright export FORMAT`: the model in a format that other tools read."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.configured import refuse_nothing, tell_configuration
from generator.cli.options import common_options, sdk_options
from generator.cli.project import choose
from generator.cli.session import Session, from_here
from generator.cli.state import read_model, sdk_title
from generator.export.formats import FORMATS, OF_STATED_CALLS, About
from generator.model.indexes.calls import only_shown
from generator.python.roots import other_root
from generator.python.selection import idle_globs, select
from generator.workspace.errors import WorkspaceError


@click.command("export")
@click.argument("output_format", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("name", required=False, metavar="[SDK]")
@common_options
@sdk_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it. Default: stdout."
)
def command(session: Session, output_format: str, name: str | None, output: Path | None) -> int:
    """Print the model of the docs as FORMAT: csdl, json-schema, model, openapi or permissions."""
    chosen = choose(session.project, () if name is None else (name,))
    if len(chosen) != 1:
        raise click.UsageError(f"which SDK? name one: {', '.join(each.name for each in chosen)}")
    (sdk,) = chosen
    with session.progress() as progress:
        whole = read_model(session, sdk, progress)[0]
    refuse_nothing(sdk, whole)
    told = (*idle_globs(whole, sdk.include, sdk.exclude), *other_root(whole, sdk.base_url))
    tell_configuration(session, sdk, told)
    api = select(whole, sdk.include, sdk.exclude)
    about = About(title=sdk_title(sdk), base_url=sdk.base_url, version=sdk.version)
    text = FORMATS[output_format](api, about)
    if output_format in OF_STATED_CALLS and (left_out := only_shown(api)):
        session.say(_told(left_out))
    if output is None:
        session.out(text)
        return 0
    try:
        output.write_bytes(text.encode())
    except OSError as error:
        raise WorkspaceError(f"cannot write {output}: {error.strerror}") from error
    session.say(f"wrote {from_here(output)}")
    return 0


def _told(left_out: tuple[str, ...]) -> str:
    first, *others = left_out
    more = f" and {len(others):,} more" if others else ""
    return f"left out, as examples alone show them: {first}{more} (sdkwright lint --select operation-only-shown)"
