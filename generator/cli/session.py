"""How one command talks: what goes to stdout and stderr, in colour or not, with a progress bar or not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec

from generator.build.progress import Progress
from generator.cli.project import Project


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """The common options of a command. `color` is None where the stream decides."""

    project: Project
    jobs: int
    cached: bool
    quiet: bool
    verbose: bool
    color: bool | None

    def out(self, text: str) -> None:
        """What was asked for: stdout, and nothing else goes there; no text is no line."""
        click.echo(text, nl=bool(text) and not text.endswith("\n"), color=self.color)

    def say(self, text: str) -> None:
        """What is good to know: stderr, not with `-q`."""
        if not self.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """What must be known: stderr."""
        click.echo(text, nl=not text.endswith("\n"), err=True, color=self.color)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar on stderr while the block runs, if a person watches."""
        watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        if self.quiet or not watched or os.environ.get("NO_COLOR") or os.environ.get("CI"):
            yield lambda _stage, _done, _total: None
            return
        from generator.cli.bar import bar  # noqa: PLC0415 - rich takes longer to import than many a command to run

        with bar() as shown:
            yield shown


def color_of(choice: str) -> bool | None:
    """`always`, `never`, or what stream and NO_COLOR say."""
    if choice == "auto":
        return False if os.environ.get("NO_COLOR") else None
    return choice == "always"


def from_here(path: Path) -> str:
    """A path as the user would write it."""
    return os.path.relpath(path).replace(os.sep, "/")
