"""Pages to the findings of one rule, as text. The stage holds a few types that every case may speak of."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.dialect.profile import load_profile
from generator.extract.page import read_page
from generator.link import link
from generator.lint import RULES, Docs, run
from generator.lint.rule import Rule
from generator.text import SourceFile

HERE = Path(__file__).parent
STAGE = {path.relative_to(HERE / "stage").as_posix(): path.read_text() for path in (HERE / "stage").rglob("*.md")}
BY_CODE: dict[str, Rule] = {rule.code.id: rule for rule in RULES}


def docs_of(pages: dict[str, str]) -> Docs:
    profile = load_profile("graph")
    sources = [SourceFile(path=path, text=text) for path, text in sorted({**STAGE, **pages}.items())]
    facts = [read_page(each, profile).facts for each in sources]
    linked = link(facts, profile.conventions)
    return Docs(api=linked.api, pages=linked.pages, conventions=profile.conventions)


def judged(code: str, pages: dict[str, str]) -> list[Diagnostic]:
    """What the rule finds on the case's own pages and on those of the stage that the case replaces."""
    return [each for each in run(docs_of(pages), [BY_CODE[code]]) if each.span and each.span.path in pages]


def told(found: list[Diagnostic]) -> str:
    return "".join(f"{line}\n" for each in found for line in _lines(each))


def _lines(found: Diagnostic) -> list[str]:
    span = found.span
    width = "" if span is None or span.end_column is None else f"-{span.end_column}"
    return [
        f"{span}{width}: {found.severity}: {found.message}",
        *([f"    hint: {found.hint}"] if found.hint else []),
        *(f"    {label.span}: {label.message}" for label in found.labels),
    ]
