"""Path templates as segments. Values only: parsing the docs' many spellings is the reader's business.

The written form (`str(path)`) is canonical: it is what `show` prints and what two pages are compared by, e.g.
`/users/{id}/messages/{id}`, `/applications(appId='{appId}')`, `/me/drive/root:/{item-path}:/content`,
`/deviceManagement/deviceConfigurations/{id}/microsoft.graph.iosCustomConfiguration`,
`/users/{id}/reminderView(startDateTime='{startDateTime}',endDateTime='{endDateTime}')`.
"""

from __future__ import annotations

import msgspec


class Name(msgspec.Struct, frozen=True, kw_only=True, tag="name"):
    """A literal segment: a property, an action, a function without parameters, or a `$` segment (`$ref`, `$value`, `$count`).

    `type` is set where the segment is written qualified (`microsoft.graph.assign`, a type cast): the text stays whole in `text`.
    """

    text: str

    @property
    def qualified(self) -> bool:
        """Written with a namespace: a bound action or function, or a cast to a derived type; the linker knows which."""
        return "." in self.text and not self.text.startswith("$")

    def __str__(self) -> str:
        return self.text


class Key(msgspec.Struct, frozen=True, kw_only=True, tag="key"):
    """`{placeholder}` as a whole segment: the primary key of the collection before it."""

    placeholder: str

    def __str__(self) -> str:
        return "{" + self.placeholder + "}"


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """`name='{placeholder}'` in parentheses. `literal` is set instead where the docs fix the value (`period='D7'`)."""

    name: str
    placeholder: str | None
    literal: str | None = None
    quoted: bool = True

    def __str__(self) -> str:
        value = self.literal if self.placeholder is None else "{" + self.placeholder + "}"
        return f"{self.name}='{value}'" if self.quoted else f"{self.name}={value}"


class Call(msgspec.Struct, frozen=True, kw_only=True, tag="call"):
    """`name(a='{a}',b={b})`: a function with parameters, or a collection addressed by an alternate key; the linker
    knows which.
    """

    name: str
    arguments: tuple[Argument, ...]

    def __str__(self) -> str:
        return f"{self.name}({','.join(map(str, self.arguments))})"


class Address(msgspec.Struct, frozen=True, kw_only=True, tag="address"):
    """`root:/{item-path}:`: an item addressed by a path of many segments below the one before it.

    `name` is what stands before the colon (`root`, or a key placeholder's text such as `{item-id}`); `closed` tells
    whether a second colon follows, as it must where more segments come after.
    """

    name: str
    placeholder: str
    closed: bool

    def __str__(self) -> str:
        return f"{self.name}:/{{{self.placeholder}}}" + (":" if self.closed else "")


Segment = Name | Key | Call | Address


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """A path template below the service root. `query` holds parameters that the template itself writes after `?`."""

    segments: tuple[Segment, ...]
    query: tuple[Argument, ...] = ()

    def __str__(self) -> str:
        return "/" + "/".join(map(str, self.segments))

    @property
    def shape(self) -> str:
        """The path with placeholders unnamed and lower-cased: two templates of one shape are one route."""
        return "/" + "/".join(_shape(each) for each in self.segments)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Every placeholder, in order."""
        return tuple(name for each in self.segments for name in _placeholders(each))


def _shape(segment: Segment) -> str:
    match segment:
        case Key():
            return "{}"
        case Call():
            inner = ",".join(each.name if each.placeholder else str(each) for each in segment.arguments)
            return f"{segment.name}({inner})".lower()
        case Address():
            return f"{'{}' if segment.name.startswith('{') else segment.name.lower()}:/{{}}" + (
                ":" if segment.closed else ""
            )
        case Name():
            return segment.text.lower()


def _placeholders(segment: Segment) -> tuple[str, ...]:
    match segment:
        case Key():
            return (segment.placeholder,)
        case Call():
            return tuple(each.placeholder for each in segment.arguments if each.placeholder is not None)
        case Address():
            inner = (segment.name[1:-1],) if segment.name.startswith("{") else ()
            return (*inner, segment.placeholder)
        case Name():
            return ()
