"""What a client can be made with, once for both clients."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from .calls import UNSET
from .data import PACKAGE
from .exchange import Settings
from .urls import origin

if TYPE_CHECKING:
    import ssl

    import httpx

    from .transport import AsyncTransport, Transport


class Adjustable(TypedDict, total=False):
    """What `with_options` can change for some calls."""

    timeout: float | None
    """Seconds for each step of a request (connect, write, read); None waits for ever.

    60 if not said, or what an `http_client` of yours says.
    """
    max_retries: int
    """How often a failed request is repeated where that is safe. 3 if not said."""
    strict: bool
    """Raise UnexpectedData when a response does not fit its documentation.

    Otherwise see `model.problems()`.
    """
    headers: Mapping[str, str]
    """Headers of every request."""


class _Common(Adjustable, total=False):
    base_url: str
    """Another cloud, a proxy or a test server. Tokens go to this host only."""
    scopes: Sequence[str]
    """What a credential is asked for; `<host>/.default` if not said."""
    user_agent: str
    """Put before the package's own."""
    proxy: str
    """Address of a proxy; those of the environment are used anyway."""
    verify: ssl.SSLContext | bool
    """How certificates are checked."""
    http2: bool
    """Needs the extra `http2`."""


class ClientOptions(_Common, total=False):
    http_client: httpx.Client
    """A client of yours. It is used as it is and not closed."""
    transport: Transport
    """Anything that sends requests; see `Transport`."""


class AsyncClientOptions(_Common, total=False):
    http_client: httpx.AsyncClient
    """A client of yours. It is used as it is and not closed."""
    transport: AsyncTransport
    """Anything that sends requests; see `AsyncTransport`."""


_KNOWN = (
    frozenset(_Common.__annotations__)
    | frozenset(ClientOptions.__annotations__)
    | frozenset(Adjustable.__annotations__)
)


_OF_HTTPX = ("proxy", "verify", "http2")


def settings_of(options: Mapping[str, Any], base_url: str) -> Settings:
    """The settings of a client.

    Raises TypeError for an unknown option, ValueError for a base URL that is no address.
    """
    unknown = sorted(options.keys() - _KNOWN)
    if unknown:
        raise TypeError(f"unexpected keyword argument: {', '.join(unknown)}")
    _refuse_unused(options)
    url = options.get("base_url", base_url).rstrip("/")
    if origin(url)[0] not in ("https", "http"):
        raise ValueError(f"the base URL should be an address such as https://host/path, not {url!r}")
    python = f"python/{sys.version_info.major}.{sys.version_info.minor}"
    own = f"{PACKAGE} {python}"
    return Settings(
        base_url=url,
        user_agent=f"{options['user_agent']} {own}" if "user_agent" in options else own,
        headers=dict(options.get("headers", {})),
        timeout=options.get("timeout", UNSET if "http_client" in options else 60.0),
        max_retries=options.get("max_retries", 3),
        strict=options.get("strict", False),
        clock=time.time,
        chance=random.random,
    )


def _refuse_unused(options: Mapping[str, Any]) -> None:
    """Raise TypeError for what would be ignored in silence: a client or transport of the caller is used as it is."""
    given = next((name for name in ("transport", "http_client") if name in options), None)
    found = [name for name in ("http_client", *_OF_HTTPX) if name in options and name != given]
    if given and found:
        raise TypeError(f"{' and '.join(found)} would not be used together with {given}: set it there")


def adjusted(settings: Settings, options: Adjustable) -> Settings:
    unknown = sorted(options.keys() - Adjustable.__annotations__.keys())
    if unknown:
        raise TypeError(f"unexpected keyword argument: {', '.join(unknown)}")
    headers = {**settings.headers, **options.get("headers", {})}
    changed: dict[str, Any] = {**options, "headers": headers}
    return settings._replace(**changed)


def scopes_of(options: Mapping[str, Any], scopes: tuple[str, ...], default_url: str) -> tuple[str, ...]:
    """Those asked for; for another cloud than the usual one, the default scope of its host."""
    if "scopes" in options:
        return tuple(options["scopes"])
    url = options.get("base_url", default_url)
    return (
        scopes if origin(url) == origin(default_url) else (f"{origin(url)[0]}://{origin(url)[1]}/.default",)
    )


def transport_of(options: Mapping[str, Any], make: Callable[..., Any]) -> Any:
    """The caller's transport, else one around the caller's client, else a new one."""
    if "transport" in options:
        return options["transport"]
    return make(options.get("http_client"), **{name: options[name] for name in _OF_HTTPX if name in options})
