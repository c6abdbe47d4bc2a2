"""What every extractor is given: the page, the dialect, the account of the page's items, and where findings go."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Report
from generator.dialect.profile import Profile
from generator.extract.account import Account
from generator.markdown.blocks import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page being read. Extractors take sections or blocks of `page`, ask `profile` for words, and say to `account`
    what they used or which rule ignores it; what nobody spoke for is reported at the end.
    """

    page: Page
    profile: Profile
    account: Account
    report: Report
