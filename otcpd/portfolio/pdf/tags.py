"""The structure of the document: what a screen reader follows, apart from where things are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A marked stretch of one page's content: page index from 0, and its number on that page."""

    page: int
    number: int


class Spot(NamedTuple):
    """Where one may click to go to a named place: page index from 0, and a box in points from the lower left."""

    page: int
    box: tuple[float, float, float, float]
    place: str
    words: str


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure tree, of a standard PDF type ("H2", "P", "TD" …).

    `kids` are in reading order: elements below this one, and the marks and spots it gets while pages are
    drawn. `scope` is that of a header cell, `columns` how many columns a cell spans, `alt` what is read
    instead of a figure and `box` where that is on its page, in points from the lower left. `actual` is the
    text that the element stands for, where its marks alone do not say it.
    """

    kind: str
    scope: str = ""
    columns: int = 1
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    actual: str = ""
    kids: list[Node | Mark | Spot] = field(default_factory=list)

    def add(self, kind: str, *, scope: str = "", columns: int = 1, alt: str = "", actual: str = "") -> Node:
        """A new last child."""
        child = Node(kind, scope, columns, alt, actual=actual)
        self.kids.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.kids:
            if isinstance(child, Node):
                yield from child.walk()
