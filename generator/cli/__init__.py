"""The command line: it asks, composes and prints. Nothing else of sdkwright knows of terminals or exit codes."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main"]

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line of this process and leave with its exit code."""
    try:
        from generator.cli.entry import run  # noqa: PLC0415 - an interrupt while modules are loaded is one as well

        code = run()
    except KeyboardInterrupt:
        sys.stderr.write("sdkwright: interrupted\n")
        code = INTERRUPTED
    sys.exit(code)
