"""From an SDK's configuration to one built state of its docs, with the means the command line allows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.build.progress import Progress
from generator.build.reading import Means
from generator.build.states import Build, build, build_api
from generator.cache import PageCache, open_cache
from generator.cli.corrections import is_about_override, overrides_of, shown_overrides, with_overrides
from generator.cli.scratch import scratch_folder
from generator.cli.session import Session, from_here
from generator.config import ConfigError, SdkConfig
from generator.diagnostics import Diagnostic
from generator.diagnostics.render import Shown, show_all
from generator.dialect import Profile, ProfileError, load_profile
from generator.model.api import Api
from generator.python.selection import select
from generator.workspace.docs import Docs, read_docs


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A built state with what it was made from."""

    sdk: SdkConfig
    docs: Docs
    profile: Profile
    build: Build


class _Begun(msgspec.Struct, frozen=True, kw_only=True):
    """All that building needs."""

    sdk: SdkConfig
    docs: Docs
    profile: Profile
    means: Means


def build_state(session: Session, sdk: SdkConfig, progress: Progress) -> State:
    """Read, link and check the docs of `sdk`. Raises WorkspaceError or ConfigError when that cannot be begun."""
    begun = _begin(session, sdk, progress)
    built = build(begun.docs, begun.profile, begun.means, overrides_of(begun.sdk))
    return State(sdk=begun.sdk, docs=begun.docs, profile=begun.profile, build=built)


def read_api(session: Session, sdk: SdkConfig, progress: Progress) -> Api:
    """The model that `sdk` is made from, for commands that tell nothing of findings. Raises as `build_state` does."""
    return select(read_model(session, sdk, progress)[0], sdk.include, sdk.exclude)


def read_model(session: Session, sdk: SdkConfig, progress: Progress) -> tuple[Api, Profile]:
    """Everything that the docs of `sdk` say, in its SDK or not, and the dialect they say it in. Raises as `build_state` does."""
    begun = _begin(session, sdk, progress)
    return build_api(begun.docs, begun.profile, begun.means, overrides_of(begun.sdk)), begun.profile


def _begin(session: Session, sdk: SdkConfig, progress: Progress) -> _Begun:
    root = session.project.root
    sdk = with_overrides(session.project, sdk)
    try:
        profile = load_profile(str(root / sdk.dialect) if sdk.dialect.endswith(".toml") else sdk.dialect)
    except ProfileError as error:
        raise ConfigError(f"dialect = {sdk.dialect!r} of {sdk.name}: {error}") from error
    progress("reading docs", 0, 0)
    docs = read_docs(sdk.docs, root)
    means = Means(jobs=session.jobs, cache=_cache(session, profile), progress=progress)
    return _Begun(sdk=sdk, docs=docs, profile=profile, means=means)


def _cache(session: Session, profile: Profile) -> PageCache | None:
    if not session.cached:
        return None
    try:
        folder = scratch_folder(session.project.root)
    except OSError as error:
        session.say(f"sdkwright: no cache, {error.filename} cannot be written: {error.strerror}")
        return None
    return open_cache(folder / "cache", profile_bytes(profile))


def profile_bytes(profile: Profile) -> bytes:
    """The profile as bytes that differ where profiles do."""
    return msgspec.msgpack.encode(profile.words)


def page_prefix(root: Path, docs: str) -> str:
    """What to put before a page's path so that an editor opens it; for a revision, the text that git knows it by."""
    if docs.startswith("git:"):
        revision, _, folder = docs.removeprefix("git:").rpartition(":")
        return f"{revision}:{folder.strip('/')}/" if folder.strip("/.") else f"{revision}:"
    path = from_here(root / docs)
    return "" if path == "." else f"{path}/"


def shown(session: Session, state: State, found: tuple[Diagnostic, ...]) -> tuple[Shown, ...]:
    """Findings of a state, joined to the lines of its pages or overrides."""
    sources = {each.path: each for each in state.docs.sources}
    pages = tuple(each for each in found if not is_about_override(each))
    overrides = tuple(each for each in found if is_about_override(each))
    return (
        *shown_overrides(session.project, state.sdk, overrides),
        *show_all(pages, sources, page_prefix(session.project.root, state.sdk.docs)),
    )


def sdk_title(sdk: SdkConfig) -> str:
    """What a reader calls the API: as configured, or the package's name in words."""
    return sdk.title or sdk.package.replace("_", " ").strip().title()
