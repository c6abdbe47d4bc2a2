"""What a run of `generate` did, as one value: the text and the JSON have the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click
import msgspec

from generator.build.outcomes import Examples
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.render.printable import printable
from generator.model.api import PageCounts
from generator.workspace.output import WriteReport

_MOST_CODES = 8


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """How many files of the output folder became what."""

    written: int
    unchanged: int
    removed: int


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """How many findings the docs have; both tables hold the same ones."""

    by_severity: dict[str, int]
    by_code: dict[str, int]
    let_pass: int
    """How many more comments on pages and the configuration let pass."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """One SDK. `generator/schemas/summary.schema.json` is the promise."""

    sdk: str
    out: str
    pages: PageCounts
    types: int
    enums: int
    operations: int
    overrides: tuple[str, ...]
    """The corrections of documented facts that were applied."""
    examples: Examples
    diagnostics: Findings
    files: Files
    seconds: float


def count_findings(found: Sequence[Diagnostic], let_pass: int) -> Findings:
    severities = Counter(each.severity.value for each in found)
    codes = Counter(each.code for each in found)
    return Findings(
        by_severity={each.value: severities[each.value] for each in Severity},
        by_code=dict(sorted(codes.items(), key=lambda row: (-row[1], row[0]))),
        let_pass=let_pass,
    )


def count_files(report: WriteReport) -> Files:
    return Files(written=len(report.written), unchanged=len(report.unchanged), removed=len(report.removed))


def as_text(each: Summary, *, every: bool) -> str:
    """The summary for a person: a heading and a line for each thing counted; with `every`, each code and correction."""
    kinds = msgspec.structs.asdict(each.pages)
    told = ", ".join(f"{count:,} {kind}" for kind, count in kinds.items() if count)
    severities = ", ".join(_plural(count, name) for name, count in each.diagnostics.by_severity.items())
    passed = f"; {each.diagnostics.let_pass:,} let pass" if each.diagnostics.let_pass else ""
    rows = [
        ("pages", f"{sum(kinds.values()):,}: {told}"),
        ("model", ", ".join(_plural(count, what) for count, what in _model(each))),
        *([("overrides", _overrides(each.overrides, every=every))] if each.overrides else []),
        ("examples", _examples(each.examples)),
        ("findings", f"{severities}{passed}{_codes(each.diagnostics, every=every)}"),
        (
            "files",
            f"{each.files.written:,} written, {each.files.unchanged:,} unchanged, {each.files.removed:,} removed",
        ),
    ]
    head = f"{click.style(each.sdk, bold=True)} -> {each.out}  in {each.seconds:.1f} s"
    return "\n".join([head, *(f"  {label:<9} {text}" for label, text in rows)]) + "\n"


def _model(each: Summary) -> tuple[tuple[int, str], ...]:
    return ((each.types, "type"), (each.enums, "enum"), (each.operations, "operation"))


def _overrides(applied: tuple[str, ...], *, every: bool) -> str:
    named = "".join(f"\n{'':<12}{printable(one)}" for one in applied) if every else ""
    return f"{len(applied):,} applied{named}"


def _examples(found: Examples) -> str:
    requests, responses = found.requests, found.responses
    wrong = requests.known_wrong + responses.known_wrong
    known = f"; {requests.known_wrong:,} and {responses.known_wrong:,} known to be wrong in the docs" if wrong else ""
    reasons = "".join(
        f"\n{'':<10}{count:>9,} {_LEFT_OUT[name]}"
        for name, count in msgspec.structs.asdict(found.left_out).items()
        if count
    )
    return f"{requests.passing:,} requests and {responses.passing:,} responses tested{known}{reasons}"


_LEFT_OUT = {
    "other_host": "more go to other hosts, and are no tests",
    "no_call": "more fit no documented call, and are no tests",
    "no_operation": "more stand on pages without a readable call, and are no tests",
    "nothing_shown": "more show neither a request nor a result, and are no tests",
}


def _plural(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _codes(found: Findings, *, every: bool) -> str:
    rows = list(found.by_code.items())
    shown = rows if every else rows[:_MOST_CODES]
    lines = [f"{count:>9,} {code}" for code, count in shown]
    if len(shown) < len(rows):
        rest = sum(count for _, count in rows[len(shown) :])
        lines.append(f"{rest:>9,} of {len(rows) - len(shown)} other codes (-v lists them)")
    return "".join(f"\n{'':<10}{line}" for line in lines)
