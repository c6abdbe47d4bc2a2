"""Collections: one page at a time, however many there are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from .calls import Call, RequestOptions
from .errors import UnexpectedData

T = TypeVar("T")


class Page(list[T]):
    """The items of one page, and what the service said about them."""

    def __init__(self, items: Iterable[T] = (), about: Mapping[str, Any] | None = None) -> None:
        super().__init__(items)
        self.about: Mapping[str, Any] = about or {}
        """Everything of the response except the items: `@odata.context` and so on."""

    @property
    def next_link(self) -> str | None:
        """Where the next page is; None on the last one."""
        return _text(self.about.get("@odata.nextLink"))

    @property
    def delta_link(self) -> str | None:
        """Where the next round of changes begins; on the last page of a delta."""
        return _text(self.about.get("@odata.deltaLink"))

    @property
    def total(self) -> int | None:
        """`@odata.count`: how many there are in all, when it was asked for (`count=True`)."""
        found = self.about.get("@odata.count")
        return found if isinstance(found, int) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


class _Trail:
    """Notices that links lead in a circle, however long it is and however many there are, by keeping one of them: the
    one after 1, 2, 4, 8... steps (Brent's algorithm).
    """

    def __init__(self) -> None:
        self._mark: str | None = None
        self._steps, self._until = 0, 1

    def closes(self, link: str) -> bool:
        """Whether the next link has been there before."""
        if link == self._mark:
            return True
        self._steps += 1
        if self._steps == self._until:
            self._mark = link
            self._steps, self._until = 0, self._until * 2
        return False


class _Collection(Generic[T]):
    """What the synchronous and the asynchronous collection share: which request comes next."""

    def __init__(self, client: Any, call: Call[Page[T]], first: Page[T] | None = None) -> None:
        self._client = client
        self._call = call
        self._first = first

    def _after(self, page: Page[T], call: Call[Page[T]], trail: _Trail) -> Call[Page[T]] | None:
        """The request for the page behind `page`. Raises UntrustedLink when it is on another host, UnexpectedData when
        the pages would never end.
        """
        link = page.next_link
        if link is None:
            return None
        following = self._client._resolve(link, call)
        if following == call.path:
            raise UnexpectedData("the link to the next page leads to the same page again")
        if trail.closes(following):
            raise UnexpectedData("the links to the next page lead in a circle")
        options = {
            name: value for name, value in call.options.items() if name != "query"
        }  # the link holds the query
        return call._replace(path=following, query={}, options=RequestOptions(**options))  # type: ignore[typeddict-item]  # a part of it

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._call.path.partition('?')[0]}>"


class Pages(_Collection[T]):
    """A collection. Iterate over it for the items; pages are fetched as they are needed, and no page is kept."""

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page

    def pages(self) -> Iterator[Page[T]]:
        """The pages one by one, with what the service said about each."""
        call: Call[Page[T]] | None = self._call
        given, trail = self._first, _Trail()
        while call is not None:
            page: Page[T] = self._client._send(call) if given is None else given
            given = None
            call = self._after(
                page, call, trail
            )  # refused before the caller works through a page that has no lawful successor
            yield page

    def first(self) -> T | None:
        """The first item; None when there is none."""
        return next(iter(self), None)

    def to_list(self, limit: int | None = None) -> list[T]:
        """All items, or the first `limit`."""
        from itertools import islice

        return list(islice(self, _counted(limit)))

    def total(self) -> int | None:
        """How many there are in all, if the service says so; it is asked with `count=True`."""
        return next(self.pages()).total


def _counted(limit: int | None) -> int | None:
    if limit is not None and limit < 0:
        raise ValueError(f"limit is how many items there may be, not {limit}")
    return limit


class AsyncPages(_Collection[T]):
    """A collection. `async for` over it gives the items; pages are fetched as they are needed, and no page is
    kept.
    """

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page:
                yield item

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages one by one, with what the service said about each."""
        call: Call[Page[T]] | None = self._call
        given, trail = self._first, _Trail()
        while call is not None:
            page: Page[T] = await self._client._send(call) if given is None else given
            given = None
            call = self._after(page, call, trail)
            yield page

    async def first(self) -> T | None:
        """The first item; None when there is none."""
        async for item in self:
            return item
        return None

    async def to_list(self, limit: int | None = None) -> list[T]:
        """All items, or the first `limit`."""
        found: list[T] = []
        if _counted(limit) == 0:
            return found
        async for item in self:
            found.append(item)
            if len(found) == limit:
                break
        return found

    async def total(self) -> int | None:
        """How many there are in all, if the service says so; it is asked with `count=True`."""
        async for page in self.pages():
            return page.total
        return None


class Delta(Pages[T]):
    """A round of changes; `odata_removed` of an item tells that it is gone.

    When all has been read, `delta_link` is where the next round begins.
    """

    delta_link: str | None = None

    def pages(self) -> Iterator[Page[T]]:
        """The pages one by one; the last one sets `delta_link`."""
        for page in super().pages():
            self.delta_link = page.delta_link or self.delta_link
            yield page


class AsyncDelta(AsyncPages[T]):
    """A round of changes; `odata_removed` of an item tells that it is gone.

    When all has been read, `delta_link` is where the next round begins.
    """

    delta_link: str | None = None

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages one by one; the last one sets `delta_link`."""
        async for page in super().pages():
            self.delta_link = page.delta_link or self.delta_link
            yield page
