"""`sdkwright generate [SDK...]`: docs to an SDK and its tests."""

from __future__ import annotations

import json
import time

import click
import msgspec

from generator.build.outcomes import Outcome
from generator.build.progress import Progress
from generator.cli.configured import tell_configuration
from generator.cli.findings import sift
from generator.cli.making import Making, approach, bring_about
from generator.cli.options import common_options, sdk_options
from generator.cli.project import check_out, choose
from generator.cli.release import as_record, plan, record, stepped
from generator.cli.session import Session, from_here
from generator.cli.state import Begun, shown
from generator.cli.summary import Summary, as_text, count_files, count_findings
from generator.config import SdkConfig
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.render.concise import concise
from generator.workspace.errors import WorkspaceError
from generator.workspace.output import EditedError, WriteReport

_MOST_ERRORS = 20
_MOST_FILES = 10


@click.command("generate")
@click.argument("names", nargs=-1, metavar="[SDK]...")
@common_options
@sdk_options
@click.option("--force", is_flag=True, help="Overwrite generated files that were changed by hand.")
@click.option(
    "--bump-since",
    metavar="OLD",
    help="Step the version, and write CHANGELOG.md, by what changed since OLD: a folder or a git revision of the docs.",
)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", help="How the summary is printed."
)
def command(
    session: Session, names: tuple[str, ...], output_format: str, bump_since: str | None, *, force: bool
) -> int:
    """Write the SDKs named, or all that are configured, from their docs: only the files that change."""
    chosen = choose(session.project, names)
    for sdk in chosen:
        check_out(session.project, sdk)
    summaries = []
    with session.progress() as progress:
        releases = plan(session, chosen, bump_since, progress) if bump_since is not None else ()
        session = stepped(session, releases)
        for sdk in [each.sdk for each in releases] or chosen:
            summary, errors = generate_one(session, sdk, progress, force=force)
            summaries.append((summary, errors))
    record(session, releases)
    if output_format == "json":
        released = {each.sdk.name: {"release": as_record(each)} for each in releases}
        sdks = [msgspec.to_builtins(summary) | released.get(summary.sdk, {}) for summary, _ in summaries]
        document = {"version": 1, "sdks": sdks}
        session.out(json.dumps(document, indent=1))
    else:
        session.out("\n".join(as_text(summary, every=session.verbose) for summary, _ in summaries))
    for _, errors in summaries:
        session.say(errors) if errors else None
    return int(any(errors for _, errors in summaries))


def generate_one(session: Session, sdk: SdkConfig, progress: Progress, *, force: bool) -> tuple[Summary, str]:
    """Generate and write one SDK. Gives its summary, and what to say of the errors that left something out ("" for none)."""
    started = time.monotonic()
    making = approach(session, sdk, progress)
    outcome, report = _brought_about(session, making, progress, force=force)
    tell_configuration(session, sdk, outcome.diagnostics)
    sifted = sift(outcome.diagnostics, making.begun.docs.sources, session.project.config.lint)
    summary = Summary(
        sdk=sdk.name,
        out=from_here(session.project.root / sdk.out),
        pages=outcome.pages,
        types=outcome.types,
        enums=outcome.enums,
        operations=outcome.operations,
        overrides=outcome.manifest.overrides,
        examples=outcome.examples,
        diagnostics=count_findings(sifted.kept, sifted.passed),
        files=count_files(report),
        seconds=round(time.monotonic() - started, 2),
    )
    return summary, _errors(session, making.begun, sifted.kept)


def _brought_about(session: Session, making: Making, progress: Progress, *, force: bool) -> tuple[Outcome, WriteReport]:
    """Have it written, and tell of the files."""
    out = session.project.root / making.begun.sdk.out
    try:
        outcome, report = bring_about(making, out, progress, force=force)
    except EditedError as error:
        paths = [f"  {from_here(out / path)}" for path in error.paths[:_MOST_FILES]]
        more = len(error.paths) - len(paths)
        lines = [
            f"{error}; nothing was written, --force overwrites them:",
            *paths,
            *([f"  and {more:,} more"] if more else []),
        ]
        raise WorkspaceError("\n".join(lines)) from error
    if session.verbose:
        for path in report.written:
            session.say(f"wrote {from_here(out / path)}")
        for path in report.removed:
            session.say(f"removed {from_here(out / path)}")
    return outcome, report


def _errors(session: Session, begun: Begun, found: tuple[Diagnostic, ...]) -> str:
    """The errors, as many as one reads, below what they mean."""
    errors = tuple(each for each in found if each.severity is Severity.ERROR)
    if not errors:
        return ""
    most = len(errors) if session.verbose else _MOST_ERRORS
    more = len(errors) - most
    tail = f"and {more:,} more: sdkwright lint" if more > 0 else "sdkwright lint shows all findings"
    return f"left out because of errors in the docs of {begun.sdk.name}:\n{concise(shown(session, begun, errors[:most]))}{tail}"
