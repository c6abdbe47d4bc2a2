"""What lowering to Python has to say about the docs."""

from __future__ import annotations

from generator.diagnostics import Code, Severity

NAME_CLASH = Code(
    id="name-clash",
    severity=Severity.WARNING,
    summary="Two documented names are one name in Python.",
    explanation="""\
Two types (or an enum and a type, or two properties, or two segments below one path) whose names differ for the service
come out as the same Python name. A type keeps it whose namespace holds those of the others; else none of them gets it:
each takes a longer one, made of its namespace or its kind, so that no name depends on which page was read first. The
wire names stay as documented.

Bad: `microsoft.graph.security.session` and `microsoft.graph.callRecords.session` both want the class `Session`; the
package has `SecuritySession` and `CallRecordsSession`. With a `microsoft.graph.session` as well, that one is `Session`.

Good: names that differ in more than namespace and case.
""",
)
REDECLARED = Code(
    id="redeclared-property",
    severity=Severity.WARNING,
    summary="A type redeclares a property it inherits with another type.",
    explanation="""\
A property is declared by a type and, with a type that is not derived from the first, again by a type that inherits from
it. Python and OData allow narrowing only, so the generated class keeps the inherited declaration.

Bad: `manager: user` on the base and `manager: String` on the derived type.

Good: the derived page lists the property as inherited, with the same type or one derived from it.
""",
)
UNREACHED = Code(
    id="call-not-generated",
    severity=Severity.ERROR,
    summary="A documented call has no place in the SDK.",
    explanation="""\
The path of a request line can't be made of properties, keys and functions, or two different calls meet in one place
where only one of them can stand. The call is left out; everything else of the page is there.

Bad: `GET /{id}/messages`: a path that begins with a placeholder.

Good: a path that begins with an entity set or singleton.
""",
)
UNTESTED = Code(
    id="example-not-tested",
    severity=Severity.NOTE,
    summary="A documented example is no call of this API, so it has no test.",
    explanation="""\
Every documented example becomes a test of the generated package. An example whose request goes to another host, or whose
page has no request line that it could be an example of, is no call of this API: it is left out of the tests and named here.

Bad: `POST https://bot.contoso.com/api/calls` on the page of an operation of the API itself, as its only request.

Good: an example whose URL is one of the page's own paths; what others send back is shown in a block that is no request.
""",
)
GLOB_UNMATCHED = Code(
    id="glob-unmatched",
    severity=Severity.WARNING,
    summary="A glob of the configuration matches no documented path.",
    explanation="""\
An entry of `include` or `exclude` has no effect: it was misspelled, or the docs document such paths no more. Globs are
compared with paths as the pages write them, from the first segment on; `*` is one segment, `**` any number.

Bad: `include = ["/user/**"]` where the pages document `/users/{id}`.

Good: `include = ["/users/**"]`
""",
)
BASE_URL_DIFFERS = Code(
    id="base-url-differs",
    severity=Severity.WARNING,
    summary="The configuration names another service than the docs call.",
    explanation="""\
`base_url` says where the generated package sends its requests. Most requests that the pages show with a host go to another
host, or to another version of the API. No example can be replayed then, and callers find what other pages document.

Bad: `base_url = "https://graph.microsoft.com/v1.0"` for the pages of `beta`.

Good: the host and version of the documented requests. A caller that uses another cloud or a gateway tells the client so
when it is made.
""",
)
CODES = (NAME_CLASH, REDECLARED, UNREACHED, UNTESTED, GLOB_UNMATCHED, BASE_URL_DIFFERS)
