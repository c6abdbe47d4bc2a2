"""What can be wrong between an API page and the rest of the docs. Registered in `codes`."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

UNKNOWN_VERB = Code(
    id="unknown-verb",
    severity=Severity.WARNING,
    summary="A request line has an unusual method.",
    explanation="""\
**What it finds.** A request line of a page with a method other than GET, POST, PATCH, PUT or DELETE.

**Why it matters.** The request is left out of the SDK.

Bad: `GTE /users`. Good: `GET /users`.
""",
)

UNKNOWN_PATH_SEGMENT = Code(
    id="unknown-path-segment",
    severity=Severity.NOTE,
    summary="A path leads through a name that nothing documents.",
    hint="document the relationship, or correct the path",
    explanation="""\
**What it finds.** A segment that is no property, action or function of the type before it, as far as the pages
tell.

**Why it matters.** The path can be called, but what stands behind it is untyped. Often it is misspelled, or a
Relationships row is missing.

Bad: `/users/{id}/mesages`. Good: `/users/{id}/messages`.
""",
)

MISSING_INCLUDE = Code(
    id="missing-include",
    severity=Severity.WARNING,
    summary="An include that holds permissions is not there.",
    explanation="""\
**What it finds.** An `[!INCLUDE]` of a permissions table whose file is not among the docs, or has no such table.

**Why it matters.** The operation's permissions are unknown.

Bad: `[!INCLUDE [permissions-table](../includes/permissions/usr-get-permissions.md)]`. Good: the include with its
file.
""",
)

EXAMPLE_FOREIGN_HOST = Code(
    id="example-foreign-host",
    severity=Severity.NOTE,
    summary="An example request goes to another host.",
    hint="leave it, if the request is not one to this service",
    explanation="""\
**What it finds.** Examples whose URLs name a host other than the documented service's, once a page for each host.

**Why it matters.** It is no example of the documented operation, but of a callback or a download; no test is made
of it.

Bad: `POST https://bot.contoso.com/callback`. Good: a request to the service, if it is meant as an example of it.
""",
)

EXAMPLE_UNMATCHED = Code(
    id="example-unmatched",
    severity=Severity.WARNING,
    summary="An example's URL is none of the page's paths.",
    explanation="""\
**What it finds.** An example request that matches no request line of its page, however loosely compared.

**Why it matters.** Either the example or the HTTP request section is wrong; no test is made of the example.

Bad: `GET /me/mesage/{id}` on a page that documents `GET /me/messages/{id}`. Good: the same path in both sections.
""",
)

EXAMPLE_VERB = Code(
    id="example-verb",
    severity=Severity.WARNING,
    summary="An example uses another method than the page documents.",
    hint="correct the method of the example or of the documented request",
    explanation="""\
**What it finds.** An example request whose path is documented on its page, but with another method.

**Why it matters.** One of the two is wrong; no test is made of the example.

Bad: `POST /me/drive/items/{id}/unfollow` in the example, `DELETE` above. Good: one method.
""",
)

COLLECTION_DENIED = Code(
    id="collection-denied",
    severity=Severity.WARNING,
    summary="An annotation denies that a response is a collection.",
    hint='take "isCollection" away, or say in the Response section that one object is returned',
    explanation="""\
**What it finds.** `"isCollection": false` in the annotation of a response, on a page whose Response section says that
success returns many.

**Why it matters.** One of the two is wrong. The text is believed.

Bad: `"isCollection": false` below "returns a collection of user objects". Good: `"isCollection": true`.
""",
)
