"""`sdkwright show NAME`: everything known about a type, property or operation, each fact with its page and line."""

from generator.cli.show.command import command

__all__ = ["command"]
