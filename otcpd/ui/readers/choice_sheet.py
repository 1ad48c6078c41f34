"""Choosing who can read a text: three readers, and for the one pointed at what each of them then sees."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.readers import OwnText, Place, layers_for, sight, texts_around, with_layer
from otcpd.domain.layers import Layer
from otcpd.domain.reader_words import reader_sentence
from otcpd.domain.words import quoted
from otcpd.ui.pages.base import Desk
from otcpd.ui.readers.choice_row import ReaderChoice
from otcpd.ui.readers.words import sees
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.popup_place import place_below
from otcpd.ui.widgets.reader_tag import READER_ICONS
from otcpd.ui.widgets.rule import Rule

WIDTH, WIDE = 380, 560
COMPARE = "Compare what each reader sees"
READ_ONLY = "You can read this file but not change it."


class ReaderSheet(PopUpSheet):
    """Floats below the tag. Esc leaves things as they are; a press on a reader chooses and closes."""

    chosen = Signal(str)
    """The layer, if it is another one than before."""

    def __init__(self, desk: Desk, place: Place, label: str, anchor: QWidget) -> None:
        """`label` names the text."""
        super().__init__(desk.theme, anchor)
        self._desk = desk
        self._anchor = anchor
        self._place = place
        self._texts: tuple[OwnText, ...] = texts_around(desk.session.record, place)
        self._layer = next(one.layer for one in self._texts if one.place == place)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"Who can read {quoted(label)}?")
        offered = {*layers_for(place), self._layer}
        self.choices = {layer: ReaderChoice(desk.theme, layer, self) for layer in Layer if layer in offered}
        self.compare = LinkButton(desk.theme, COMPARE)
        self.compare.clicked.connect(self._on_compare)
        self._rule = Rule(desk.theme)
        self.views = {
            level: IconLine(desk.theme, READER_ICONS[level], "", role=Role.META, token="ink2", wrap=True)
            for level in Layer
        }
        self._build(label)
        self.choices[self._layer].setChecked(True)
        self._show(self._layer.value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choices[self._layer].setFocus(Qt.FocusReason.PopupFocusReason)
        self.choices[self._layer].set_ring(True)

    def open(self) -> None:
        """Show it at the tag."""
        self._fit()
        self.show()

    def _build(self, label: str) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        side = theme.gap(14)
        column.setContentsMargins(side, theme.gap(12), side, theme.gap(14))
        column.setSpacing(theme.gap(4))
        column.addWidget(Label(theme, f"Who can read {quoted(label)}?", Role.LABEL, wrap=True))
        if self._desk.session.read_only:
            column.addWidget(Label(theme, READ_ONLY, Role.META, "ink2", wrap=True))
        for choice in self.choices.values():
            column.addWidget(choice)
            choice.looked_at.connect(self._show)
            choice.moved.connect(self._on_moved)
            choice.clicked.connect(self._on_clicked)
        self._ways = QWidget()
        FlowLayout(self._ways, gap=2).addWidget(self.compare)
        column.addWidget(self._ways)
        column.addWidget(self._rule)
        for view in (self._rule, *self.views.values()):
            view.hide()
        for view in self.views.values():
            column.addWidget(view)

    def _show(self, layer: str) -> None:
        """Show what would be seen with this layer; all three lines keep their room."""
        texts = with_layer(self._texts, self._place, Layer(layer))
        for level, view in self.views.items():
            view.setText(sees(level, sight(texts, level), self._place))
        for choice in self.choices.values():
            spoken = " ".join(view.text() for view in self.views.values()) if choice.layer.value == layer else ""
            choice.setAccessibleDescription(f"{reader_sentence(choice.layer)} {spoken}".strip())
        if self.isVisible():
            self._fit()

    def _on_compare(self) -> None:
        """What each reader would see of this activity, for the choice pointed at."""
        for part in (self._rule, *self.views.values()):
            part.show()
        self._ways.hide()
        focused = next((one for one in self.choices.values() if one.isChecked()), None)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _fit(self) -> None:
        """As high as the words need, and never lower than it was: it would jump under the pointer.

        Where the screen is too low it grows wider, and then leaves out what goes without saying: what you see.
        """
        screen = self._anchor.screen().availableGeometry()
        width, height = self._sized(WIDTH)
        if height > screen.height():
            width, height = self._sized(WIDE)
        if height > screen.height():
            self.views[Layer.PRIVATE].hide()
            width, height = self._sized(WIDE)
        if self.isVisible() and width == self.width():
            height = max(height, self.height())
        height = min(height, screen.height())
        if (width, height) != (self.width(), self.height()) or not self.isVisible():
            self.setFixedSize(width, height)
            place_below(self, self._anchor)

    def _sized(self, wanted: int) -> tuple[int, int]:
        width = min(round(self._desk.theme.px(wanted)), self._anchor.screen().availableGeometry().width())
        layout = self.layout()
        assert layout is not None
        return width, layout.totalHeightForWidth(width)

    def _on_moved(self, step: int) -> None:
        order = list(self.choices.values())
        focused = next((place for place, one in enumerate(order) if one.hasFocus()), 0)
        order[(focused + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        choice = self.sender()
        changed = isinstance(choice, ReaderChoice) and choice.layer is not self._layer
        self.close()
        if changed and isinstance(choice, ReaderChoice) and not self._desk.session.read_only:
            self.chosen.emit(choice.layer.value)
