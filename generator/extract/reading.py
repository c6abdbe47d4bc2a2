"""What every extractor is given: the page, the dialect, the account of the page's items, and where findings go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from generator.diagnostics import Report
from generator.dialect.profile import Profile
from generator.extract.account import Account
from generator.markdown.blocks import Page
from generator.markdown.inline import reference_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page being read. Extractors take sections or blocks of `page`, ask `profile` for words, and say to `account`
    what they used or which rule ignores it; what nobody spoke for is reported at the end.
    """

    page: Page
    profile: Profile
    account: Account
    report: Report
    definitions: Mapping[str, str]
    """The targets of the page's reference definitions, by `reference_key` of the label; the first of a label holds."""

    @classmethod
    def of(cls, page: Page, profile: Profile, report: Report) -> Self:
        """A page with all its items still open."""
        definitions: dict[str, str] = {}
        for each in page.definitions:
            definitions.setdefault(reference_key(each.label), each.target)
        account = Account(page, profile.words.http.verbs)
        return cls(page=page, profile=profile, account=account, report=report, definitions=definitions)
