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
    site_prefixes: Words
    """Beginnings of site-absolute links that lead to pages of the same tree."""
    placeholder_texts: Words
    """Descriptions that stand for a missing one."""
    empty_texts: Words
    """Prose that says a section is empty."""
    doc_types: dict[str, str]
    """What a page's front matter calls it, in lower case, and the kind of page that means."""
    deprecating_includes: Words
    """Parts of the file names of includes that deprecate the page including them."""


class AnnotationWords(Table, frozen=True, kw_only=True):
    """What the JSON in comments may say. Case matters: it does to the tools that read it."""

    page: str
    """The `type` of the one annotation that is about the page and not about a block."""
    kinds: Words
    """Values of `blockType`."""
    keys: Words
    page_keys: Words


class TypeWords(Table, frozen=True, kw_only=True):
    """The vocabulary of Type columns."""

    prefix: str
    collection_prefixes: Words
    collection_leads: Words
    """Before a link: `Collection of [user](user.md)`."""
    collection_suffixes: Words
    decorations: Words
    nouns: Words
    union_words: Words
    primitives: dict[str, Words]


class InheritanceWords(Table, frozen=True, kw_only=True):
    phrases: Words
    """Before a link or name of the base, in the introduction of a page."""
    base_of_phrases: Words
    """Before links of derived types, on the page of their base: at once, or after one of `derived_openers`."""
    derived_openers: Words
    derived_lists: Words
    """In a sentence that the list or table of derived types follows."""
    property_phrases: Words
    """Parts of a sentence that says whose properties the type has, too."""
    row_phrases: Words
    """The same in a table row, about where a property is declared."""
    abstract_openings: Words
    abstract_phrases: Words
    """A sentence that begins with, or holds, one of these says that the type is abstract; the next two, open."""
    open_openings: Words
    open_phrases: Words
    open_titles: Words
    """Titles that say the same."""


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
    filter_operators: Words
    filter_phrases: Words
    no_filter_phrases: Words


class ValueWords(Table, frozen=True, kw_only=True):
    phrases: Words
    one_of_phrases: Words
    """Phrases that also occur in prose, so they need a list of quoted values right behind them."""
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
    title_suffixes: tuple[str, ...]


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


class ServiceRules(Table, frozen=True, kw_only=True):
    """What holds of the service though its pages do not say so: see `Conventions`."""

    namespace: str
    aliases: Words
    root_entity: str
    key: str
    small_members: bool
    loose_numbers: Words
    counting: Words
    me: str
    people: str


class BodyWords(Table, frozen=True, kw_only=True):
    """Parts of sentences that say what a request carries, one list for each kind of body."""

    none: Words
    entity: Words
    parameters: Words
    url_parameters: Words
    """The table below is about parameters in the URL: there is no body."""
    reference: Words
    stream: Words
    conditions: Words = ()
    """Behind the words for no body: there is one at other times."""


class ResponseWords(Table, frozen=True, kw_only=True):
    """Parts of sentences that say what success returns."""

    body: Words
    """What the response is called that holds the type: the type is named before it."""
    collection: Words
    """Words before a type that make it many."""
    plural: Words
    """Words behind a type that make it many."""
    stream: Words
    none: Words


class ProfileFile(Table, frozen=True, kw_only=True):
    """A whole profile as written."""

    name: str
    title: str
    pages: PageWords
    annotations: AnnotationWords
    sections: dict[str, Words]
    columns: dict[str, Words]
    types: TypeWords
    inheritance: InheritanceWords
    markers: MarkerWords
    values: ValueWords
    deprecation: DeprecationWords
    permissions: PermissionWords
    http: HttpWords
    service: ServiceRules
    body: BodyWords
    response: ResponseWords
