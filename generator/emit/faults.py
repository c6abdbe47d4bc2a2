"""What can be wrong with a template that a user wrote: it does not parse, asks for what it is not given, or makes no Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.emit.format import Part
from generator.emit.templates import UnknownValueError
from generator.python.sheets import Sheet


class TemplateFaultError(Exception):
    """A user's template that cannot be used: its name, the line where that is known, and what is wrong with it."""

    def __init__(self, template: str, line: int | None, message: str) -> None:
        super().__init__(template, line, message)
        self.template = template
        self.line = line
        self.message = message


@contextmanager
def rendering(own: Collection[str], context: Mapping[str, Any]) -> Iterator[None]:
    """What fails in one of the templates `own` becomes a TemplateFaultError; any other failure is a bug, and stays as it is."""
    try:
        yield
    except Exception as error:
        place = _place(error, own)
        if place is None:
            raise
        raise TemplateFaultError(*place, _message(error, context)) from error


@contextmanager
def making_python(placed: Iterable[tuple[Sheet, Sequence[str | Part]]], own: Collection[str]) -> Iterator[None]:
    """What black cannot read becomes a TemplateFaultError where a template of `own` made it."""
    try:
        yield
    except ValueError as error:  # black's InvalidInput, without importing black for it
        for sheet, pieces in placed:
            if sheet.template in own and (message := _unread(pieces)) is not None:
                raise TemplateFaultError(
                    sheet.template, None, f"what it makes of {sheet.path} is no Python: {message}"
                ) from error
        raise


def _unread(pieces: Iterable[str | Part]) -> str | None:
    """What black says of the first of the pieces that it cannot read."""
    from generator.emit.spelling import spell  # noqa: PLC0415 - black takes longer to import than many a run

    for each in pieces:
        if isinstance(each, Part):
            try:
                spell({each.key: each}, 1)
            except ValueError as error:
                return " ".join(str(error).split())
    return None


def _place(error: Exception, own: Collection[str]) -> tuple[str, int] | None:
    """The innermost line of a template of `own`. Jinja writes templates' names and lines into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return (error.name, error.lineno) if error.name is not None and error.name in own else None
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((each for each in reversed(frames) if each[0] in own), None)


def _message(error: Exception, context: Iterable[str]) -> str:
    if isinstance(error, UnknownValueError):
        return f"{error}; it receives {', '.join(sorted(context)) or 'nothing'}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template {str(error)!r}"
    return " ".join(str(error).split()) or type(error).__name__
