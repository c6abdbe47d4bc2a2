"""Where tokens come from: a credential of azure-identity, a text, or a function that gives one."""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from .forks import renewed_in_children

if TYPE_CHECKING:
    import asyncio


class AccessToken(Protocol):
    """What azure-core calls the same."""

    @property
    def token(self) -> str: ...
    @property
    def expires_on(self) -> int: ...


class TokenCredential(Protocol):
    """The credentials of azure-identity, and whatever has their one method."""

    def get_token(self, *scopes: str, **options: Any) -> AccessToken: ...


class AsyncTokenCredential(Protocol):
    """The credentials of azure-identity.aio."""

    async def get_token(self, *scopes: str, **options: Any) -> AccessToken: ...


Credential: TypeAlias = "TokenCredential | Callable[[], str] | str | None"
AsyncCredential: TypeAlias = (
    "TokenCredential | AsyncTokenCredential | Callable[[], str] | Callable[[], Awaitable[str]] | str | None"
)

_MARGIN = 300.0
"""Seconds before its end at which a token is replaced."""


class Tokens:
    """The tokens of one client.

    Those of a credential are kept until shortly before they end; a function is asked every time.
    """

    def __init__(
        self, credential: Any, scopes: tuple[str, ...], clock: Callable[[], float] = time.time
    ) -> None:
        if isinstance(credential, str):
            _checked(credential)
        elif credential is not None and not callable(credential) and not hasattr(credential, "get_token"):
            raise TypeError(
                "a credential is a token, a function that returns one, or an object with get_token()"
            )
        self._credential: Any = credential
        self._scopes = scopes
        self._clock = clock
        self._lock = threading.Lock()
        self._async_lock: tuple[asyncio.AbstractEventLoop, asyncio.Lock] | None = None
        self._kept: AccessToken | None = None
        renewed_in_children(self)

    def _renew(self) -> None:
        """In a child process: no lock that a thread of the parent holds."""
        self._lock = threading.Lock()
        self._async_lock = None

    def get(self, *, stale: str | None = None, claims: str | None = None) -> str | None:
        """The token to send. `stale` is one that the service has just refused, `claims` what it asked for
        instead.
        """
        if self._credential is None or isinstance(self._credential, str):
            return self._credential
        with self._lock:
            kept = self._fresh(stale)
            return kept or self._keep(_refuse_awaitable(self._ask(claims)))

    async def aget(self, *, stale: str | None = None, claims: str | None = None) -> str | None:
        """The same for an asynchronous client; a synchronous credential does its network work in a thread."""
        import asyncio
        import inspect

        if self._credential is None or isinstance(self._credential, str):
            return self._credential
        loop = asyncio.get_running_loop()
        if self._async_lock is None or self._async_lock[0] is not loop:
            self._async_lock = (loop, asyncio.Lock())
        async with self._async_lock[1]:
            kept = self._fresh(stale)
            if kept is not None:
                return kept
            method = getattr(self._credential, "get_token", None)
            blocking = method is not None and not inspect.iscoroutinefunction(method)
            answer = await asyncio.to_thread(self._ask, claims) if blocking else self._ask(claims)
            return self._keep(await answer if hasattr(answer, "__await__") else answer)

    def _fresh(self, stale: str | None) -> str | None:
        kept = self._kept
        if kept is None or kept.token == stale or kept.expires_on - _MARGIN <= self._clock():
            return None
        return kept.token

    def _ask(self, claims: str | None) -> Any:
        if not hasattr(self._credential, "get_token"):
            return self._credential()
        options = {"claims": claims, "enable_cae": True} if claims else {}
        return self._credential.get_token(*self._scopes, **options)

    def _keep(self, answer: Any) -> str:
        if isinstance(answer, str):
            return _checked(answer)
        token = getattr(answer, "token", None)
        if token is None:
            raise TypeError(f"the credential gave no token, but {type(answer).__name__}")
        self._kept = answer
        return _checked(token)


def _checked(token: str) -> str:
    """Refuses what cannot be a token; the message does not show it."""
    if (
        not isinstance(token, str)
        or not token
        or not token.isascii()
        or not token.isprintable()
        or " " in token
    ):
        raise ValueError("the token is empty or holds characters that no token has")
    return token


def _refuse_awaitable(answer: Any) -> Any:
    if hasattr(answer, "__await__"):
        if hasattr(answer, "close"):
            answer.close()
        raise TypeError("the credential is asynchronous: use the asynchronous client")
    return answer


def claims_of(challenge: str) -> str | None:
    """The claims that a 401 asks for in WWW-Authenticate (continuous access evaluation), decoded."""
    import base64
    import binascii
    import re

    found = re.search(r'claims="([^"]+)"', challenge)
    if found is None:
        return None
    text = found[1]
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
