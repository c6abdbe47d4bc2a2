"""Whether the package calls the service that the docs call."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.extract.path_text import read_url
from generator.model.api import Api
from generator.python.codes import BASE_URL_DIFFERS
from generator.python.options import service_root

_ROOT = re.compile(r"https?://[^/?#\s]+(?:/(?:beta|v\d[\w.]*)(?=[/?#]|\Z))?", re.IGNORECASE)
"""A host, and the version behind it if there is one."""


def other_root(api: Api, base_url: str) -> Iterator[Diagnostic]:
    """A finding if most requests that the docs show with a host go elsewhere than `base_url`."""
    urls = [each.request.url for one in api.operations for each in one.examples if each.request is not None]
    roots = Counter(found[0].lower() for url in urls if (found := _ROOT.match(url)))
    if not roots:
        return
    usual, count = min(roots.items(), key=lambda item: (-item[1], item[0]))
    if 2 * count <= roots.total() or _is_at(base_url, usual):
        return
    message = f"base_url is {base_url}, but {count:,} of {roots.total():,} documented requests go to {usual}"
    hint = "set it to what the docs call: clients can be told of another place when they are made"
    yield BASE_URL_DIFFERS.at(None, message, hint=hint)


def _is_at(base_url: str, usual: str) -> bool:
    """Whether requests below `usual` are read as those of the service at `base_url`."""
    reading = read_url(f"{usual}/it", service_root(base_url))
    return reading.host is None and str(reading.path) == "/it"
