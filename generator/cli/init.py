"""`sdkwright init [DOCS]`: look at a docs folder and write the configuration that fits it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import click
import msgspec

from generator import dialect
from generator.cli.options import common_options
from generator.cli.project import CONFIG_NAME
from generator.cli.session import Session
from generator.dialect import Profile, load_profile
from generator.text import SourceFile
from generator.workspace.docs import read_docs
from generator.workspace.errors import WorkspaceError

_HEADING = re.compile(r"^#{2,3} +(.+?)[ #]*$", re.MULTILINE)
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9.-]+)?")
_UNKNOWN_URL = "https://api.example.com"


class _Guess(msgspec.Struct, frozen=True, kw_only=True):
    """What is configured for one folder of docs."""

    folder: str
    pages: int
    dialect: str
    known: float
    """The share of the headings that the dialect knows."""
    base_url: str | None
    package: str


@click.command("init")
@click.argument("docs", required=False)
@common_options
def command(session: Session, docs: str | None) -> int:
    """Look at the docs in DOCS, guess their dialect and base URL, and write sdkwright.toml here.

    Folders below DOCS that are docs of an API each, as those of its versions are, get an SDK each.
    """
    target = Path(CONFIG_NAME)
    if target.exists():
        raise WorkspaceError(f"{CONFIG_NAME} is there already; edit it, or remove it first")
    guesses = [_guess(folder) for folder in _folders(docs)]
    if len({each.package for each in guesses}) < len(guesses):
        found = ", ".join(each.folder for each in guesses)
        raise click.UsageError(
            f"which docs? there are several of one API: {found}; name the folder: sdkwright init DOCS"
        )
    try:
        target.write_text("\n".join(map(_configuration, guesses)), encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"cannot write {CONFIG_NAME}: {error.strerror}") from error
    for each in guesses:
        told = f"the dialect {each.dialect!r} knows {each.known:.0%} of their headings"
        session.say(f"{each.pages:,} pages in {each.folder}; {told}")
        if each.base_url is None:
            session.warn(f"no request says where the API is served: set base_url in {CONFIG_NAME}")
    session.say(f"wrote {CONFIG_NAME}; next: sdkwright generate")
    return 0


def _folders(docs: str | None) -> list[str]:
    """The folders that hold both kinds of pages, at most three levels below; else `docs`, whatever it holds."""
    root = Path(docs or ".")
    found = sorted(
        path.parent.as_posix()
        for depth in range(4)
        for path in root.glob("*/" * depth + "resources")
        if path.is_dir() and (path.parent / "api").is_dir() and not any(_is_hidden(part) for part in path.parts)
    )
    if docs is not None:
        return [docs] if not found or root.as_posix() in found else found
    if not found:
        raise click.UsageError(
            "which docs? no folder here has api/ and resources/; name the folder: sdkwright init DOCS"
        )
    return found


def _is_hidden(part: str) -> bool:
    return part.startswith(".") and part != ".."


def _guess(folder: str) -> _Guess:
    sources = read_docs(folder, Path.cwd()).sources
    profile, share = _guess_dialect(sources)
    base_url = _guess_url(sources, profile)
    package = _package(base_url or _UNKNOWN_URL, folder)
    return _Guess(
        folder=folder, pages=len(sources), dialect=profile.name, known=share, base_url=base_url, package=package
    )


def _guess_dialect(sources: Sequence[SourceFile]) -> tuple[Profile, float]:
    """The shipped dialect that knows most of the headings, and the share that it knows."""
    headings = Counter(match[1] for source in sources for match in _HEADING.finditer(source.text))
    total = headings.total() or 1
    names = sorted(each.name for each in resources.files(dialect).iterdir() if each.name.endswith(".toml"))
    profiles = [load_profile(name.removesuffix(".toml")) for name in names]
    shares = {each.name: sum(n for text, n in headings.items() if each.section(text)) / total for each in profiles}
    best = max(profiles, key=lambda each: shares[each.name])
    return best, shares[best.name]


def _guess_url(sources: Sequence[SourceFile], profile: Profile) -> str | None:
    """The service root that most URLs of the pages begin with: a host of the dialect, and the version after it if it has one."""
    hosts = profile.words.http.hosts
    counts: Counter[str] = Counter()
    for url in (match[0] for source in sources for match in _URL.finditer(source.text)):
        scheme, _, rest = url.partition("://")
        host, _, version = rest.partition("/")
        if host.lower() in hosts:
            counts[
                f"{scheme}://{host.lower()}" + (f"/{version}" if version in profile.words.http.versions else "")
            ] += 1
    return max(counts, key=lambda each: (counts[each], each)) if counts else None


def _package(base_url: str, folder: str) -> str:
    """`graph_beta` for https://graph.microsoft.com/beta; else the folder's name."""
    host, _, version = base_url.partition("://")[2].partition("/")
    name = re.sub(
        r"\W+", "_", f"{host.split('.')[0]}_{version}" if version else Path(folder).resolve().name, flags=re.ASCII
    )
    name = name.strip("_").lower()
    return name if name.isidentifier() else "api"


def _configuration(guess: _Guess) -> str:
    rows = {
        "docs": guess.folder,
        "out": f"generated/{guess.package}",
        "package": guess.package,
        "base_url": guess.base_url or _UNKNOWN_URL,
        "dialect": guess.dialect,
    }
    width = max(map(len, rows))
    return f"[sdk.{guess.package}]\n" + "".join(f"{key:<{width}} = {_quoted(value)}\n" for key, value in rows.items())


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's, for text without lone surrogates."""
    return json.dumps(text, ensure_ascii=False)
