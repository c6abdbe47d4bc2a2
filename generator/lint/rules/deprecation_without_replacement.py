"""Rule `deprecation-without-replacement`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.quoting import quote
from generator.lint.rule import rule
from generator.model.api import Api
from generator.model.wording import Deprecation


@rule(Severity.NOTE, hint="say what to use instead, or until when it stays")
def deprecation_without_replacement(docs: Docs) -> Iterator[Finding]:
    """Something is deprecated, and nothing says what to use or when it ends.

    **What it finds.** A deprecated type, property, enumeration member or operation whose text names no replacement,
    links nothing and gives no date.

    **Why it matters.** Whoever uses it learns that they must change, and not how or by when.

    Bad:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Deprecated.|
    ```

    Good:

    ```md resources/widget.md
    # widget resource type

    Namespace: microsoft.graph

    ## Properties

    |Property|Type|Description|
    |:---|:---|:---|
    |name|String|Deprecated. Use **displayName** instead.|
    ```
    """
    includes = {each.span for page in docs.pages for each in page.includes}
    for each in _deprecated(docs.api):
        told = " ".join((each.deprecation.text, *each.texts))
        if each.deprecation.instead is None and each.deprecation.span not in includes and not _TELLS.search(told):
            message = f"{each.what} is deprecated, without a replacement or a date"
            yield Finding(span=each.deprecation.span, message=message)


@dataclass(frozen=True, slots=True)
class _Deprecated:
    """Something deprecated, and the texts that may say what to do."""

    what: str
    deprecation: Deprecation
    texts: tuple[str, ...]


_TELLS = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:instead|replac\w+|renamed|use|using|migrat\w+|switch|consider|superseded|merged|moved)\b|\]\(",
    re.IGNORECASE,
)
"""Words that name a replacement or a date, or a link that leads to one."""


def _deprecated(api: Api) -> Iterator[_Deprecated]:
    for each in api.types:
        notes = tuple(note.text for note in each.notes)
        yield from _if_deprecated(each.name, each.deprecation, (each.summary, *notes))
        for prop in each.properties:
            yield from _if_deprecated(f"{each.name}.{prop.name}", prop.deprecation, (prop.description,))
    for enum in api.enums:
        yield from _if_deprecated(enum.name, enum.deprecation, (enum.summary,))
        for member in enum.members:
            yield from _if_deprecated(f"{enum.name}.{member.name}", member.deprecation, (member.description,))
    for operation in api.operations:
        notes = tuple(note.text for note in operation.notes)
        yield from _if_deprecated(operation.title, operation.deprecation, (operation.summary, *notes))


def _if_deprecated(what: str, deprecation: Deprecation | None, texts: tuple[str, ...]) -> Iterator[_Deprecated]:
    if deprecation is not None:
        yield _Deprecated(quote(what), deprecation, texts)
