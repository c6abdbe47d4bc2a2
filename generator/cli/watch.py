"""`sdkwright watch [SDK...]`: the SDK written again on every save, with what is wrong on the saved pages."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import watchfiles

from generator.cli.findings import counted, sift
from generator.cli.making import approach, bring_about
from generator.cli.options import common_options, sdk_options
from generator.cli.project import check_out, choose
from generator.cli.session import Session
from generator.cli.state import shown
from generator.config import SdkConfig
from generator.diagnostics.render import FORMATS
from generator.workspace.errors import WorkspaceError
from generator.workspace.naming import is_page_name


@click.command("watch")
@click.argument("names", nargs=-1, metavar="[SDK]...")
@common_options
@sdk_options
def command(session: Session, names: tuple[str, ...]) -> int:
    """Write the SDKs, and again whenever a page is saved; print the findings of the pages saved. Ends with Ctrl-C."""
    roots: dict[SdkConfig, Path] = {}
    for sdk in choose(session.project, names):
        if sdk.docs.startswith("git:"):
            raise click.UsageError(f"the docs of {sdk.name} are a git revision: they do not change")
        check_out(session.project, sdk)
        roots[sdk] = (session.project.root / sdk.docs).resolve()
    for sdk in roots:
        _refresh(session, sdk, frozenset())
    session.say(f"watching {', '.join(sdk.docs for sdk in roots)}; Ctrl-C ends it")
    for saved in _saves(roots.values()):
        gc.collect()  # what a round leaves in cycles; the command's frame keeps the collector off
        for sdk, root in roots.items():
            pages = frozenset(path.relative_to(root).as_posix() for path in saved if path.is_relative_to(root))
            if pages:
                _refresh(session, sdk, pages)
    return 0


def _saves(roots: Iterable[Path]) -> Iterator[frozenset[Path]]:
    for changes in watchfiles.watch(*roots, watch_filter=lambda _change, path: is_page_name(Path(path).name)):
        yield frozenset(Path(path) for _, path in changes)


def _refresh(session: Session, sdk: SdkConfig, pages: frozenset[str]) -> None:
    """One round. What goes wrong is told and the watch goes on: the next save may mend it."""
    try:
        with session.progress() as progress:
            making = approach(session, sdk, progress)
            outcome, report = bring_about(making, session.project.root / sdk.out, progress)
    except WorkspaceError as error:
        session.warn(f"sdkwright: {error}")
        return
    found = sift(outcome.diagnostics, making.begun.docs.sources, session.project.config.lint).kept
    here = tuple(each for each in found if each.span is not None and each.span.path in pages)
    session.out(FORMATS["full"](shown(session, making.begun, here)))
    files = f"{len(report.written):,} files written, {len(report.removed):,} removed"
    session.say(f"{sdk.name}: {files}; {counted(here)} here, {counted(found)} in all")
