"""Splitting names of the docs into words. Knows spelling, not Python."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(
    r"""
    (?<![a-z])(?:iOS|macOS|tvOS|oAuth|iPv(?=[46]))(?![a-z])\d*              # change case inside
    | (?:OAuth|IPv(?=[46])|PowerShell|GitHub|DevOps|OData)(?![a-z])\d*
    | (?:[iI](?:Books|Cloud|Message|Pad|Phone|Pod|Tunes)|[eE]Book|[ceCE]Tag|[dD]DoS|MHz|GHz)s?(?![a-z])\d* # one-letter beginnings
    | [A-Z]{2,}s(?![a-z])\d*                         # plural initialisms: URLs
    | [A-Z]+(?![a-z])\d*                             # initialisms, and what stands before a capitalised word
    | [A-Z]?[a-z]+\d*
    | \d+
    | [^\W\d_]+\d*                                   # other scripts
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, each in one case run: at changes of case, separators and (before letters) digits.

    Initialisms stay whole (`minOSVersion`: min, OS, Version; `PFXs`: PFXs), digits belong to the word before them
    (`windows10General`: windows10, General). Whatever is no letter or digit only separates. Empty for a name of
    such characters alone.
    """
    return tuple(_WORD.findall(name))


_IRREGULAR = {"people": "person", "children": "child", "criteria": "criterion", "indices": "index", "leaves": "leaf"}
_UNCHANGED = ("ss", "us", "is", "news", "series", "status", "analytics", "Os", "os", "windows", "access", "settings")


def singular(word: str) -> str:
    """The name of one of what an English plural names; the word itself where it is no plural. A rule of thumb: used only
    to name classes, never to tell what anything is.
    """
    low = word.lower()
    if low in _IRREGULAR:
        return _matched(word, _IRREGULAR[low])
    if low.endswith(_UNCHANGED) or not low.endswith("s") or len(low) < 3:
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "uses", "zes")):
        return word[:-2]
    return word[:-1]


def _matched(model: str, word: str) -> str:
    return word.capitalize() if model[0].isupper() else word
