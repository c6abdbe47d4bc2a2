"""What the configuration asks for in vain: globs that have no effect or leave nothing, a service that the docs do not call.

None of it concerns a page that one would look at.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.cli.session import Session
from generator.config import ConfigError, SdkConfig
from generator.diagnostics import Diagnostic
from generator.model.api import Api
from generator.python.codes import BASE_URL_DIFFERS, GLOB_UNMATCHED
from generator.python.selection import idle_globs, leaves_nothing

_OF_CONFIGURATION = frozenset({GLOB_UNMATCHED.id, BASE_URL_DIFFERS.id})


def refuse_nothing(sdk: SdkConfig, api: Api) -> None:
    """Raise ConfigError where the globs of `sdk` leave no operation: what was made of it would be empty."""
    if leaves_nothing(api, sdk.include, sdk.exclude):
        idle = next(iter(idle_globs(api, sdk.include, sdk.exclude)), None)
        told = "" if idle is None else f": {idle.message}; {idle.hint}"
        raise ConfigError(f"include and exclude of {sdk.name} leave no operation{told}")


def tell_configuration(session: Session, sdk: SdkConfig, found: Iterable[Diagnostic]) -> None:
    """Say which globs have no effect, and that the docs call another service."""
    for each in found:
        if each.code in _OF_CONFIGURATION:
            session.warn(f"sdkwright: {sdk.name}: {each.message}; {each.hint}")
