"""The progress bar. It is wiped when the work is done, so that what remains on the screen is the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator.build.progress import Progress as Report


@contextmanager
def bar() -> Iterator[Report]:
    """One line on stderr; each stage takes it over from the one before."""
    columns = (
        TextColumn("{task.description:<16}"),
        BarColumn(),
        TextColumn("{task.fields[count]:>13}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task: TaskID = shown.add_task("reading docs", total=None, count="")

        def report(stage: str, done: int, total: int) -> None:
            count = f"{done:,}/{total:,}" if total else ""
            shown.update(task, description=stage, completed=done, total=total or None, count=count)

        yield report
