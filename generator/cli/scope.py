"""Which docs, and which pages of them, the paths of a `lint` command line mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from generator.cli.project import Project, choose
from generator.config import SdkConfig

_KNOWN_FOLDERS = {"api", "resources", "includes"}


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """The docs of one SDK. `only` holds pages and folders, relative to the docs root; empty: all."""

    sdk: SdkConfig
    only: tuple[str, ...] = ()

    def holds(self, page: str) -> bool:
        return not self.only or any(page == each or page.startswith(f"{each}/") for each in self.only)


def scopes(project: Project, paths: tuple[str, ...]) -> tuple[Scope, ...]:
    """Every configured SDK; with `paths`, the docs they lie in or are. Raises UsageError for a path that does not exist."""
    if not paths:
        return tuple(Scope(sdk=sdk) for sdk in choose(project, ()))
    found: list[Scope] = []
    for path in map(Path, paths):
        if not path.exists():
            raise click.UsageError(f"there is no {path}")
        inside = [each for sdk in project.config.sdks if (each := _within(project, sdk, path.resolve())) is not None]
        found.extend(inside or [_alone(path.resolve())])
    return _merged(found)


def distinct(found: Iterable[Scope]) -> tuple[Scope, ...]:
    """One scope for those that have the same findings: SDKs over the same docs that correct the same."""
    kept: dict[object, Scope] = {}
    for each in found:
        kept.setdefault((each.sdk.docs, each.sdk.dialect, each.sdk.overrides, each.only), each)
    return tuple(kept.values())


def _within(project: Project, sdk: SdkConfig, path: Path) -> Scope | None:
    if sdk.docs.startswith("git:"):
        return None
    root = (project.root / sdk.docs).resolve()
    if root.is_relative_to(path):
        return Scope(sdk=sdk)
    return Scope(sdk=sdk, only=(path.relative_to(root).as_posix(),)) if path.is_relative_to(root) else None


def _alone(path: Path) -> Scope:
    """Docs that no configuration names: the folder itself, or the one that the page's folder stands in."""
    root = path if path.is_dir() else path.parent
    if root.name in _KNOWN_FOLDERS:
        root = root.parent
    only = () if root == path else (path.relative_to(root).as_posix(),)
    sdk = SdkConfig(name=root.name, docs=str(root), out="", package="api", base_url="")
    return Scope(sdk=sdk, only=only)


def _merged(found: list[Scope]) -> tuple[Scope, ...]:
    """One scope for each SDK: the whole of it, if any path meant the whole."""
    merged: dict[SdkConfig, Scope] = {}
    for each in found:
        before = merged.get(each.sdk)
        whole = not each.only or (before is not None and not before.only)
        only = () if whole else (*(before.only if before else ()), *each.only)
        merged[each.sdk] = Scope(sdk=each.sdk, only=only)
    return tuple(merged.values())
