"""Which findings are shown: those asked for, less those that someone let pass."""

from __future__ import annotations

import difflib
import functools
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import click
import msgspec

from generator.cli.registry import CODES
from generator.config import LintConfig
from generator.diagnostics import Diagnostic, Severity, sort_key
from generator.diagnostics.suppress import Suppression, from_config, from_pages, suppress, unread_on_pages
from generator.text import SourceFile

Command = Callable[..., int]


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The `--select` and `--ignore` of a command line. No selection selects all."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def has(self, found: Diagnostic) -> bool:
        return found.code not in self.ignore and (not self.select or found.code in self.select)


def code_options(command: Command) -> Command:
    """Give `command` a `wanted` for `--select` and `--ignore`."""

    @functools.wraps(command)
    def wrapped(*args: Any, select: tuple[str, ...], ignore: tuple[str, ...], **given: Any) -> int:
        return command(*args, wanted=Wanted(select=_codes(select), ignore=_codes(ignore)), **given)

    for name, what in (("--ignore", "Findings of all codes but CODE."), ("--select", "Findings of CODE only.")):
        wrapped = click.option(name, multiple=True, metavar="CODE", help=f"{what} Repeatable.")(wrapped)
    return wrapped


def _codes(given: tuple[str, ...]) -> frozenset[str]:
    codes = frozenset(code for each in given for code in each.split(",") if code)
    for code in codes - CODES.keys():
        near = difflib.get_close_matches(code, CODES, n=1)
        raise click.UsageError(f"there is no code {code!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return codes


class Sifted(msgspec.Struct, frozen=True, kw_only=True):
    """The findings of one state that are left, how many were let pass, and by which suppressions of the configuration."""

    kept: tuple[Diagnostic, ...]
    passed: int
    used: frozenset[Suppression]


def sift(found: Iterable[Diagnostic], sources: Iterable[SourceFile], config: LintConfig) -> Sifted:
    """Apply the suppressions of configuration and pages. A comment that matches nothing becomes a finding."""
    sources = tuple(sources)
    on_pages = from_pages(sources)
    left = suppress(found, (*on_pages, *from_config(config.ignore, config.per_file_ignore)))
    idle = [each.unused(CODES) for each in on_pages if each not in left.used]
    kept = tuple(sorted((*left.kept, *idle, *unread_on_pages(sources)), key=sort_key))
    return Sifted(kept=kept, passed=left.count, used=left.used)


def idle_config(config: LintConfig, sifted: Iterable[Sifted]) -> tuple[Diagnostic, ...]:
    """The entries of the configuration that let nothing pass in any of the states."""
    used = {each for one in sifted for each in one.used}
    entries = from_config(config.ignore, config.per_file_ignore)
    return tuple(each.unused(CODES) for each in entries if each not in used)


def counted(found: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning, 0 notes`."""
    counts = Counter(each.severity for each in found)
    return ", ".join(f"{counts[each]:,} {each}{'s' if counts[each] != 1 else ''}" for each in Severity)
