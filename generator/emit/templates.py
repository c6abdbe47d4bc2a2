"""The Jinja environment: strict, without autoescape (the back end quotes what it hands over), without logic of its own."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined


def environment(templates: Mapping[str, str]) -> Environment:
    """An environment of these templates (text by name). A template that names a value its views lack fails at once."""
    return Environment(
        loader=DictLoader(dict(templates)),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the output is Python source; text of pages is quoted before it gets here
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
