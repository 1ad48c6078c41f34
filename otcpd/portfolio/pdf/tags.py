"""The structure of the document: what a screen reader follows, apart from where things are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A marked stretch of one page's content: page index from 0, and its number on that page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure tree, of a standard PDF type ("H2", "P", "TD" …).

    A leaf gets its marks while pages are drawn, in reading order. `scope` is that of a header cell,
    `columns` how many columns a cell spans.
    """

    kind: str
    scope: str = ""
    columns: int = 1
    children: list[Node] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, kind: str, *, scope: str = "", columns: int = 1) -> Node:
        """A new last child."""
        child = Node(kind, scope, columns)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
