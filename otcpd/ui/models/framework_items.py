"""The items of a framework as rows: thousands of them filter within a frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.words import tally
from otcpd.ui.models.index import Index

_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True)
class ItemRow:
    """An item in its place: `depth` is 0 at the top, `above` the label of what it stands below."""

    item: FrameworkItem
    depth: int
    above: str = ""
    linked: int = 0
    """How many items of other frameworks it is linked to."""

    @property
    def _links(self) -> str:
        return tally(self.linked, "link to another framework", "links to other frameworks")

    @property
    def meta(self) -> str:
        """Code, level and state in a line."""
        item = self.item
        parts = [self.called]
        if item.level is not None:
            parts.append(f"level {item.level}")
        if self.linked:
            parts.append(self._links)
        if not item.confirmed:
            parts.append("not compared yet")
        if item.retired:
            parts.append("retired")
        return " · ".join(parts)

    @property
    def called(self) -> str:
        """Its code; of an item that ships the number it has at its publisher, or else what it is ("Pillar"): a code of
        our own would tell nobody anything."""
        item = self.item
        return item.code if item.id or item.code[:1].isdigit() or not item.type else item.type

    @cached_property
    def folded(self) -> str:
        """What a filter looks through."""
        item = self.item
        level = "" if item.level is None else f"level {item.level}"
        return f"{item.code} {item.label} {item.type} {level} {item.notes[:400]}".casefold()

    @property
    def spoken(self) -> str:
        """What a screen reader says: what it is, and where it stands."""
        item = self.item
        parts = [item.label, item.type, "" if self.called == item.type else f"code {item.code}"]
        parts.append("" if item.level is None else f"level {item.level}")
        parts.append(f"in {self.above}" if self.above else "")
        parts.append(self._links if self.linked else "")
        parts.append("" if item.confirmed else "not compared yet")
        parts.append("retired" if item.retired else "")
        return ", ".join(part for part in parts if part)


def item_rows(framework: Framework, linked: Mapping[str, int]) -> list[ItemRow]:
    """The rows of a framework, as they are read; `linked` counts the links of items by code."""
    depths: dict[str, int] = {}
    rows = []
    items = framework.by_code
    for item in framework.items:
        above = items.get(item.parent)
        depths[item.code] = depths.get(item.parent, 0) + 1 if above is not None else 0
        label = above.label if above is not None else ""
        rows.append(ItemRow(item, depths[item.code], label, linked.get(item.code, 0)))
    return rows


class FrameworkItemModel(QAbstractListModel):
    """Items in their order, as far as a filter leaves them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ItemRow] = ()
        self._rows: Sequence[ItemRow] = ()
        self._words: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None

    @property
    def filtered(self) -> bool:
        """Whether a filter holds: rows then stand by themselves."""
        return bool(self._words)

    @property
    def known(self) -> int:
        """How many there are without a filter."""
        return len(self._all)

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show these instead; a filter goes on."""
        self._all = rows
        self._show()

    def search(self, text: str) -> None:
        """Show those alone that have all the words; all for no word."""
        self._words = tuple(text.casefold().split())
        self._show()

    def rows(self) -> Sequence[ItemRow]:
        """What is shown."""
        return self._rows

    def row(self, index: Index) -> ItemRow | None:
        """The row at an index; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, code: str) -> QModelIndex:
        """Where the item with this code is; invalid if it is not shown."""
        if self._places is None:
            self._places = {row.item.code: place for place, row in enumerate(self._rows)}
        place = self._places.get(code)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.item.label}\n{row.meta}"
        return row.spoken if role == _SPOKEN else row.item.label if role == _SHOWN else None

    def _show(self) -> None:
        self.beginResetModel()
        words = self._words
        self._rows = [row for row in self._all if all(word in row.folded for word in words)] if words else self._all
        self._places = None
        self.endResetModel()
