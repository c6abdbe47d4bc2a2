"""The Jinja environment: strict, without autoescape (the back end quotes what it hands over), without logic of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, UndefinedError, meta, nodes
from jinja2.utils import missing


class UnknownValueError(UndefinedError):
    """A template names a value that it does not receive."""


class Unknown(StrictUndefined):
    """A value that is not there; using it says where it was looked for."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,
    ) -> None:
        alone = obj is missing and hint is None
        super().__init__(hint, obj, name, UnknownValueError if alone else exc)

    @property
    def _undefined_message(self) -> str:
        if self._undefined_exception is UnknownValueError:
            return f"{self._undefined_name!r} is no value of this template"
        there = self._undefined_obj
        if fields := tuple(there) if isinstance(there, dict) else getattr(there, "__struct_fields__", ()):
            return f"{self._undefined_name!r} is none of the values there, which are {', '.join(fields)}"
        return super()._undefined_message


def environment(templates: Mapping[str, str]) -> Environment:
    """An environment of these templates (text by name). A template that names a value its views lack fails at once.

    Tracebacks name a template as `templates` does.
    """
    return Environment(
        loader=FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None),
        undefined=Unknown,
        autoescape=False,  # noqa: S701 - the output is Python source; text of pages is quoted before it gets here
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def received(text: str) -> tuple[str, ...]:
    """The values that a template uses of what it is given, as it names them: `module.doc`, `module.classes`."""
    tree = Environment(autoescape=False).parse(text)  # noqa: S701 - it is read here, and nothing is rendered
    given = meta.find_undeclared_variables(tree)
    used = {
        f"{each.node.name}.{each.attr}"
        for each in tree.find_all(nodes.Getattr)
        if isinstance(each.node, nodes.Name) and each.node.name in given
    }
    alone = {name for name in given if not any(each.startswith(f"{name}.") for each in used)}
    return tuple(sorted(used | alone))
