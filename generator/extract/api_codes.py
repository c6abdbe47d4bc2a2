"""What can be wrong with what an API page says of requests, bodies and responses. `CODES` lists all its readers report."""

from __future__ import annotations

from generator.diagnostics import Code, Severity
from generator.extract import example_codes, permission_codes

REQUEST_MISSING = Code(
    id="request-missing",
    severity=Severity.ERROR,
    summary="An API page has no request line.",
    explanation="""\
**What it finds.** A page with examples or other sections of an API page, where no fence says which request it documents.

**Why it matters.** There is nothing to call: the page is left out of the SDK.

Bad: `## HTTP request` with prose only. Good: a fence with `GET /users/{id}` in it.
""",
)

REQUEST_UNREADABLE = Code(
    id="request-unreadable",
    severity=Severity.ERROR,
    summary="A request line has no path.",
    explanation="""\
**What it finds.** A line that begins with a method and goes on with something else than a path.

**Why it matters.** The request is left out of the SDK. The line usually comes from a generator that failed.

Bad: `GET ** Collection URI for x not found`. Good: `GET /deviceManagement/x`.
""",
)

REQUEST_OUTSIDE = Code(
    id="request-outside-section",
    severity=Severity.WARNING,
    summary="The request lines of a page stand in another section.",
    explanation="""\
**What it finds.** A page without requests in an HTTP request section, that has a fence of request lines elsewhere.

**Why it matters.** They are taken for the requests that the page documents; people who look for the section miss them.

Bad: the request fence under `## Permissions`. Good: the request fence under `## HTTP request`.
""",
)

REQUEST_REPEATED = Code(
    id="request-repeated",
    severity=Severity.NOTE,
    summary="A page gives a request line twice.",
    hint="remove one of the two lines",
    explanation="""\
**What it finds.** Two request lines with the same method, path and query.

**Why it matters.** One is enough; the second is often a copy that should have been changed.

Bad: `GET /me/messages` twice. Good: `GET /me/messages` and `GET /users/{id}/messages`.
""",
)

REQUEST_TEXT = Code(
    id="request-text",
    severity=Severity.NOTE,
    summary="A fence of request lines holds other text.",
    hint="move the text out of the fence",
    explanation="""\
**What it finds.** A line between request lines that is none: a header, a body, the word "or".

**Why it matters.** It is not read. Headers belong into the table of headers, bodies into the examples.

Bad: `GET /me`, `or`, `GET /users/{id}` in one fence. Good: the two request lines only.
""",
)

PATH_SPELLING = Code(
    id="path-spelling",
    severity=Severity.NOTE,
    summary="A path is spelled in an unusual way.",
    explanation="""\
**What it finds.** A path that means what it says, but is not written as most are: with the service's address or a
version before it, with `~/` or without the first slash, with a slash at the end, with `<name>` for `{name}`.

**Why it matters.** The reader knows these spellings; searches and other tools do not.

Bad: `GET https://graph.microsoft.com/beta/me/`. Good: `GET /me`.
""",
)

PATH_DAMAGED = Code(
    id="path-damaged",
    severity=Severity.WARNING,
    summary="A path is written wrongly, but can be guessed.",
    explanation="""\
**What it finds.** A path with a mistake: a sample id where a placeholder belongs, a slash or a parenthesis missing, a key
in quotes, an argument without name, text after the path.

**Why it matters.** The path in the SDK is a guess. The message says what was mended; look whether it was meant so.

Bad: `/policies/{id}$ref`, `/teams/(team-id)/channels`. Good: `/policies/{id}/$ref`, `/teams/{team-id}/channels`.
""",
)

PATH_SAMPLE_ARGUMENT = Code(
    id="path-sample-argument",
    severity=Severity.NOTE,
    summary="A path gives a sample where its parameter belongs.",
    explanation="""\
**What it finds.** An argument with a fixed value whose name is in the page's table of parameters.

**Why it matters.** Read literally, the function could be called with that value only. It is read as a parameter.

Bad: `getUsage(period='D7')` with a parameter `period`. Good: `getUsage(period='{period}')`.
""",
)

BODY_UNCLEAR = Code(
    id="body-unclear",
    severity=Severity.NOTE,
    summary="What the request body holds is not said in a known way.",
    explanation="""\
**What it finds.** A Request body section whose sentences follow no known form and that has no table.

**Why it matters.** The body is taken from the examples, or typed as any JSON.

Bad: "Provide what the operation needs." Good: "In the request body, supply a JSON representation of the
[user](user.md) object."
""",
)

RESPONSE_UNCLEAR = Code(
    id="response-unclear",
    severity=Severity.NOTE,
    summary="What a response holds is not said in a known way.",
    explanation="""\
**What it finds.** A Response section that names no success status, or speaks of a response body without naming its type.

**Why it matters.** The response is taken from the examples, or typed as any JSON.

Bad: "Returns the result." Good: "If successful, this method returns a `200 OK` response code and a [user](user.md)
object in the response body."
""",
)

RESPONSE_CONTRADICTS = Code(
    id="response-contradicts",
    severity=Severity.WARNING,
    summary="A response without content is said to have a body.",
    explanation="""\
**What it finds.** A sentence with `204 No Content` as its only status that names an object in the response body.

**Why it matters.** A `204` has no body: either the status or the rest of the sentence is wrong. The status is believed.

Bad: "returns `204 No Content` and a [user](user.md) object". Good: "returns `200 OK` and a [user](user.md) object".
""",
)

SEVERAL_TYPES = Code(
    id="several-types",
    severity=Severity.NOTE,
    summary="A body may be of several types.",
    hint="name one type, the base of the others",
    explanation="""\
**What it finds.** A sentence that names two or more types as what a request or response holds.

**Why it matters.** The nearest type that all derive from is taken, or the first, where they have no such base.

Bad: "a [user](user.md) or [group](group.md) object". Good: "a [directoryObject](directoryobject.md) object".
""",
)

CODES = (
    REQUEST_MISSING,
    REQUEST_UNREADABLE,
    REQUEST_OUTSIDE,
    REQUEST_REPEATED,
    REQUEST_TEXT,
    PATH_SPELLING,
    PATH_DAMAGED,
    PATH_SAMPLE_ARGUMENT,
    BODY_UNCLEAR,
    RESPONSE_UNCLEAR,
    RESPONSE_CONTRADICTS,
    SEVERAL_TYPES,
    *permission_codes.CODES,
    *example_codes.CODES,
)
