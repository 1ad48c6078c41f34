"""The page "Settings"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from otcpd.ui.layout import NO_MOST, WIDE, Layout
from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.section_list import SectionList
from otcpd.ui.pages.settings.sections import SECTIONS, SectionSpec
from otcpd.ui.painting import hairline
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.sheet import Sheet

FACT = "Everything here saves itself."
FACT_READING = "This file is open for reading only: you can look, not change."
LIST_WIDE, LIST_MEDIUM = 248, 216
FORM_MAX = 640
TITLE_DOWN = 6
"""How far below the head a section's title stands, and the first item of the list beside it."""
_LEAST_EDGE = 8
"""Space at the left and right of a section where large text leaves little width."""


class SettingsPage(PageView):
    """A list of sections, and the section on show; where the window is narrow they take turns."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Settings", parent)
        self.header = PageHeader(desk.theme, "Settings", FACT_READING if desk.session.read_only else FACT)
        self.list = SectionList(desk.theme, SECTIONS)
        self.back = LinkButton(desk.theme, "Back to the list", "chevron-left")
        self.stack = QStackedWidget()
        self._sections: dict[str, SettingsSection] = {}
        self._rows: dict[str, QHBoxLayout] = {}
        self._current: SettingsSection | None = None
        self._layout = WIDE
        self._inside = False
        """In a narrow window: the section has the place of the list."""
        self._build()
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered_into.connect(self._on_entered)
        self.back.clicked.connect(self.show_list)
        self.list.choose(SECTIONS[0].key)

    @property
    def section(self) -> SettingsSection:
        """The section on show, or behind the list."""
        assert self._current is not None
        return self._current

    def take_focus(self) -> None:
        if self._one_section():
            self.section.take_focus()
        else:
            self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title, self.list, self.section.title)

    def search(self) -> None:
        self.show_list()

    def show_thing(self, thing: str) -> None:
        """`thing` is the key of a section, and may say after a space where in it to go: "erase a1b2"."""
        key, _, rest = thing.partition(" ")
        if key not in {spec.key for spec in SECTIONS}:
            return
        self.list.choose(key)
        self._enter()
        if rest:
            self.section.show_thing(rest)

    def take_up(self, offer: str) -> None:
        self.show_thing(offer)

    def leave(self) -> None:
        self.section.leave()

    def show_list(self) -> None:
        """Go back to the list."""
        self._inside = False
        self._fit()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        self._layout = layout
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self.list.set_roomy(layout.one_pane)
        for section in self._sections.values():
            section.apply_layout(layout)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sheets()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        for area in (self.list, self.stack.currentWidget()):
            if isinstance(area, QAbstractScrollArea) and area.isVisible() and area.verticalScrollBar().value():
                # What scrolls goes on above: the line says so.
                y = area.mapTo(self, QPoint(0, 0)).y() - 1
                start, end = QPointF(0, y), QPointF(self.width(), y)
                hairline(QPainter(self), start, end, self.desk.theme.colour("line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._one_section():
            self.show_list()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = QWidget()
        self._head_box = QVBoxLayout(self._head)
        self._head_box.addWidget(self.header)
        self._list_box = QVBoxLayout()
        self._list_box.addWidget(self.list)
        pane = QVBoxLayout()
        pane.setSpacing(0)
        self._back_box = QVBoxLayout()
        self._back_box.addWidget(self.back)
        pane.addLayout(self._back_box)
        pane.addWidget(self.stack, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addLayout(self._list_box)
        self._row.addLayout(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._row, 1)

    def _one_section(self) -> bool:
        return self._layout.one_pane and self._inside

    def _fit(self) -> None:
        """Divide the width."""
        theme, layout = self.desk.theme, self._layout
        edge = theme.gap(layout.edge)
        alone = layout.one_pane
        self._head.setVisible(not self._one_section())
        self.list.setVisible(not self._one_section())
        self.back.setVisible(self._one_section())
        self.stack.setVisible(not alone or self._inside)
        top = theme.gap(26 if layout is WIDE else 16)
        self._head_box.setContentsMargins(edge, top, edge, theme.gap(14))
        reach = theme.gap(10)
        self._list_box.setContentsMargins(edge - reach, theme.gap(TITLE_DOWN) - 1, 0, theme.gap(8))
        self.list.set_edge(edge - reach if alone else 0)
        if alone:
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(NO_MOST)
        else:
            self.list.setFixedWidth(theme.px(LIST_WIDE if layout is WIDE else LIST_MEDIUM))
        alone_now = alone and not self._inside
        self._row.setStretch(0, int(alone_now))
        self._row.setStretch(1, int(not alone_now))
        left = theme.gap(_LEAST_EDGE) if layout.stacked else edge
        if self._one_section():
            self._back_box.setContentsMargins(left - theme.gap(4), theme.gap(10), edge, theme.gap(4))
        else:
            self._back_box.setContentsMargins(0, 0, 0, 0)
        self._fit_sheets()

    def _fit_sheets(self) -> None:
        """Forms keep a width that reads well, and their place whether or not there is a scroll bar."""
        theme, layout = self.desk.theme, self._layout
        edge = theme.gap(_LEAST_EDGE if layout.stacked else layout.edge)
        left = edge if layout.one_pane else theme.gap(32 if layout is WIDE else 20)
        for key, section in self._sections.items():
            section.setMaximumWidth(theme.px(FORM_MAX))
            scroller = self._scroller_of(section)
            bar = scroller.width() - scroller.viewport().width()
            self._rows[key].setContentsMargins(left, theme.gap(TITLE_DOWN), max(edge - bar, 0), theme.gap(32))
        self.update()

    def _scroller_of(self, section: SettingsSection) -> QScrollArea:
        scroller = self.stack.widget(list(self._sections.values()).index(section))
        assert isinstance(scroller, QScrollArea)
        return scroller

    def _on_chosen(self, key: str) -> None:
        before = self._current
        if before is not None:
            before.leave()
            self.desk.session.flush()
        self._current = self._sections.get(key) or self._make(next(spec for spec in SECTIONS if spec.key == key))
        self.stack.setCurrentWidget(self._scroller_of(self._current))

    def _on_scrolled(self, _value: int) -> None:
        self.update()

    def _on_entered(self, key: str) -> None:
        self.list.choose(key)
        self._enter()

    def _enter(self) -> None:
        self._inside = True
        self._fit()
        self.section.take_focus()

    def _make(self, spec: SectionSpec) -> SettingsSection:
        sheet = Sheet(self.desk.theme)
        section = spec.make(self.desk, spec, sheet)
        row = QHBoxLayout(sheet)
        row.addWidget(section, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        scroller = DownScroll(self.desk.theme, sheet)
        scroller.verticalScrollBar().rangeChanged.connect(self._fit_sheets)
        scroller.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._sections[spec.key], self._rows[spec.key] = section, row
        self.stack.addWidget(scroller)
        section.page_wanted.connect(self.page_wanted)
        section.elsewhere_wanted.connect(self.elsewhere_wanted)
        section.apply_layout(self._layout)
        section.refresh()
        self._fit_sheets()
        return section
