"""The type of an activity: chosen from the catalogue, or in words of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from otcpd.catalogue import Catalogue
from otcpd.domain.activity import Category
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.text_field import TextField


class TypeField(TextField):
    """A line with a list below it. Down opens the list; words that are not in it make a type of one's own."""

    chosen = Signal(str)
    """The code of a type of the catalogue, or one's own words; empty for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder="Choose or type", parent=parent)
        self._codes: dict[str, str] = {}
        self._value = ""
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(12)
        popup = QListView()
        popup.setProperty("popup", True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(popup)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._on_picked)
        opener = InsetButton(theme, "chevron", "Show the types", tab_stop=False)
        opener.clicked.connect(self.show_all)
        self.add_trailing(opener)
        self.line.textEdited.connect(self._on_typed)
        self.left.connect(self.commit)
        self.entered.connect(self.commit)

    def offer(self, catalogue: Catalogue, own: list[tuple[str, Category | None]], category: Category | None) -> None:
        """Offer the types of a category, or all of them; one's own come first."""
        mine = [name for name, under in own if category is None or under in (category, None)]
        types = catalogue.types_of(category) if category else tuple(catalogue.types.values())
        self._codes = {entry.label.casefold(): entry.code for entry in catalogue.types.values()}
        self._labels = {entry.code: entry.label for entry in catalogue.types.values()}
        labels = [*mine, *(entry.label for entry in types if entry.label not in mine)]
        if labels != self._offered.stringList():
            self._offered.setStringList(labels)

    def load(self, code: str, *, fresh: bool) -> None:
        """Show a type; text being typed stays unless `fresh`."""
        if fresh or code != self._value:
            self._value = code
            self._show(code)
            self.line.setModified(False)

    def commit(self) -> None:
        """Take what stands in the field."""
        typed = " ".join(self.text().split())
        code = self._codes.get(typed.casefold(), typed)
        if code != self._value:
            self._value = code
            self._show(code)
            self.chosen.emit(code)

    def show_all(self) -> None:
        """Open the list, whatever is typed."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._completer.setCompletionPrefix("")
        self._completer.complete(self._popup_place())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.show_all()
            return True
        return super().eventFilter(watched, event)

    def _popup_place(self) -> QRect:
        """Below the whole field, and wide enough for the longest type."""
        left = self.line.mapFrom(self, QPoint(0, 0)).x()
        words = self.theme.metrics(Role.BODY)
        widest = max((words.horizontalAdvance(label) for label in self._offered.stringList()), default=0)
        width = max(self.width(), round(widest) + self.theme.gap(48))
        return QRect(left, 0, width, self.height())

    def _show(self, code: str) -> None:
        label = self._labels.get(code, code)
        self.set_text(label)
        self.line.setToolTip(label)

    def _on_typed(self, text: str) -> None:
        self._completer.setCompletionPrefix(text)
        self._completer.complete(self._popup_place())

    def _on_picked(self, label: str) -> None:
        self.line.setText(label)
        self.commit()
