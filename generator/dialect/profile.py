"""A dialect as one frozen value that extractors ask. What a word means is decided here, where a page uses it is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import msgspec

from generator.dialect.conventions import Conventions
from generator.dialect.kinds import Column, SectionKind
from generator.dialect.phrases import WordPattern, folded, phrase_pattern
from generator.dialect.schema import ProfileFile
from generator.model.primitives import PrimitiveName
from generator.model.wording import Account


class ProfileError(Exception):
    """A profile that can't be used; the message names the place in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A validated profile. `words` is the file as written; the rest is compiled from it."""

    name: str
    words: ProfileFile
    conventions: Conventions
    section_names: dict[str, SectionKind]
    section_patterns: tuple[tuple[SectionKind, WordPattern], ...]
    column_names: dict[str, Column]
    primitive_names: dict[str, PrimitiveName]
    account_patterns: tuple[tuple[Account, WordPattern], ...]
    unsupported: WordPattern
    resource_title: WordPattern
    enum_title: WordPattern
    empty: WordPattern
    open_title: WordPattern
    decoration: WordPattern
    base_phrase: re.Pattern[str]
    base_of_phrase: re.Pattern[str]
    row_base_phrase: re.Pattern[str]
    default_phrase: re.Pattern[str]
    range_phrase: re.Pattern[str]
    length_phrase: re.Pattern[str]
    values_phrase: re.Pattern[str]
    one_of_phrase: re.Pattern[str]
    instead_phrase: re.Pattern[str]

    def section(self, heading: str) -> SectionKind | None:
        """The kind of section a heading opens, by its text alone: exact words first, then patterns in file order."""
        text = folded(heading)
        kind = self.section_names.get(text)
        if kind is not None:
            return kind
        return next((kind for kind, pattern in self.section_patterns if pattern.matches(text)), None)

    def column(self, header: str) -> Column | None:
        """What a column holds, by its header's plain text."""
        return self.column_names.get(folded(header))

    def primitive(self, word: str) -> PrimitiveName | None:
        """The primitive that a type word means, with or without the namespace prefix."""
        word = folded(word)
        return self.primitive_names.get(word.removeprefix(self.words.types.prefix))

    def account(self, label: str) -> Account | None:
        """Whose permissions a label of a permission table means."""
        return next((account for account, pattern in self.account_patterns if pattern.matches(label)), None)


def load_profile(name_or_path: str) -> Profile:
    """A profile that ships with sdkwright, by name, or one of yours, by the path of its `.toml` file.

    Raises `ProfileError` if there is none or it is not valid.
    """
    if name_or_path.endswith(".toml"):
        try:
            text = Path(name_or_path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            message = f"can't read the profile {name_or_path}: {error}"
            raise ProfileError(message) from error
        return parse_profile(text)
    shipped = resources.files(__package__) / f"{name_or_path}.toml"
    if not name_or_path.isidentifier() or not shipped.is_file():
        message = (
            f"no dialect is named {name_or_path!r}; give a name that ships with sdkwright or a path ending in .toml"
        )
        raise ProfileError(message)
    return parse_profile(shipped.read_text(encoding="utf-8"))


def parse_profile(text: str) -> Profile:
    """A profile from the text of its file. Raises `ProfileError`."""
    try:
        words = msgspec.toml.decode(text, type=ProfileFile)
        return _compiled(words)
    except (msgspec.DecodeError, ValueError) as error:
        message = f"the profile is not valid: {error}"
        raise ProfileError(message) from error


def _compiled(words: ProfileFile) -> Profile:
    sections = {SectionKind(kind): names for kind, names in words.sections.items()}
    wild = {kind: tuple(each for each in names if "*" in each) for kind, names in sections.items()}
    columns = {Column(column): names for column, names in words.columns.items()}
    primitives = {PrimitiveName(name): spellings for name, spellings in words.types.primitives.items()}
    accounts = {Account(account): labels for account, labels in words.permissions.accounts.items()}
    return Profile(
        name=words.name,
        words=words,
        conventions=Conventions(
            **msgspec.structs.asdict(words.service),
            untyped=tuple(map(folded, words.types.primitives.get(PrimitiveName.UNTYPED, ()))),
            evolvable=words.values.evolvable,
            hosts=words.http.hosts,
            versions=words.http.versions,
        ),
        section_names={folded(each): kind for kind, names in sections.items() for each in names if "*" not in each},
        section_patterns=tuple((kind, WordPattern(names)) for kind, names in wild.items() if names),
        column_names={folded(each): column for column, names in columns.items() for each in names},
        primitive_names={folded(each): name for name, spellings in primitives.items() for each in spellings},
        account_patterns=tuple((account, WordPattern(labels)) for account, labels in accounts.items()),
        unsupported=WordPattern(words.permissions.unsupported),
        resource_title=WordPattern(words.pages.resource_titles),
        enum_title=WordPattern(words.pages.enum_titles),
        open_title=WordPattern(words.inheritance.open_titles),
        empty=WordPattern(words.pages.empty_texts),
        decoration=WordPattern(words.types.decorations),
        base_phrase=phrase_pattern(words.inheritance.phrases),
        base_of_phrase=phrase_pattern(words.inheritance.base_of_phrases),
        row_base_phrase=phrase_pattern(words.inheritance.row_phrases),
        default_phrase=phrase_pattern(words.markers.default_phrases),
        range_phrase=phrase_pattern(words.markers.range_phrases),
        length_phrase=phrase_pattern(words.markers.length_phrases),
        values_phrase=phrase_pattern(words.values.phrases),
        one_of_phrase=phrase_pattern(words.values.one_of_phrases),
        instead_phrase=phrase_pattern(words.deprecation.instead_phrases),
    )
