"""Why an item of a page may be left out of the facts: every reason has a name, and the ledger counts by it."""

from __future__ import annotations

import msgspec


class IgnoreRule(msgspec.Struct, frozen=True, kw_only=True):
    """A reason to leave an item out. `name` is stable: it stands in ledgers."""

    name: str
    meaning: str


CODE_TAB = IgnoreRule(name="code-tab", meaning="code of a language tab: a client's, not the API's")
CONCEPTUAL_PAGE = IgnoreRule(name="conceptual-page", meaning="the page tells of concepts and declares nothing")
EMPTY_SECTION = IgnoreRule(name="empty-section", meaning='the section says "None"')
ERROR_SECTION = IgnoreRule(name="error-section", meaning="codes and causes of errors, for people")
GROUP_ROW = IgnoreRule(name="group-row", meaning="a bold row that is a sub-heading inside its table")
IGNORED_BLOCK = IgnoreRule(name="ignored-block", meaning="the page itself marks the block as one to ignore")
INCLUDE_PAGE = IgnoreRule(
    name="include-page", meaning="text for other pages that carries no table of permissions, properties or parameters"
)
INSTANCE_ANNOTATION = IgnoreRule(
    name="instance-annotation", meaning="an `@` row: an annotation of instances, no property"
)
PAGE_ANNOTATION = IgnoreRule(name="page-annotation", meaning="tells publishing tools of the page, nothing of the API")
PERMISSIONS_ANNOTATION = IgnoreRule(
    name="permissions-annotation", meaning="marks the place of a table of permissions for the tool that writes it"
)
PROSE_HEADING = IgnoreRule(
    name="prose-heading", meaning="a heading inside a section, or over prose that declares nothing"
)
PROSE_TABLE = IgnoreRule(name="prose-table", meaning="a table without a Type column in a section of prose")
SAMPLE_FENCE = IgnoreRule(name="sample-fence", meaning="code in prose: an illustration without request or response")

IGNORE_RULES = (
    CODE_TAB,
    CONCEPTUAL_PAGE,
    EMPTY_SECTION,
    ERROR_SECTION,
    GROUP_ROW,
    IGNORED_BLOCK,
    INCLUDE_PAGE,
    INSTANCE_ANNOTATION,
    PAGE_ANNOTATION,
    PERMISSIONS_ANNOTATION,
    PROSE_HEADING,
    PROSE_TABLE,
    SAMPLE_FENCE,
)
