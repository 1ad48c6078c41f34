"""Choosing a pillar or another item of a framework, by search. A framework may have thousands of items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.frameworks import Frameworks
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pick_dialog import PickDialog

MOST_FOUND = 300
"""So many items a search shows; who finds more says more."""


class ItemChooser(PickDialog):
    """Pillars of all frameworks, or what a search finds among all their items."""

    def __init__(self, desk: Desk, frameworks: Frameworks, title: str, parent: QWidget) -> None:
        sentence = "Search for what stands below a pillar."
        super().__init__(desk, title, sentence, "Search the frameworks", "Pillars and items", parent)
        self._frameworks = frameworks
        self.use_button.setText("Choose this one")
        self.show_found()

    def found(self, query: str) -> Sequence[Row]:
        return list(_rows(self._frameworks, query.casefold().split()))

    def nothing(self, query: str) -> str:
        return "No item has these words." if query else "There are no frameworks with items yet."


def _rows(frameworks: Frameworks, words: list[str]) -> Iterator[Row]:
    """Frameworks with a head each; without words their pillars, else every item that has the words."""
    left = MOST_FOUND
    for framework in frameworks.offered:
        items = framework.pillars if not words else [one for one in framework.items if _has(one, framework, words)]
        shown = list(items)[:left]
        left -= len(shown)
        if shown:
            yield Row("", framework.name, head=True)
        for item in shown:
            above = framework.by_code.get(item.parent)
            meta = ", ".join(part for part in (item.type, f"in {above.label}" if above is not None else "") if part)
            yield Row(framework.ref.item(item.code), item.label, meta, lines=2)


def _has(item: FrameworkItem, framework: Framework, words: list[str]) -> bool:
    if item.retired:
        return False
    text = f"{item.code} {item.label} {framework.name} {framework.short}".casefold()
    return all(word in text for word in words)
