"""`sdkwright lint [PATH...]`: what is wrong in the docs."""

from __future__ import annotations

import click

from generator.cli.findings import Wanted, code_options, counted, idle_config, sift
from generator.cli.options import common_options, sdk_options
from generator.cli.scope import Scope, scopes
from generator.cli.session import Session
from generator.cli.state import State, build_state, shown
from generator.diagnostics import Severity
from generator.diagnostics.render import FORMATS, Shown, show_all


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@common_options
@sdk_options
@code_options
@click.option("--output-format", type=click.Choice(list(FORMATS)), default="full", help="How findings are printed.")
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in Severity]),
    default="warning",
    help="The least severity that makes the exit code 1. Default: warning.",
)
def command(session: Session, paths: tuple[str, ...], wanted: Wanted, output_format: str, fail_on: str) -> int:
    """Print what is wrong in the docs: all of them, or the pages and folders at PATH."""
    chosen = scopes(session.project, paths)
    with session.progress() as progress:
        states = [(scope, build_state(session, scope.sdk, progress)) for scope in chosen]
    found, passed = _findings(session, states, wanted)
    session.out(FORMATS[output_format](found))
    pages = sum(len(state.docs.sources) for _, state in states)
    let_pass = f" ({passed:,} let pass)" if passed else ""
    session.say(f"{counted(each.found for each in found)} in {pages:,} pages{let_pass}")
    return int(any(each.found.severity.rank <= Severity(fail_on).rank for each in found))


def _findings(session: Session, states: list[tuple[Scope, State]], wanted: Wanted) -> tuple[list[Shown], int]:
    lint = session.project.config.lint
    sifted = [sift(state.build.diagnostics, state.docs.sources, lint) for _, state in states]
    found: list[Shown] = []
    for (scope, state), each in zip(states, sifted, strict=True):
        here = tuple(one for one in each.kept if wanted.has(one) and (one.span is None or scope.holds(one.span.path)))
        found.extend(shown(session, state, here))
    if not any(scope.only for scope, _ in states) and {scope.sdk for scope, _ in states} >= set(
        session.project.config.sdks
    ):
        found.extend(show_all(filter(wanted.has, idle_config(lint, sifted)), {}, ""))
    return found, sum(each.passed for each in sifted)
