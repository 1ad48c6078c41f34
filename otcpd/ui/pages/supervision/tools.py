"""Search and filters above the list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.person import SOMEBODY
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import STAGE_WORDS, Sift, Stage, SupervisionContents
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.search_field import SearchField

ANY = "All sessions"
_LEAST_SEARCH = 138
_MOST_IN_MENU = 25
"""People beyond these are found by the search."""


class SessionTools(QWidget):
    """Tells what the person asked to see."""

    changed = Signal(object)
    """The new Sift."""
    searched = Signal(str)

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._contents = contents
        self.sift = Sift()
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.search = SearchField(theme, desk.announcer, "Search sessions", find)
        self.search.setMinimumWidth(theme.px(_LEAST_SEARCH))
        self.search.setMaximumWidth(theme.px(296))
        self.filter = Button(theme, ANY, icon="filter")
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, name="More on this page")
        self.more.hide()
        self._brief = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(12) - RING_SPACE)
        row.addWidget(self.search, 1000)
        row.addWidget(self.filter)
        row.addWidget(self.more)
        row.addStretch(1)
        self.search.searched.connect(self.searched)
        self.filter.clicked.connect(self.open_menu)

    def set_sift(self, sift: Sift) -> None:
        """Show something else, and tell."""
        before, self.sift = self.sift, sift
        self._name()
        if sift != before:
            self.changed.emit(sift)

    def set_brief(self, brief: bool) -> None:
        """There is little width: the filter is an icon."""
        if brief != self._brief:
            self._brief = brief
            self._name()

    def to_search(self) -> None:
        """Into the search field."""
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()

    def make_menu(self) -> ChoiceMenu:
        """The choices, those that hold ticked."""
        menu = ChoiceMenu(self)
        sift = self.sift
        for stage, words in STAGE_WORDS:
            menu.offer(words, partial(self._set_stage, stage), ticked=sift.stage is stage)
        agreements, people = self._contents.agreements, self._contents.people_met()
        if agreements:
            inner = menu.submenu("Agreement")
            menu.offer("Any agreement", partial(self._set_agreement, ""), menu=inner, ticked=not sift.agreement)
            for one in agreements:
                title = self._contents.agreement_title(one)
                chosen = sift.agreement == one.id
                menu.offer(title, partial(self._set_agreement, one.id), menu=inner, ticked=chosen)
        if people:
            inner = menu.submenu("Person")
            menu.offer("Anybody", partial(self._set_person, ""), menu=inner, ticked=not sift.person)
            for key, name in people[:_MOST_IN_MENU]:
                menu.offer(name, partial(self._set_person, key), menu=inner, ticked=sift.person == key)
        if sift:
            menu.addSeparator()
            menu.offer("Show all sessions", partial(self.set_sift, Sift()))
        return menu

    def open_menu(self) -> None:
        """Show the choices below their button."""
        self.make_menu().open_below(self.filter)

    def _set_stage(self, stage: Stage) -> None:
        self.set_sift(replace(self.sift, stage=stage))

    def _set_agreement(self, key: str) -> None:
        self.set_sift(replace(self.sift, agreement=key))

    def _set_person(self, key: str) -> None:
        self.set_sift(replace(self.sift, person=key))

    def _name(self) -> None:
        sift, contents = self.sift, self._contents
        parts = [dict(STAGE_WORDS)[sift.stage]] if sift.stage is not Stage.ALL else []
        short = list(parts)
        if sift.agreement in contents.names.agreements:
            found = contents.names.agreements[sift.agreement]
            parts.append(contents.agreement_title(found))
            short.append(load_catalogue().supervision.kind_label(found.kind))
        if sift.person:
            parts.append(contents.names.people.get(sift.person, ""))
            short.append(contents.names.first(sift.person) or SOMEBODY)
        told = short[0] if len(short) == 1 else f"{len(short)} filters" if short else ANY
        self.filter.setText("" if self._brief else told)
        self.filter.setToolTip(", ".join(parts) or ("Filter" if self._brief else ""))
        self.filter.set_kind(Kind.CHOSEN if parts else Kind.OUTLINED)
        self.filter.setAccessibleName(f"Filter: {', '.join(parts) or ANY}")
        self.filter.updateGeometry()
