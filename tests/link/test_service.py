"""What holds of a service stands in its profile: another service's is another."""

from __future__ import annotations

from importlib import resources

from generator.dialect.profile import parse_profile
from generator.extract import read_page
from generator.link import link
from generator.text import SourceFile

PAGE = """# widget resource type

## Properties
|Property|Type|Description|
|:---|:---|:---|
|Key|String|The key. Read-only.|
|name|acme.widget|The part it is of.|
"""


def test_another_service() -> None:
    text = resources.files("generator.dialect").joinpath("graph.toml").read_text("utf-8")
    own = text.replace('"microsoft.graph"', '"acme.things"').replace('aliases = ["graph"]', 'aliases = ["acme"]')
    profile = parse_profile(own.replace("small_members = true", "small_members = false"))
    page = read_page(SourceFile(path="resources/widget.md", text=PAGE), profile).facts

    (widget,) = link([page], profile.conventions).api.types

    assert widget.name == "acme.things.widget"
    assert [each.name for each in widget.properties] == ["Key", "name"]
    assert str(widget.properties[1].type) == "acme.things.widget"
