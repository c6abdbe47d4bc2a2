"""What can be wrong with the examples of an API page. Registered in `api_codes`."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

JSON_MENDED = Code(
    id="json-mended",
    severity=Severity.WARNING,
    summary="An example's JSON is not valid, but can be read.",
    hint="correct the JSON",
    explanation="""\
**What it finds.** A body that a JSON parser rejects and whose mistake is a usual one: a comma too many or too few, a
comment, typographic quotes, a string over several lines, `...`.

**Why it matters.** Whoever copies the example gets an error. The reader mends it and names what it mended.

Bad: `{"id": "1",}`. Good: `{"id": "1"}`.
""",
)

JSON_UNREADABLE = Code(
    id="json-unreadable",
    severity=Severity.ERROR,
    summary="An example's JSON can't be read.",
    explanation="""\
**What it finds.** A body that begins like JSON and is none, in a way that no usual repair mends.

**Why it matters.** The body is kept as text: no test is made of it.

Bad: `{"ids": {"a", "b"}}`. Good: `{"ids": ["a", "b"]}`.
""",
)

EXAMPLE_UNREAD = Code(
    id="example-unread",
    severity=Severity.WARNING,
    summary="A fence among the examples is no HTTP message.",
    explanation="""\
**What it finds.** A fence that an annotation calls a request or response, or that is tagged `http`, and that begins
neither with a method and a URL nor with a status line.

**Why it matters.** The example is not read.

Bad: `+GET /me/people` or `"id": "1"` as the first line. Good: `GET /me/people`, `HTTP/1.1 200 OK`.
""",
)

EXAMPLE_SEVERAL = Code(
    id="example-several-messages",
    severity=Severity.NOTE,
    summary="A fence of an example holds several messages.",
    explanation="""\
**What it finds.** A request or status line behind a blank line of a fence that already holds a message.

**Why it matters.** Each is read as a message of its own. Tools that take one message a fence see a broken body.

Bad: two requests in one fence. Good: a fence for each.
""",
)

RESPONSE_ALONE = Code(
    id="response-alone",
    severity=Severity.WARNING,
    summary="A response has no request before it.",
    explanation="""\
**What it finds.** An example response that no request of the page precedes.

**Why it matters.** What was asked to get it is unknown: no test is made of it, only its JSON is looked at.

Bad: `## Example` with a response only. Good: a request, then its response.
""",
)

REQUEST_ALONE = Code(
    id="request-alone",
    severity=Severity.NOTE,
    summary="An example request has no response.",
    hint="show the response that follows",
    explanation="""\
**What it finds.** A request among the examples that is followed by another request or by the end of the page.

**Why it matters.** Readers do not see what success looks like. The request is still used.

Bad: `### Request` without `### Response`. Good: both.
""",
)

STATUS_LINE_MISSING = Code(
    id="status-line-missing",
    severity=Severity.WARNING,
    summary="A response begins with its body.",
    explanation="""\
**What it finds.** A fence with JSON alone where a response is expected: behind a request that has none.

**Why it matters.** The status is a guess: the one the Response section names.

Bad: `{"id": "1"}` as the response. Good: `HTTP/1.1 200 OK`, headers, a blank line, the JSON.
""",
)

REQUEST_SPLIT = Code(
    id="request-split",
    severity=Severity.NOTE,
    summary="A request's body stands in a fence of its own.",
    hint="give each request a fence of its own",
    explanation="""\
**What it finds.** A fence with JSON alone behind a request without body, in a section or after a sentence on requests.

**Why it matters.** It is read as the body of that request; other tools see a request without body.

Bad: two fences. Good: one fence with a blank line before the body.
""",
)

SAMPLE_KEY_UNUSED = Code(
    id="sample-key-unused",
    severity=Severity.WARNING,
    summary="An annotation names a sample key that the request does not have.",
    explanation="""\
**What it finds.** An entry of `sampleKeys` that is no part of the URL below it.

**Why it matters.** The URL was changed and its annotation was not: tools that put real keys in place of the samples find
nothing to replace.

Bad: `"sampleKeys": ["48d31887"]` above `GET /users/6ea91a8d`. Good: `"sampleKeys": ["6ea91a8d"]`.
""",
)

STATUS_TEXT = Code(
    id="status-text",
    severity=Severity.NOTE,
    summary="A status line has the wrong words for its number.",
    explanation="""\
**What it finds.** `200 Success`, `201 OK`, `202 Accpted`: the reason phrase is not the one of the status.

**Why it matters.** One of the two is wrong; the number is believed.

Bad: `HTTP/1.1 201 OK`. Good: `HTTP/1.1 201 Created`.
""",
)

STATUS_LINE_MALFORMED = Code(
    id="status-line-malformed",
    severity=Severity.NOTE,
    summary="A status line lacks a version of HTTP.",
    explanation="""\
**What it finds.** `HTTP 201 Created` or `400 Bad Request` as the first line of a response, and versions that HTTP never had.

**Why it matters.** HTTP tools do not take it for a response.

Bad: `HTTP 201 Created`. Good: `HTTP/1.1 201 Created`.
""",
)

CODES = (
    JSON_MENDED,
    JSON_UNREADABLE,
    EXAMPLE_UNREAD,
    EXAMPLE_SEVERAL,
    RESPONSE_ALONE,
    REQUEST_ALONE,
    STATUS_LINE_MISSING,
    REQUEST_SPLIT,
    STATUS_TEXT,
    SAMPLE_KEY_UNUSED,
    STATUS_LINE_MALFORMED,
)
