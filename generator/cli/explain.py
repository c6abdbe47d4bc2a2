"""`sdkwright explain CODE`: the manual page of a finding."""

from __future__ import annotations

import difflib

import click

from generator.cli.options import common_options
from generator.cli.registry import CODES
from generator.cli.session import Session
from generator.diagnostics import Code


@click.command("explain")
@click.argument("code", required=False)
@common_options
def command(session: Session, code: str | None) -> int:
    """Print the manual page of a finding's CODE; without CODE, the list of all codes."""
    if code is None:
        width = max(map(len, CODES))
        session.out("".join(f"{each.id:<{width}}  {each.severity:<7}  {each.summary}\n" for each in CODES.values()))
        return 0
    if code not in CODES:
        near = difflib.get_close_matches(code, CODES, n=3)
        session.warn(f"sdkwright: there is no code {code!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
        return 1
    session.out(manual_page(CODES[code]))
    return 0


def manual_page(code: Code) -> str:
    """Heading, one line of facts, and the explanation, as Markdown."""
    return f"# {code.id}\n\n{code.summary}\n\nSeverity: {code.severity}. Since {code.since}.\n\n{code.explanation.strip()}\n"
