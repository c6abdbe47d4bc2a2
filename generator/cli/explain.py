"""`sdkwright explain CODE`: the manual page of a finding."""

from __future__ import annotations

import difflib

import click

from generator.cli.options import common_options
from generator.cli.registry import CHANGES, CODES
from generator.cli.session import Session
from generator.diagnostics import Code
from generator.diff.rule import ChangeRule


@click.command("explain")
@click.argument("code", required=False)
@common_options
def command(session: Session, code: str | None) -> int:
    """Print the manual page of a finding's or a change's CODE; without CODE, the list of all codes."""
    if code is None:
        rows = [(each.id, each.severity.value, each.summary) for each in CODES.values()]
        rows += [(each.code, each.judgement.value, each.summary) for each in CHANGES.values()]
        width = max(len(name) for name, _, _ in rows)
        session.out("".join(f"{name:<{width}}  {weight:<8}  {summary}\n" for name, weight, summary in rows))
        return 0
    if code in CHANGES:
        session.out(change_page(CHANGES[code]))
        return 0
    if code not in CODES:
        near = difflib.get_close_matches(code, [*CODES, *CHANGES], n=3)
        session.warn(f"sdkwright: there is no code {code!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
        return 2
    session.out(manual_page(CODES[code]))
    return 0


def manual_page(code: Code) -> str:
    """Heading, one line of facts, and the explanation, as Markdown."""
    return f"# {code.id}\n\n{code.summary}\n\nSeverity: {code.severity}. Since {code.since}.\n\n{code.explanation.strip()}\n"


def change_page(rule: ChangeRule) -> str:
    """The same of a kind of change that `diff` tells of."""
    return f"# {rule.code}\n\n{rule.summary}\n\nJudged {rule.judgement} by `sdkwright diff`.\n\n{rule.explanation}\n"
