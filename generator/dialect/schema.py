"""The shape of a profile file. Decoding validates it: unknown or missing keys are errors that name their place."""

from __future__ import annotations

import msgspec

Words = tuple[str, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a profile file: nothing in it may go unread."""


class PageWords(Table, frozen=True, kw_only=True):
    """Folders, titles and set phrases that tell what a page is."""

    api_folders: Words
    resource_folders: Words
    include_folders: Words
    resource_titles: Words
    enum_titles: Words
    enum_collection_files: Words
    namespace_line: str
    default_namespace: str
    site_prefixes: Words
    """Beginnings of site-absolute links that lead to pages of the same tree."""
    placeholder_texts: Words
    """Descriptions that stand for a missing one."""
    empty_texts: Words
    """Prose that says a section is empty."""
    deprecating_includes: Words
    """Parts of the file names of includes that deprecate the page including them."""


class TypeWords(Table, frozen=True, kw_only=True):
    """The vocabulary of Type columns."""

    prefix: str
    collection_prefixes: Words
    collection_suffixes: Words
    decorations: Words
    nouns: Words
    union_words: Words
    primitives: dict[str, Words]


class InheritanceWords(Table, frozen=True, kw_only=True):
    phrases: Words
    row_phrases: Words
    abstract_phrases: Words
    open_phrases: Words


class MarkerWords(Table, frozen=True, kw_only=True):
    """What descriptions say of a property: single words of a comma list, whole sentences, and phrases with a value."""

    read_only: Words
    required: Words
    optional: Words
    key: Words
    nullable: Words
    not_nullable: Words
    neutral: Words
    read_only_sentences: Words
    required_sentences: Words
    key_sentences: Words
    selected_only_sentences: Words
    default_phrases: Words
    range_phrases: Words
    length_phrases: Words
    filter_phrases: Words
    no_filter_phrases: Words


class ValueWords(Table, frozen=True, kw_only=True):
    phrases: Words
    repeats: Words
    """Phrases before a list that repeats members already given."""
    evolvable: str
    flags_phrases: Words


class DeprecationWords(Table, frozen=True, kw_only=True):
    """How pages say that something should no longer be used."""

    openings: Words
    """A sentence that begins with one of these deprecates what it stands beside."""
    subjects: Words
    verbs: Words
    """So does a sentence that begins with a subject and holds a verb."""
    instead_phrases: Words
    title_suffix: str


class PermissionWords(Table, frozen=True, kw_only=True):
    """How tables of permissions are worded."""

    unsupported: Words
    """Cells that say that no permission will do."""
    descending: Words
    """Parts of a column header that say the most privileged scope stands first."""
    least: Words
    higher: Words
    """Parts of the headers of columns that hold the first scopes and the further ones."""
    together: Words
    """Words between two scopes that are needed both."""
    connectives: Words
    """Words around scopes that add nothing."""
    accounts: dict[str, Words]


class HttpWords(Table, frozen=True, kw_only=True):
    verbs: Words
    hosts: Words
    versions: Words


class BodyWords(Table, frozen=True, kw_only=True):
    none: Words
    entity: Words
    parameters: Words
    url_parameters: Words
    update: Words


class ResponseWords(Table, frozen=True, kw_only=True):
    success: Words
    collection: Words
    stream: Words
    none: Words


class ProfileFile(Table, frozen=True, kw_only=True):
    """A whole profile as written."""

    name: str
    title: str
    pages: PageWords
    sections: dict[str, Words]
    columns: dict[str, Words]
    types: TypeWords
    inheritance: InheritanceWords
    markers: MarkerWords
    values: ValueWords
    deprecation: DeprecationWords
    permissions: PermissionWords
    http: HttpWords
    body: BodyWords
    response: ResponseWords
