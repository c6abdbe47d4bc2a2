"""`sdkwright templates [NAME]`: which templates there are, and a copy of one to change."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from generator.cli.options import common_options
from generator.cli.session import Session, from_here
from generator.emit.shipped import shipped_templates
from generator.emit.templates import received
from generator.workspace.errors import WorkspaceError
from generator.workspace.templates import overridden


@click.command("templates")
@click.argument("name", required=False)
@common_options
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="The folder that the copy goes to."
)
def command(session: Session, name: str | None, folder: Path | None) -> int:
    """List all templates, each above the values it receives, those that an SDK replaces marked.

    With NAME, copy that one into the SDK's folder of templates.
    """
    shipped = shipped_templates()
    configured = {
        sdk.name: session.project.root / sdk.templates for sdk in session.project.config.sdks if sdk.templates
    }
    if name is None:
        replaced = {sdk: overridden(shipped, own).replaced for sdk, own in configured.items()}
        for each in shipped:
            by = [sdk for sdk, names in replaced.items() if each in names]
            session.out(each + (f"  replaced by {', '.join(by)}" if by else ""))
            session.out(f"  {', '.join(received(shipped[each])) or 'nothing'}")
        return 0
    if name not in shipped:
        near = difflib.get_close_matches(name, shipped, n=3)
        session.warn(
            f"sdkwright: there is no template {name!r}" + (f"; did you mean {', '.join(near)}?" if near else "")
        )
        return 1
    target = _folder(folder, list(configured.values())) / name
    if target.exists():
        raise WorkspaceError(f"{from_here(target)} is there already")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(shipped[name], encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"cannot write {from_here(target)}: {error.strerror}") from error
    session.say(f"wrote {from_here(target)}")
    return 0


def _folder(given: Path | None, configured: list[Path]) -> Path:
    if given is not None:
        return given
    if len(set(configured)) != 1:
        raise click.UsageError("which folder? give --to FOLDER, and set `templates` in the SDK's configuration")
    return configured[0]
