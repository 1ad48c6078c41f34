"""Search and filters above the table of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.domain.evidence import EvidenceKind
from otcpd.ui.layout import NO_MOST, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.evidence.contents import USE_WORDS, Column, Sift, Use
from otcpd.ui.pages.evidence.model import HEADS
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.preview.kind_words import KINDS
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl

ANY_KIND = "Any kind"
_LEAST_SEARCH = 150


class EvidenceTools(QWidget):
    """Tells what the person asked to see."""

    changed = Signal(object)
    """The new Sift."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._theme = theme
        self._layout = WIDE
        self._counts: dict[str, int] = {}
        self._kinds: Sequence[EvidenceKind] = ()
        self.sift = Sift()
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.search = SearchField(theme, desk.announcer, "Search your files", find)
        self.use = SegmentedControl(theme, "Show", [(key.value, text) for key, text in USE_WORDS])
        self.kind = Button(theme, ANY_KIND, icon="filter")
        self.more = Button(theme, icon="filter", name="Filter and sort")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._gap = theme.gap(12) - RING_SPACE
        row.setSpacing(self._gap)
        row.addWidget(self.search, 1)
        row.addWidget(self.use)
        row.addStretch(0)
        row.addWidget(self.kind)
        row.addWidget(self.more)
        self.search.searched.connect(self._on_searched)
        self.use.chosen.connect(self._on_use)
        self.kind.clicked.connect(self._open_kinds)
        self.more.clicked.connect(self._open_all)

    def set_counts(self, counts: dict[str, int], kinds: Sequence[EvidenceKind]) -> None:
        """Numbers behind the choices, and the kinds of file there are."""
        self._counts, self._kinds = counts, kinds
        self.use.set_counts(counts)

    def set_sift(self, sift: Sift) -> None:
        """Show something else, and tell."""
        self.use.set_value(sift.use.value)
        if self.search.text().strip() != sift.query:
            self.search.set_text(sift.query)
        self._take(sift)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def menu_of(self, *, use: bool, sort: bool) -> ChoiceMenu:
        """The choices as a menu, those that hold ticked."""
        menu = ChoiceMenu(self)
        if use:
            for key, text in USE_WORDS:
                said = f"{text}, {self._counts.get(key, 0):,}"
                menu.offer(said, partial(self._choose_use, key), ticked=self.sift.use is key)
            menu.addSeparator()
        menu.offer(ANY_KIND, partial(self._choose_kind, ""), ticked=not self.sift.kind)
        for kind in self._kinds:
            menu.offer(KINDS[kind], partial(self._choose_kind, kind.value), ticked=self.sift.kind == kind.value)
        if sort:
            menu.addSeparator()
            for column in Column:
                said = f"Sort by {HEADS[column].lower() if column is not Column.NUMBER else 'number'}"
                menu.offer(said, partial(self.sort_by, int(column)), ticked=self.sift.by is column)
        return menu

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more turns the order round."""
        by = Column(column)
        falls = by in (Column.ADDED, Column.SIZE)
        falling = not self.sift.falling if by is self.sift.by else falls
        self._take(replace(self.sift, by=by, falling=falling))

    def _fit(self) -> None:
        gap = self._gap
        beside = self.use.sizeHint().width() + self._theme.px(_LEAST_SEARCH) + 2 * gap
        with_kind = beside + self.kind.sizeHint().width() <= self.width()
        with_use = beside + self.more.sizeHint().width() <= self.width()
        self.kind.setVisible(with_kind)
        self.more.setVisible(not with_kind)
        self.use.setVisible(with_kind or with_use)
        self.search.setMinimumWidth(self._theme.px(_LEAST_SEARCH))
        self.search.setMaximumWidth(self._theme.px(296) if with_kind or with_use else NO_MOST)
        self._name()

    def _name(self) -> None:
        kind = KINDS[EvidenceKind(self.sift.kind)] if self.sift.kind else ANY_KIND
        self.kind.setText(kind)
        self.kind.set_kind(Kind.CHOSEN if self.sift.kind else Kind.OUTLINED)
        self.kind.updateGeometry()
        hidden = bool(self.sift.kind) or (self.use.isHidden() and self.sift.use is not Use.ALL)
        self.more.set_kind(Kind.CHOSEN if hidden else Kind.OUTLINED)
        in_force = [kind] if self.sift.kind else []
        if self.sift.use is not Use.ALL:
            in_force.append(dict(USE_WORDS)[self.sift.use])
        self.more.setAccessibleDescription(f"Now: {', '.join(in_force)}" if in_force else "")

    def _open_kinds(self) -> None:
        self.menu_of(use=False, sort=False).open_below(self.kind)

    def _open_all(self) -> None:
        self.menu_of(use=self.use.isHidden(), sort=True).open_below(self.more)

    def _on_searched(self, query: str) -> None:
        self._take(replace(self.sift, query=query))

    def _on_use(self, key: str) -> None:
        self._take(replace(self.sift, use=Use(key)))

    def _choose_use(self, use: Use) -> None:
        self.set_sift(replace(self.sift, use=use))

    def _choose_kind(self, kind: str) -> None:
        self._take(replace(self.sift, kind=kind))

    def _take(self, sift: Sift) -> None:
        before, self.sift = self.sift, sift
        self._name()
        if sift != before:
            self.changed.emit(sift)
