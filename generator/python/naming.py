"""Names in Python, decided from the thing itself and never from arrival order. The docs' own spelling survives beside them."""

from __future__ import annotations

import hashlib
import keyword
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from generator.python.words import singular, words


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEYWORDS = frozenset(keyword.kwlist)
MODEL_RESERVED = _KEYWORDS | _names(
    """bool bytes dict dt float int list set str
    changes construct copy dict from_dict from_orm json model_computed_fields model_config model_construct model_copy
    model_dump model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name
    model_post_init model_rebuild model_validate model_validate_json model_validate_strings odata_etag odata_id
    odata_removed odata_type parse_file parse_obj parse_raw problems saved schema schema_json to_dict to_json
    update_forward_refs validate"""
)
"""What no field of a model may be called: annotation words and members of the runtime's base class."""
VERB_METHODS = frozenset({"list", "get", "create", "update", "replace", "delete", "stream"})
"""Methods of plain verbs: no child or action takes their names, documented or not, so that names stay when docs grow."""
DOLLAR_CHILDREN = frozenset({"ref", "value", "count", "at"})
BUILDER_RESERVED = _KEYWORDS | _names("bool bytes checked deprecated dt e float fill int m overload property str")
CLIENT_RESERVED = _names("aclose batch close send testing upload with_options with_raw_response")
"""Members of the client, which is the root node as well."""
PARAMETER_RESERVED = _KEYWORDS | _names("self options timeout headers query max_retries raw_body path body content")
_TAKEN_WORDS = frozenset({"None", "True", "False"})
MODEL_NAMES = _TAKEN_WORDS | _names("Any Base Decimal OpenEnum OpenFlags TYPE_CHECKING UUID")
"""What modules of models and enums import beside the class they define."""
REQUEST_NAMES = _TAKEN_WORDS | _names(
    """Any AsyncDelta AsyncDownload AsyncPages BareOptions Content Decimal Delta Download Fields Json Literal Page
    Pages RequestBuilder RequestOptions Root Sequence TYPE_CHECKING Target TypeVar UNSET UUID Unpack"""
)
"""What modules of request nodes import beside the classes they define, and what the root's own class is called."""


def snake(name: str) -> str:
    """`minOSVersion` as `min_os_version`. Never empty, never begins with `_` or a digit."""
    return _legal("_".join(words(name)).lower(), "x")


def member_name(name: str) -> str:
    """The field of a model for a property."""
    return _free(snake(name), MODEL_RESERVED)


def parameter_name(name: str) -> str:
    """The parameter of a method for an input of an operation."""
    return _free(snake(name), PARAMETER_RESERVED)


def child_name(name: str, *, root: bool = False) -> str:
    """The property or method of a request node for a segment of a path."""
    reserved = BUILDER_RESERVED | VERB_METHODS | DOLLAR_CHILDREN
    return _free(snake(name), reserved | CLIENT_RESERVED if root else reserved)


def constant_name(name: str) -> str:
    """The member of an enum for its text on the wire."""
    made = _legal("_".join(words(name)).upper(), "VALUE_") if name else "EMPTY"
    return _free(made, frozenset({"MRO"}))


def declared_class_name(name: str) -> str:
    """The class of a declared type: `iosImportedPFXCertificateProfile` as `IosImportedPFXCertificateProfile`, initialisms
    in the case they have.
    """
    return _free(_pascal(name), MODEL_NAMES)


def class_name(name: str) -> str:
    """The class of a request node."""
    return _free(_pascal(name), REQUEST_NAMES)


def _pascal(name: str) -> str:
    return _legal("".join(word[0].upper() + word[1:] for word in words(name)), "X")


def singular_class_name(name: str) -> str:
    """The class name of one of what `name` names in plural."""
    parts = words(name)
    return class_name("_".join((*parts[:-1], singular(parts[-1])))) if parts else class_name(name)


def module_names(made: str, folder: str) -> tuple[str, ...]:
    """Names for the module of a class in a folder of the package, the best first: plain ones, or, where it has to be shorter,
    at last its beginning with a digest, which no other name has.
    """
    found, longest = snake(made), _LONGEST - len(folder)
    digest = hashlib.sha256(found.encode()).hexdigest()[:8]
    plain = plain_module_names(made, folder)
    return plain if len(found) <= longest else (*plain, f"{found[: longest - 9].rstrip('_')}_{digest}")


def plain_module_names(made: str, folder: str) -> tuple[str, ...]:
    """The whole name, or where that makes too long a path, its last words, and its first words; empty where no word is
    short enough. None is a name that a keyword, Windows or an import has for itself.
    """
    found, longest = snake(made), _LONGEST - len(folder)
    if len(found) <= longest:
        return (_free(found, _MODULE_RESERVED),)
    parts = found.split("_")
    shorter = ["_".join(parts[cut:]) for cut in range(1, len(parts))]
    begun = ["_".join(parts[:cut]) for cut in range(len(parts) - 1, 0, -1)]
    fitting = [next((each for each in pieces if len(each) <= longest), "") for pieces in (shorter, begun)]
    return tuple(_free(snake(each), _MODULE_RESERVED) for each in fitting if each)


_LONGEST = 108 - len("/__pycache__/.cpython-311.pyc")
"""Characters of a folder and a module: below a package of up to ten, what is installed has paths of at most 120."""
_MODULE_RESERVED = _KEYWORDS | frozenset(
    ["aux", "con", "nul", "prn", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10))]
)
_WIRE_PART = re.compile(r"_+")


def derived_wire_name(name: str) -> str:
    """What the runtime takes for the wire name of a field that does not state it."""
    first, *rest = _WIRE_PART.split(name.rstrip("_"))
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


Key = TypeVar("Key")


def distinct(candidates: Mapping[Key, Sequence[str]]) -> dict[Key, str]:
    """One name per thing, of those it offers in order of preference.

    Where several want the same name, *all* of them take their next one, so none depends on who came first. Things
    that run out of names are numbered in the order of `candidates`, which the caller sorts.
    """
    level = dict.fromkeys(candidates, 0)
    while True:
        wanted: dict[str, list[Key]] = {}
        for key, names in candidates.items():
            wanted.setdefault(names[level[key]].casefold(), []).append(key)
        movable = [
            key for keys in wanted.values() if len(keys) > 1 for key in keys if level[key] + 1 < len(candidates[key])
        ]
        if not movable:
            return _numbered(candidates, level, wanted)
        for key in movable:
            level[key] += 1


def _numbered(
    candidates: Mapping[Key, Sequence[str]], level: Mapping[Key, int], wanted: Mapping[str, Sequence[Key]]
) -> dict[Key, str]:
    taken = set(wanted)
    named: dict[Key, str] = {}
    for keys in wanted.values():
        for place, key in enumerate(keys):
            name = candidates[key][level[key]]
            number = place + 1
            while place and f"{name}{number}".casefold() in taken:
                number += 1
            named[key] = f"{name}{number}" if place else name
            taken.add(named[key].casefold())
    return {key: named[key] for key in candidates}


def _free(name: str, reserved: frozenset[str]) -> str:
    return name + "_" if name in reserved else name


def _legal(name: str, prefix: str) -> str:
    """An identifier that begins with a letter. Letters outside ASCII that Python would normalise are spelt as code points."""
    if name.isascii() and name.isidentifier() and name[0].isalpha():
        return name
    plain = "".join(char if char == "_" or (char.isascii() and char.isalnum()) else f"u{ord(char):x}" for char in name)
    return plain if plain and plain[0].isalpha() else prefix + plain
