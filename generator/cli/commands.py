"""The commands, in one visible table. A command's module is imported when it is asked for, so the others cost nothing."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

import click

from generator import __version__

COMMANDS = MappingProxyType(
    {
        "init": "Look at a docs folder and write sdkwright.toml.",
        "generate": "Write the SDK and its tests from the docs.",
        "check": "Tell whether the generated SDK is what the docs say.",
        "watch": "Write the SDK again whenever a page is saved.",
        "lint": "Tell what is wrong in the docs.",
        "diff": "Tell what changed in the API between two states of the docs.",
        "show": "Print all that is known of a type, property or operation.",
        "export": "Print the model as CSDL, OpenAPI, JSON Schema or JSON.",
        "explain": "Print the manual page of a finding's code.",
        "templates": "List the templates, or copy one to change it.",
    }
)


class _Commands(click.Group):
    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.{cmd_name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sdkwright")
def sdkwright() -> None:
    """Write a typed Python SDK, and tests made of the documented examples, from API reference pages in Markdown."""
