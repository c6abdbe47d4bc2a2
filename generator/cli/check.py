"""`sdkwright check [SDK...]`: is the generated SDK what the docs say? Nothing is written."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

from generator.build.generation import Generated, generate
from generator.cli.options import common_options, sdk_options
from generator.cli.order import order_of
from generator.cli.project import check_out, choose
from generator.cli.session import Session, from_here
from generator.cli.state import build_state
from generator.config import SdkConfig
from generator.diagnostics.render.printable import printable
from generator.workspace.comparison import State
from generator.workspace.manifest import LOCK_NAME, Origin
from generator.workspace.output import Judged, judge

_WRONG = (State.STALE, State.MISSING, State.ORPHANED, State.EDITED)
_CAUSES = {
    "generator": "sdkwright has another version",
    "docs": "the docs changed",
    "templates": "the templates changed",
    "config": "the configuration changed",
}


@click.command("check")
@click.argument("names", nargs=-1, metavar="[SDK]...")
@common_options
@sdk_options
@click.option("--diff", is_flag=True, help="Print what `generate` would change, as unified diffs.")
def command(session: Session, names: tuple[str, ...], *, diff: bool) -> int:
    """Tell whether the generated SDKs are what their docs say, and name every file that is not. Writes nothing."""
    differs = False
    for sdk in choose(session.project, names):
        check_out(session.project, sdk)
        with session.progress() as progress:
            state = build_state(session, sdk, progress)
            made = generate(state.build, order_of(session, state), progress)
        judged = judge(session.project.root / sdk.out, made.tree)
        wrong = judged.comparison.having(*_WRONG)
        differs = differs or bool(wrong)
        for path in wrong:
            session.out(f"{judged.comparison.states[path]}: {from_here(session.project.root / sdk.out / path)}")
        if diff:
            for text in _diffs(session, sdk, made, wrong):
                session.out(text)
        session.say(_verdict(sdk, judged, made.tree.manifest.origin))
    return int(differs)


def _verdict(sdk: SdkConfig, judged: Judged, now: Origin) -> str:
    counts = {state: len(judged.comparison.having(state)) for state in _WRONG}
    told = ", ".join(f"{count:,} {state}" for state, count in counts.items() if count)
    if not told:
        return f"{sdk.name}: {len(judged.comparison.having(State.UNCHANGED)):,} files are what the docs say"
    return f"{sdk.name}: {told} ({_cause(judged, now)})"


def _cause(judged: Judged, now: Origin) -> str:
    """Why the folder differs, as far as its manifest tells: what it was made from against what is there now."""
    if judged.recorded is None:
        return judged.damage or f"there is no {LOCK_NAME}: it was never generated"
    then = judged.recorded.origin
    causes = [why for key, why in _CAUSES.items() if getattr(then, key) != getattr(now, key)]
    return "; ".join(causes) or "docs, templates and configuration are the same: the files themselves were changed"


def _diffs(session: Session, sdk: SdkConfig, made: Generated, paths: tuple[str, ...]) -> Iterator[str]:
    wanted = made.tree.with_lock()
    for path in paths:
        if path != LOCK_NAME:
            file = session.project.root / sdk.out / path
            there = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
            name = from_here(file)
            lines = difflib.unified_diff(
                there.splitlines(),
                wanted.get(path, b"").decode().splitlines(),
                name,
                f"{name} (from the docs)",
                lineterm="",
            )
            yield "".join(f"{printable(line)}\n" for line in lines)
