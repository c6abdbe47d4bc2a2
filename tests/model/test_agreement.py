"""What several pages, or one page of several paths, say together of one call: cases as a table."""

from __future__ import annotations

import pytest

from generator.dialect.profile import load_profile
from generator.extract import read_page
from generator.link import link
from generator.model.indexes.calls import calls
from generator.model.operations import ParameterPlace
from generator.text import SourceFile
from tests.model.test_indexes import operation, resource

STAGE = {
    "resources/entity.md": resource("entity", "|id|String|The key.|", key=True),
    "resources/event.md": resource(
        "event", "|subject|String|The subject.|", relationships="|place|[place](place.md)|Where.|"
    ),
    "resources/note.md": resource("note", "|text|String|The text.|"),
    "resources/place.md": resource("place", "|city|String|The city.|", key=True),
    "resources/hall.md": resource("hall", "|seats|Int32|The seats.|", base="Inherits from [place](place.md)."),
    "resources/park.md": resource("park", "|trees|Int32|The trees.|", base="Inherits from [place](place.md)."),
    "resources/person.md": resource(
        "person",
        "|name|String|The name.|",
        key=True,
        relationships="|events|[event](event.md) collection|Events.|\n|notes|[note](note.md) collection|Notes.|\n"
        "|places|[place](place.md) collection|Places.|",
    ),
    "api/person-list.md": operation(
        "List people", "GET /people", "a collection of [person](../resources/person.md) objects"
    ),
}
_EVENT = "an [event](../resources/event.md) object"
_EVENTS = "a collection of [event](../resources/event.md) objects"
_NOTE = "a [note](../resources/note.md) object"
_HALL = "a [hall](../resources/hall.md) object"
_BOTH = "GET /people/{id}/notes/{id}\nGET /people/{id}/events/{id}"


def page(request: str, response: str, *shown: str) -> str:
    examples = "".join(f"```http\nHTTP/1.1 200 OK\n\n{each}\n```\n" for each in shown)
    return operation("Page", request, response) + (f"\n## Example\n{examples}" if shown else "")


@pytest.mark.parametrize(
    ("pages", "path", "response"),
    [
        # One page is about the type of the path, another about a type of another of its own paths.
        ([page("GET /people/{id}/events/{id}", _EVENT), page(_BOTH, _NOTE)], "/people/{id}/events/{id}", "event"),
        ([page(_BOTH, _NOTE)], "/people/{id}/events/{id}", "event"),
        ([page(_BOTH, _NOTE)], "/people/{id}/notes/{id}", "note"),
        # A page that is about something else altogether, and one about the path.
        ([page("GET /people/{id}/events", _NOTE), page("GET /people/{id}/events", _EVENTS)], "/people/{id}/events", "[event]"),
        # One thing or many: as most of the page's paths do not, but this one does; as the examples show.
        ([page("GET /people/{id}/events\nGET /people/{id}/events/{id}", _EVENT)], "/people/{id}/events", "[event]"),
        ([page("GET /people/{id}/events/{id}/place", "a collection of [place](../resources/place.md) objects", '{ "id": "1" }')],
         "/people/{id}/events/{id}/place", "place"),
        ([page("GET /people/{id}/events", _EVENT)], "/people/{id}/events", "event"),
        # The examples show a sibling of the type that the words name.
        ([page("GET /people/{id}/places/{id}", _HALL, '{ "@odata.type": "#microsoft.graph.park" }')], "/people/{id}/places/{id}", "place"),
        ([page("GET /people/{id}/places/{id}", _HALL, '{ "@odata.type": "#microsoft.graph.hall" }')], "/people/{id}/places/{id}", "hall"),
    ],
)  # fmt: skip
def test_agreed_response(pages: list[str], path: str, response: str) -> None:
    texts = {**STAGE, **{f"api/page{number}.md": text for number, text in enumerate(pages)}}
    profile = load_profile("graph")
    api = link(
        [read_page(SourceFile(path=path, text=text), profile).facts for path, text in texts.items()],
        profile.conventions,
    ).api

    found = next(each.response.type for each in calls(api) if str(each.path) == path)

    short = str(found).replace("microsoft.graph.", "").replace("Collection(", "[").replace(")", "]")
    assert short == response


def test_a_call_needs_what_every_page_of_it_requires() -> None:
    rows = (
        "|text|String|The text. Required.|\n|loud|Boolean|Whether to shout. Required.|",
        "|text|String|Required. The text.|",
    )
    pages = [
        operation("person: tell", "POST /people/{id}/tell", "nothing", parameters=_PARAMETERS.format(each))
        for each in rows
    ]
    texts = {**STAGE, **{f"api/page{number}.md": text for number, text in enumerate(pages)}}
    profile = load_profile("graph")
    api = link(
        [read_page(SourceFile(path=path, text=text), profile).facts for path, text in texts.items()],
        profile.conventions,
    ).api

    (tell,) = (each for each in calls(api) if each.name == "tell")

    assert {each.name: each.markers.required for each in tell.parameters if each.place is ParameterPlace.BODY} == {
        "text": True,
        "loud": False,
    }


_PARAMETERS = (
    "## Request body\nIn the request body, provide a JSON object with the following parameters.\n\n"
    "|Parameter|Type|Description|\n|:---|:---|:---|\n{}\n"
)


_SENT = "```http\nPUT https://graph.microsoft.com/beta/people/1/places/1/$value\nContent-Type: application/xml\n\n<place/>\n```\n"
_GOT = "```http\nHTTP/1.1 200 OK\nContent-Type: {}\n\n{}\n```\n"


@pytest.mark.parametrize(
    ("media", "body", "kind"),
    [
        ("application/xml", "<place/>", "stream"),
        ("application/json", '{ "id": "1" }', "value"),
        ("application/json", "<place/>", "value"),
    ],
)
def test_text_that_comes_back_for_bytes_is_bytes(media: str, body: str, kind: str) -> None:
    request = "PUT /people/{id}/places/{id}/$value"
    text = operation("Update place", request, "a [place](../resources/place.md) object").replace(
        "## Response", "## Request body\n\nIn the request body, supply the binary contents of the file.\n\n## Response"
    )
    profile = load_profile("graph")
    texts = {**STAGE, "api/page.md": f"{text}\n## Example\n{_SENT}\n{_GOT.format(media, body)}"}
    pages = [read_page(SourceFile(path=path, text=each), profile).facts for path, each in texts.items()]

    (found,) = [each for each in calls(link(pages, profile.conventions).api) if each.shape.endswith("$value")]

    assert (found.body.kind, found.response.kind) == ("stream", kind)


def test_an_action_is_what_the_page_named_for_it_says() -> None:
    """Another page calls it in passing, with an object of what it is about, and says what that call returns."""
    path = "POST /people/{id}/greet"
    about = operation("person: greet", path, "nothing").replace("`200 OK`", "`204 No Content`")
    table = "## Request body\n\nIn the request body, supply the following parameters.\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|words|String|What to say.|\n\n## Response"
    passing = operation("Create note", f"{path}\nPOST /people/{{id}}/notes", _NOTE).replace(
        "## Response",
        "## Request body\n\nIn the request body, supply a JSON representation of the [note](../resources/note.md) object.\n\n## Response",
    )
    texts = {**STAGE, "api/note-create.md": passing, "api/person-greet.md": about.replace("## Response", table)}
    profile = load_profile("graph")
    pages = [read_page(SourceFile(path=name, text=text), profile).facts for name, text in texts.items()]

    (found,) = [each for each in calls(link(pages, profile.conventions).api) if each.shape.endswith("/greet")]

    assert found.body.kind == "parameters"
    assert [each.name for each in found.parameters if each.place is ParameterPlace.BODY] == ["words"]
    assert found.response.type is None
