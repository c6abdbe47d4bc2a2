"""The Jinja environment: strict, without autoescape (the back end quotes what it hands over), without logic of its own."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined, meta, nodes


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
