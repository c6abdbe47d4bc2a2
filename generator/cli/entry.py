"""The program's outermost frame: streams, the exit code, and what becomes of a bug."""

from __future__ import annotations

import errno
import gc
import io
import sys

import click

from generator.cli.commands import sdkwright
from generator.cli.crash import report_crash
from generator.config import ConfigError
from generator.workspace.errors import WorkspaceError

UNUSABLE = 2
CRASHED = 70


def run() -> int:
    """Run the command line of this process; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.disable()  # millions of values, none in a cycle: walking them again and again took most of the time
    try:
        code = sdkwright.main(prog_name="sdkwright", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (ConfigError, WorkspaceError) as error:
        click.echo(f"sdkwright: {error}", err=True)
        return UNUSABLE
    except click.Abort as error:  # what click makes of an interrupt
        raise KeyboardInterrupt from error
    except Exception as error:  # noqa: BLE001 - the outermost frame: what arrives here is a bug, and becomes one line
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            click.echo(f"sdkwright: {error.strerror}: {error.filename or 'what is printed is lost'}", err=True)
            return UNUSABLE
        click.echo(report_crash(error), err=True)
        return CRASHED
    return code if isinstance(code, int) else 0
