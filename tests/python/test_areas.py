"""Which modules the request nodes of a deep API go into."""

from __future__ import annotations

import re

from generator.model.indexes.indexed import Indexed
from generator.python import lower
from tests.python.lowering import OPTIONS, files, linked, specs_files

_PAGE = """# List {title}

Namespace: microsoft.graph

Lists {title}.

## HTTP request
```http
GET {path}
```

## Response
If successful, this method returns a `200 OK` response code.
"""
_FOLDER = "requests/device_management/device_configurations/identity_certificate"
_BEGIN = "/deviceManagement/deviceConfigurations/{id}/identityCertificate"


def _modules(segments: list[str]) -> set[str]:
    """The modules of a large collection far down, in which each of these segments leads on to much; "" for one alone."""
    paths = [f"{_BEGIN}/{each}/{{id}}/part{number}" for each in segments for number in range(45)]
    pages = {f"api/page-{at}.md": _PAGE.format(title=f"page {at}", path=path) for at, path in enumerate(paths)}
    made = files(lower(Indexed(api=linked(pages)), OPTIONS))
    found = {path.removeprefix(f"sdk/{_FOLDER}").lstrip("/") for path in made if path.startswith(f"sdk/{_FOLDER}")}
    return {"" if each == ".py" else each for each in found if not each.startswith("part")}


def test_a_long_name_is_cut_to_words() -> None:
    assert _modules(["deviceStatuses", "states"]) == {"__init__.py", "statuses.py", "states.py"}
    assert _modules(["deviceStatuses", "userStatuses"]) == {"__init__.py", "device.py", "user.py"}


def test_what_could_only_have_a_digest_stays_where_it_hangs() -> None:
    assert _modules(["deviceStatuses", "deviceOverview", "userStatuses", "userOverview"]) == {""}
    assert _modules(["configurations"]) == {""}


_SHARED = """# List parts

Namespace: microsoft.graph

Lists parts.

## HTTP request
```http
GET /me/parts
GET /users/{id}/parts
GET /me/parts/{id}/screws
GET /users/{id}/parts/{id}/screws
```

## Response
If successful, this method returns a `200 OK` response code.
"""


def test_what_is_the_same_below_two_paths_is_one_class() -> None:
    made = files(lower(Indexed(api=linked({"api/parts-list.md": _SHARED})), OPTIONS))

    assert '"""/me/parts, and 1 other path like it"""' in made["sdk/requests/me.py"]
    text = "".join(text for path, text in made.items() if path.startswith("sdk/requests/"))
    assert sorted(re.findall(r"^class (\w*(?:Part|Screw)\w*)\(", text, re.MULTILINE)) == [
        *("PartItem", "PartScrews", "Parts"),
    ]


_PHOTO = """# Get photo

Namespace: microsoft.graph

Gets a photo.

## HTTP request
```http
GET {path}
```

## Response
If successful, this method returns a `200 OK` response code.
"""


def _classes(*paths: str) -> dict[str, list[str]]:
    pages = {f"api/photo-{at}.md": _PHOTO.format(path=path) for at, path in enumerate(paths)}
    made = files(lower(Indexed(api=linked(pages)), OPTIONS))
    found = {path: re.findall(r"^class (\w+)\(", text, re.MULTILINE) for path, text in made.items()}
    return {path.removeprefix("sdk/requests/"): names for path, names in found.items() if "/requests/" in path}


def test_a_misspelt_root_changes_no_name_of_the_right_one() -> None:
    right = _classes("/users/{id}/photo", "/users/{id}/photo/frame")["users.py"]

    both = _classes("/users/{id}/photo", "/users/{id}/photo/frame", "/user/{id}/photo/size")
    assert both["users.py"] == right == ["Users", "UserItem", "UserPhoto", "UserPhotoFrame"]
    assert both["user.py"] == ["User", "UserItem2", "UserItemPhoto", "UserPhotoSize"]


def test_the_modules_of_specs_are_named_in_words() -> None:
    assert not [path for path in specs_files() if re.search(r"_[0-9a-f]{8}\b", path)]
