"""The command line: it asks, composes and prints. Nothing else of sdkwright knows of terminals or exit codes."""

from generator.cli.entry import main

__all__ = ["main"]
