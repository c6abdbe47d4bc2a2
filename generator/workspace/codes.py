"""What can be wrong with a tree of docs as a tree: the findings of `workspace`. What pages say is not known here."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

UNREADABLE_PAGE = Code(
    id="unreadable-page",
    severity=Severity.ERROR,
    summary="A page cannot be read from disk.",
    explanation="""\
A file that looks like a page could not be opened or read: its permissions forbid it, it is a link to nothing, or it
vanished while the docs were read. The page is left out, and with it everything that it alone documents.

Bad: `api/user-get.md` with mode `000`, or a symbolic link whose target was moved.

Good: every `.md` file below the docs folder can be read by the user who runs sdkwright.
""",
)

NOT_A_FILE = Code(
    id="not-a-file",
    severity=Severity.WARNING,
    summary="Something named like a page is not a file.",
    explanation="""\
A folder, a pipe, a socket or a submodule has a name that ends in `.md`. It is not read as a page; pages inside such a
folder are read as usual.

Bad: a folder `resources/user.md/`.

Good: only pages are named `*.md`.
""",
)

OUTSIDE_ROOT = Code(
    id="outside-root",
    severity=Severity.ERROR,
    summary="A symbolic link leads out of the docs folder.",
    explanation="""\
A page or a folder of pages is a symbolic link whose target lies outside the docs folder. It is not followed: what a build
reads must not depend on files that the docs do not contain.

Bad: `resources/shared.md -> ../../elsewhere/shared.md`, where the target is above the docs folder.

Good: the page itself, or a link to another page of the same docs folder.
""",
)

LINKED_FOLDER = Code(
    id="linked-folder",
    severity=Severity.WARNING,
    summary="A folder is a symbolic link to another folder of the docs.",
    explanation="""\
The pages below are read once, at the place where they really are. Reading them a second time through the link would
declare every type twice, and a link to a parent folder would never end.

Bad: `beta/resources -> ../v1.0/resources` inside one docs folder.

Good: one folder for each set of pages.
""",
)

NOT_UTF8 = Code(
    id="not-utf8",
    severity=Severity.WARNING,
    summary="A page is not UTF-8 text.",
    explanation="""\
The page holds bytes that are not UTF-8, often because an editor saved it as Windows-1252 or UTF-16. Each such byte is read
as U+FFFD, the replacement character, and the rest of the page as usual; names that hold one will not match anything.

Bad: a page saved as Windows-1252 with a typographic apostrophe, the single byte 92.

Good: the same page saved as UTF-8.
""",
)

PAGE_TOO_LARGE = Code(
    id="page-too-large",
    severity=Severity.ERROR,
    summary="A page is larger than 32 MB.",
    explanation="""\
A reference page of this size is not one: it is left out, so that one stray file cannot exhaust memory or time. The largest
pages that people have written are below 1 MB.

Bad: a database dump named `notes.md` inside the docs folder.

Good: split the page, or move the file out of the docs folder.
""",
)

ODD_PAGE_NAME = Code(
    id="odd-page-name",
    severity=Severity.ERROR,
    summary="A page's file name cannot be written as text.",
    explanation="""\
The name of the file, or of a folder above it, holds bytes that are not UTF-8, or control characters such as a line feed.
Links, findings and generated sources could not name the page, so it is left out.

Bad: `api/user\\nget.md` with a real line feed in the name.

Good: `api/user-get.md`.
""",
)

CODES = (UNREADABLE_PAGE, NOT_A_FILE, OUTSIDE_ROOT, LINKED_FOLDER, NOT_UTF8, PAGE_TOO_LARGE, ODD_PAGE_NAME)
