"""What a user may choose about a generated package. Values only."""

from __future__ import annotations

import msgspec

from generator.extract.path_text import ServiceRoot
from generator.python.web import Web


class SdkOptions(msgspec.Struct, frozen=True, kw_only=True):
    """One package to generate. Globs are of documented paths: `/users/**` is `/users` and everything below it,
    `*` stands for one segment; an empty `include` means everything.
    """

    package: str
    """Import name; the distribution is named after it, with `-`."""
    base_url: str
    """Service root, with the version and without a `/` at the end."""
    title: str
    """What a reader calls the API: `Microsoft Graph (beta)`."""
    client: str = "Graph"
    """Class name of the client; the asynchronous one has `Async` before it."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    version: str = "0.1.0"
    web: Web | None = None
    """Where the pages stand: docstrings link to them, and links of the docs that leave their page are made absolute."""

    @property
    def scope(self) -> str:
        """The OAuth scope that asks for all an application was granted at this service."""
        scheme, _, rest = self.base_url.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}/.default"


def service_root(base_url: str) -> ServiceRoot:
    """How URLs of examples name the service that stands at `base_url`."""
    _, _, rest = base_url.partition("://")
    host, _, version = rest.partition("/")
    return ServiceRoot(hosts=(host,), versions=tuple(version.split("/")[:1]))
