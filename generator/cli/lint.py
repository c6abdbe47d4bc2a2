"""`sdkwright lint [PATH...]`: what is wrong in the docs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from generator.cli.baseline import Known, read_baseline, write_baseline
from generator.cli.coverage import coverage_text
from generator.cli.findings import Wanted, code_options, counted, idle_config, sift
from generator.cli.options import common_options, sdk_options
from generator.cli.registry import CODES
from generator.cli.scope import Scope, distinct, scopes
from generator.cli.session import Session, from_here
from generator.cli.state import State, build_state, page_prefix, shown
from generator.diagnostics import Severity
from generator.diagnostics.render import FORMATS, Shown, show_all
from generator.diagnostics.render.printable import printable
from generator.lint.coverage import coverage

_MOST_GONE = 5


class Manner(msgspec.Struct, frozen=True, kw_only=True):
    """How findings are printed and judged. The fields are the options of the command."""

    output_format: str
    fail_on: str
    baseline: Path | None
    write_baseline: bool
    coverage: bool


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
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Leave out the findings kept in FILE."
)
@click.option("--write-baseline", is_flag=True, help="Keep all present findings in the baseline, and print none.")
@click.option(
    "--coverage",
    is_flag=True,
    help="Print what became of every heading, row, request line, fence, annotation and include.",
)
def command(session: Session, paths: tuple[str, ...], wanted: Wanted, **manner: Any) -> int:
    """Print what is wrong in the docs: all of them, or the pages and folders at PATH."""
    return _lint(session, paths, wanted, Manner(**manner))


def _lint(session: Session, paths: tuple[str, ...], wanted: Wanted, manner: Manner) -> int:
    configured = session.project.config.lint.baseline
    baseline = manner.baseline or (session.project.root / configured if configured else None)
    whole = not paths and wanted == Wanted()
    if manner.write_baseline and baseline is None:
        raise click.UsageError("which baseline? give --baseline FILE, or set `baseline` in [lint]")
    if manner.write_baseline and not whole:
        raise click.UsageError("--write-baseline keeps all findings there are; leave PATH, --select and --ignore out")
    known = {} if baseline is None or (manner.write_baseline and not baseline.exists()) else read_baseline(baseline)
    chosen = scopes(session.project, paths)
    with session.progress() as progress:
        states = [(scope, build_state(session, scope.sdk, progress)) for scope in distinct(chosen)]
    if manner.coverage:
        return _coverage(session, states, manner)
    found, passed = _findings(session, chosen, states, wanted)
    new = [each for each in found if each.fingerprint not in known]
    there = {each.fingerprint for each in found}
    gone = [each for each in known.values() if each.fingerprint not in there] if whole else []
    if manner.write_baseline and baseline is not None:
        write_baseline(baseline, found)
        step = f": {len(new):,} new, {len(gone):,} gone" if known else ""
        are = "finding is" if len(found) == 1 else "findings are"
        session.say(f"{len(found):,} {are} kept in {from_here(baseline)}{step}")
        return 0
    session.out(FORMATS[manner.output_format](new))
    if gone and baseline is not None:
        session.say(_gone(gone, from_here(baseline), every=session.verbose))
    session.say(_summary(new, _pages(states), passed, len(found) - len(new)))
    return int(any(each.found.severity.rank <= Severity(manner.fail_on).rank for each in new))


def _coverage(session: Session, states: list[tuple[Scope, State]], manner: Manner) -> int:
    """What became of the items of the pages; exit code 1 where one is neither used, left out by a rule nor reported."""
    left = 0
    for scope, state in states:
        pages = [page for page in state.build.pages if scope.holds(page.path)]
        found = coverage(pages, state.build.diagnostics)
        left += len(found.unaccounted)
        if manner.output_format == "json":
            session.out(msgspec.json.format(msgspec.json.encode(found)).decode() + "\n")
        else:
            session.out(coverage_text(found, page_prefix(session.project.root, scope.sdk.docs)))
    return int(left > 0)


def _gone(gone: Sequence[Known], baseline: str, *, every: bool) -> str:
    """What of the baseline the docs have no more, as much as one reads."""
    shown_now = gone if every else gone[:_MOST_GONE]
    lines = [f"  {printable(f'{each.path or baseline}: {each.code} {each.message}')}" for each in shown_now]
    more = [f"  and {len(gone) - len(lines):,} more (-v lists them)"] if len(lines) < len(gone) else []
    are = "finding is" if len(gone) == 1 else "findings are"
    head = f"{len(gone):,} kept {are} gone from the docs (--write-baseline makes {baseline} anew):"
    return "\n".join([head, *lines, *more])


def _summary(new: Sequence[Shown], pages: int, passed: int, known: int) -> str:
    aside = [f"{count:,} {what}" for count, what in ((passed, "let pass"), (known, "in the baseline")) if count]
    return f"{counted(each.found for each in new)} in {pages:,} pages" + (f" ({', '.join(aside)})" if aside else "")


def _pages(states: Sequence[tuple[Scope, State]]) -> int:
    """How many pages there are; those of SDKs over the same docs count once."""
    return sum({scope.sdk.docs: len(state.begun.docs.sources) for scope, state in states}.values())


def _findings(
    session: Session, chosen: Sequence[Scope], states: Sequence[tuple[Scope, State]], wanted: Wanted
) -> tuple[list[Shown], int]:
    """What is left after suppressions, and how many were let pass; idle suppressions too, when everything was looked at.

    What the docs of several SDKs have in common is found once.
    """
    lint = session.project.config.lint
    sifted = [sift(state.build.diagnostics, state.begun.docs.sources, lint) for _, state in states]
    found: dict[Shown, None] = {}
    passed: dict[str, int] = {}
    for (scope, state), each in zip(states, sifted, strict=True):
        here = (one for one in each.kept if one.span is None or scope.holds(one.span.path))
        found.update(dict.fromkeys(shown(session, state.begun, tuple(filter(wanted.has, here)))))
        passed[scope.sdk.docs] = max(each.passed, passed.get(scope.sdk.docs, 0))
    whole = {scope.sdk for scope in chosen if not scope.only}
    if whole.issuperset(session.project.config.sdks):
        found.update(dict.fromkeys(show_all(filter(wanted.has, idle_config(lint, sifted)), CODES, {}, "")))
    return list(found), sum(passed.values())
