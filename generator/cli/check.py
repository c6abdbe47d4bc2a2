"""`sdkwright check [SDK...]`: is the generated SDK what the docs say? Nothing is written."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
import msgspec

from generator.build.generation import Generated
from generator.build.outcomes import Outcome
from generator.build.progress import Progress
from generator.cli.configured import tell_configuration
from generator.cli.making import approach, make, recall
from generator.cli.options import common_options, sdk_options
from generator.cli.project import check_out, choose
from generator.cli.session import Session, from_here
from generator.config import SdkConfig
from generator.diagnostics import Diagnostic
from generator.diagnostics.render.printable import printable
from generator.workspace.comparison import WRONG, State
from generator.workspace.manifest import LOCK_NAME, Manifest
from generator.workspace.output import Judged, judge

_CAUSES = {
    "generator": "sdkwright has another version",
    "docs": "the docs changed",
    "templates": "the templates changed",
    "config": "the configuration changed",
}
_MOST_PAGES = 3


class _Checked(msgspec.Struct, frozen=True, kw_only=True):
    """An output folder against what belongs there. `made` is None where an earlier run remembers it well enough."""

    judged: Judged
    manifest: Manifest
    diagnostics: tuple[Diagnostic, ...]
    made: Generated | None


@click.command("check")
@click.argument("names", nargs=-1, metavar="[SDK]...")
@common_options
@sdk_options
@click.option("--diff", is_flag=True, help="Print what `generate` would change, as unified diffs.")
def command(session: Session, names: tuple[str, ...], *, diff: bool) -> int:
    """Tell whether the generated SDKs are what their docs say, and name every file that is not, with its pages.

    Files that sdkwright did not write are somebody's own: they make no difference, are counted, and named with -v. Writes
    nothing.
    """
    differs = False
    for sdk in choose(session.project, names):
        check_out(session.project, sdk)
        with session.progress() as progress:
            checked = _checked(session, sdk, progress, whole=diff)
        wrong = checked.judged.comparison.having(*WRONG)
        differs = differs or bool(wrong)
        tell_configuration(session, sdk, checked.diagnostics)
        for path in wrong:
            state = checked.judged.comparison.states[path]
            session.out(f"{state}: {from_here(session.project.root / sdk.out / path)}{_pages(checked, path)}")
        if diff and checked.made:
            for text in _diffs(session, sdk, checked.made, wrong):
                session.out(text)
        session.say(_verdict(session, sdk, checked))
        if session.verbose:
            for path in _own(checked):
                session.say(f"not sdkwright's: {from_here(session.project.root / sdk.out / path)}")
    return int(differs)


def _checked(session: Session, sdk: SdkConfig, progress: Progress, *, whole: bool) -> _Checked:
    """The judgement; with `whole`, the files that belong there too."""
    making = approach(session, sdk, progress)
    out = session.project.root / sdk.out
    recalled = None if whole else recall(making)
    if recalled is not None and (outcome := recalled.outcome) is not None:
        return _checked_as(out, outcome, None)
    made = make(making, progress, None if recalled is None else recalled.read)
    return _checked_as(out, made.outcome, made)


def _checked_as(out: Path, outcome: Outcome, made: Generated | None) -> _Checked:
    manifest = outcome.manifest
    return _Checked(judged=judge(out, manifest), manifest=manifest, diagnostics=outcome.diagnostics, made=made)


def _pages(checked: _Checked, path: str) -> str:
    """The pages that a file comes from, as far as one reads them: first those that changed."""
    recorded = checked.judged.recorded
    manifests = [checked.manifest, *([recorded] if recorded else [])]
    entry = next((each.files[path] for each in manifests if path in each.files), None)
    if entry is None or not entry.pages:
        return ""
    then, now = recorded.pages if recorded else {}, checked.manifest.pages
    return f"  from {_listed(sorted(entry.pages, key=lambda page: then.get(page) == now.get(page)))}"


def _listed(pages: Sequence[str]) -> str:
    more = len(pages) - _MOST_PAGES
    return ", ".join(map(printable, pages[:_MOST_PAGES])) + (f" and {more:,} more" if more > 0 else "")


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Pages that were written, added or removed between two states."""
    return sorted(path for path in then.keys() | now.keys() if then.get(path) != now.get(path))


def _verdict(session: Session, sdk: SdkConfig, checked: _Checked) -> str:
    comparison = checked.judged.comparison
    counts = {state: len(comparison.having(state)) for state in WRONG}
    told = ", ".join(f"{count:,} {state}" for state, count in counts.items() if count)
    if not told:
        own = len(_own(checked))
        beside = f", beside {own:,} that sdkwright did not write" if own else ""
        return f"{sdk.name}: {len(comparison.having(State.UNCHANGED)):,} files are what the docs say{beside}"
    return f"{sdk.name}: {told} ({_cause(session, sdk, checked)})\n{_remedy(sdk, counts)}"


def _own(checked: _Checked) -> tuple[str, ...]:
    """Files in the folder that someone else put there; caches, which tools make, do not count."""
    found = checked.judged.comparison.having(State.UNMANAGED)
    return tuple(path for path in found if not any(part.startswith((".", "__")) for part in path.split("/")[:-1]))


def _remedy(sdk: SdkConfig, counts: dict[State, int]) -> str:
    force = " --force" if counts[State.EDITED] else ""
    lost = ", which overwrites the files changed by hand," if force else ""
    return f"run `sdkwright generate {sdk.name}{force}`{lost} and commit what it writes"


def _written(session: Session, file: Path, sdk: SdkConfig) -> Iterator[str]:
    """The files that an SDK is configured in."""
    yield from_here(file)
    if isinstance(sdk.overrides, str):
        yield from_here(session.project.root / sdk.overrides)


def _cause(session: Session, sdk: SdkConfig, checked: _Checked) -> str:
    """Why the folder differs, as far as its manifest tells: what it was made from against what is there now."""
    judged, now = checked.judged, checked.manifest.origin
    if judged.recorded is None:
        return judged.damage or f"there is no {LOCK_NAME}: it was never generated"
    then = judged.recorded.origin
    causes = [why for key, why in _CAUSES.items() if getattr(then, key) != getattr(now, key)]
    if then.docs != now.docs:
        causes[causes.index(_CAUSES["docs"])] += f": {_listed(_changed(judged.recorded.pages, checked.manifest.pages))}"
    if then.config != now.config and session.project.file is not None:
        causes[causes.index(_CAUSES["config"])] += f": {' or '.join(_written(session, session.project.file, sdk))}"
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
