"""From an SDK's configuration to one built state of its docs, with the means the command line allows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.build.progress import Progress
from generator.build.reading import Means, Read, read_pages
from generator.build.states import Build, build, build_api
from generator.cache.pages import PageCache, open_cache
from generator.cli.corrections import is_about_override, overrides_of, shown_overrides, with_overrides
from generator.cli.registry import CODES
from generator.cli.scratch import scratch_folder
from generator.cli.session import Session, from_here
from generator.config import ConfigError, SdkConfig
from generator.diagnostics import Diagnostic
from generator.diagnostics.render import Shown, show_all
from generator.dialect import Profile, ProfileError, load_profile
from generator.model.api import Api
from generator.python.selection import select
from generator.workspace.docs import Docs, read_docs


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """The docs of an SDK before they are understood, with all that doing so needs."""

    sdk: SdkConfig
    docs: Docs
    profile: Profile
    means: Means


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A built state with what it was made from."""

    begun: Begun
    build: Build


def build_state(session: Session, sdk: SdkConfig, progress: Progress) -> State:
    """Read, link and check the docs of `sdk`. Raises WorkspaceError or ConfigError when that cannot be begun."""
    begun = begin(session, sdk, progress)
    return build_begun(begun, read_begun(begun))


def read_begun(begun: Begun) -> Read:
    """What the pages say, for those who look at the docs first."""
    return read_pages(begun.docs.sources, begun.profile, begun.means)


def build_begun(begun: Begun, read: Read) -> State:
    """The rest of `build_state`."""
    return State(
        begun=begun, build=build(begun.docs, read, begun.profile, begun.means.progress, overrides_of(begun.sdk))
    )


def read_api(session: Session, sdk: SdkConfig, progress: Progress) -> Api:
    """The model that `sdk` is made from, for commands that tell nothing of findings. Raises as `build_state` does."""
    return select(read_model(session, sdk, progress)[0], sdk.include, sdk.exclude)


def read_model(session: Session, sdk: SdkConfig, progress: Progress) -> tuple[Api, Profile]:
    """Everything that the docs of `sdk` say, in its SDK or not, and the dialect they say it in. Raises as `build_state` does."""
    begun = begin(session, sdk, progress)
    return model_of(begun), begun.profile


def model_of(begun: Begun) -> Api:
    """The model alone, for those who look at the docs as well."""
    return build_api(begun.docs, begun.profile, begun.means, overrides_of(begun.sdk))


def begin(session: Session, sdk: SdkConfig, progress: Progress) -> Begun:
    """Read the docs of `sdk` and what is said of them. Raises WorkspaceError or ConfigError when that cannot be done."""
    root = session.project.root
    sdk = with_overrides(session.project, sdk)
    try:
        profile = load_profile(str(root / sdk.dialect) if sdk.dialect.endswith(".toml") else sdk.dialect)
    except ProfileError as error:
        raise ConfigError(f"dialect = {sdk.dialect!r} of {sdk.name}: {error}") from error
    progress("reading docs", 0, 0)
    docs = read_docs(sdk.docs, root)
    means = Means(jobs=session.jobs, cache=_cache(session, profile), progress=progress)
    return Begun(sdk=sdk, docs=docs, profile=profile, means=means)


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
    return "".join(_prefixes(root, docs))


def _prefixes(root: Path, docs: str) -> tuple[str, str]:
    """The revision with its colon, "" for a folder; and the folder, of a revision as its repository has it."""
    if docs.startswith("git:"):
        revision, _, folder = docs.removeprefix("git:").rpartition(":")
        if not folder.strip("/."):
            return f"{revision}:", ""
        here = "./" if folder.startswith("./") else ""
        return f"{revision}:{here}", f"{folder.removeprefix(here).strip('/')}/"
    path = from_here(root / docs)
    return "", "" if path == "." else f"{path}/"


def shown(session: Session, begun: Begun, found: tuple[Diagnostic, ...]) -> tuple[Shown, ...]:
    """Findings of a state, joined to the lines of its pages or overrides."""
    sources = {each.path: each for each in begun.docs.sources}
    pages = tuple(each for each in found if not is_about_override(each))
    overrides = tuple(each for each in found if is_about_override(each))
    revision, prefix = _prefixes(session.project.root, begun.sdk.docs)
    return (
        *shown_overrides(session.project, begun.sdk, overrides),
        *show_all(pages, CODES, sources, prefix, revision),
    )


def sdk_title(sdk: SdkConfig) -> str:
    """What a reader calls the API: as configured, or the package's name in words."""
    return sdk.title or sdk.package.replace("_", " ").strip().title()
