"""What docstrings tell besides the docs' own words: where it is written, that it is deprecated, what markers mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.declarations import Property
from generator.model.wording import Deprecation
from generator.python.layout import Group, lay_out
from generator.python.literals import docstring, literal
from generator.python.prose import printable, sentence, wrapped
from generator.python.web import Web
from generator.text import Span


def source_lines(spans: Iterable[Span], web: Web | None) -> tuple[str, ...]:
    """`Source: api/x.md and 2 more`, and where the first of them stands on the web; empty for none."""
    pages = list(dict.fromkeys(span.path for span in spans))
    if not pages:
        return ()
    more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
    told = f"Source: {printable(pages[0])}{more}"
    return (told,) if web is None else (told, web.page(pages[0]))


def deprecation_line(deprecation: Deprecation | None) -> str:
    """`Deprecated: ...`; empty where it is not."""
    if deprecation is None:
        return ""
    text = deprecation_text(deprecation)
    return f"Deprecated: {text}" if text else "Deprecated."


def deprecation_text(deprecation: Deprecation) -> str:
    """What the docs say of a deprecation; "" where that is no more than that it is one: a title that ends in
    "(deprecated)", or the name of an include.
    """
    text = sentence(deprecation.text)
    low = text.lower()
    if low.endswith(("(deprecated)", "(deprecate)")) or (" " not in text and "-" in text):
        text = ""
    elif low.startswith(("deprecated:", "deprecated.", "deprecated ")):
        text = text[len("deprecated") :].lstrip(":. ")
    if deprecation.instead and deprecation.instead not in text:
        text = f"{text} Use {printable(deprecation.instead)}.".strip()
    return text


def deprecated_decorator(deprecation: Deprecation | None, what: str, indent: int) -> str:
    """`@deprecated("...")`; "" where it is not. `what` is told where the docs give no words."""
    if deprecation is None:
        return ""
    return lay_out(Group("@deprecated(", (literal(deprecation_text(deprecation) or what),)), indent)


def documented(parts: Sequence[str], indent: int, lines: Sequence[str] = (), further: str = "") -> str:
    """A docstring of paragraphs, empty ones left out, each folded; then a finished one, the last one of these lines."""
    paragraphs = (*(wrapped(part, indent) for part in parts if part), further, "\n".join(lines))
    return docstring(tuple(each for each in paragraphs if each) or ("Undocumented.",), indent)


def listed(title: str, rows: Iterable[tuple[str, str]], indent: int) -> str:
    """A paragraph of names and what is said of each, below a title; "" without any."""
    told = (wrapped(f"{name}: {sentence(text)}", indent + 4, hanging=4) for name, text in rows)
    lines = [f"    {line}" for each in told for line in each.split("\n")]
    return "\n".join((title, *lines)) if lines else ""


def property_doc(declared: Property, indent: int) -> str:
    """The docstring of a field; "" where the docs say nothing of it."""
    text = sentence(declared.description)
    if declared.navigation:
        text = f"{text} Navigation property: present when expanded.".strip()
    deprecated = deprecation_line(declared.deprecation)
    if deprecated and "deprecated" in text.lower():
        deprecated = ""
    parts = [part for part in (text, deprecated) if part]
    return docstring(tuple(wrapped(part, indent) for part in parts), indent) if parts else ""
