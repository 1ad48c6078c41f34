"""The type of an activity: chosen from the catalogue, or in words of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from otcpd.catalogue import Catalogue
from otcpd.domain.activity import Category
from otcpd.domain.words import quoted
from otcpd.ui.theme.dressing import dress
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.popup_place import place_below, room_beside
from otcpd.ui.widgets.text_field import TextField

LIST_LEAST = 320
"""The list is never narrower than this, at 100 %."""
_WHOLE = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive
USED_FIRST = 5
"""So many of the types that were used most stand before all others."""


class TypeField(TextField):
    """A line with a list below it. Enter takes the row that is highlighted there.

    Words that are in no list make a type of one's own once their row, Add "words", is taken.
    """

    chosen = Signal(str)
    """The code of a type of the catalogue, or one's own words; empty for none."""
    problem = Signal(str)
    """What to say below the field; empty once all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder="Choose or type", parent=parent)
        self._codes: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._types: list[str] = []
        self._used: Callable[[], Sequence[str]] = tuple
        self._rows: list[str] | None = None
        self._value = ""
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(12)
        self.offers = QListView()
        dress(self.offers, theme, Worn.POPUP)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self.offers)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._on_picked)
        self._opener = InsetButton(theme, "chevron", "Show the types", tab_stop=False)
        self._opener.clicked.connect(self.show_all)
        self.add_trailing(self._opener)
        self.line.textEdited.connect(self._on_typed)
        self.left.connect(self.commit)
        self.entered.connect(self._on_entered)

    def offer(
        self,
        catalogue: Catalogue,
        own: list[tuple[str, Category | None]],
        category: Category | None,
        used: Callable[[], Sequence[str]],
    ) -> None:
        """Offer the types of a category, or all of them: those used most come first, then one's own.

        `used` gives the types that were used most; it is asked when the list is opened.
        """
        mine = [name for name, under in own if category is None or under in (category, None)]
        types = catalogue.types_of(category) if category else tuple(catalogue.types.values())
        self._codes = {entry.label.casefold(): entry.code for entry in catalogue.types.values()}
        self._codes |= {name.casefold(): name for name, _under in own}
        self._labels = {entry.code: entry.label for entry in catalogue.types.values()}
        self._types = [*mine, *(entry.label for entry in types if entry.label not in mine)]
        self._used = used
        self._rows = None

    def load(self, code: str, *, fresh: bool) -> None:
        """Show a type; text being typed stays unless `fresh`."""
        if fresh or code != self._value:
            self._value = code
            self._show(code)
            self.line.setModified(False)
            self.problem.emit("")

    def commit(self) -> None:
        """Take what stands in the field, if it names a type."""
        typed = self._typed()
        if typed and typed != self._label(self._value) and typed.casefold() not in self._codes:
            where = f"Pick one from the list, or its row {_add_row(typed)}."
            self.problem.emit(f"{quoted(typed)} is not a type yet. {where}")
            return
        if typed != self._label(self._value):
            self._take(self._codes.get(typed.casefold(), typed))
        else:
            self.problem.emit("")

    def set_read_only(self, read_only: bool) -> None:
        """Without a way to the list: nothing could be picked there."""
        super().set_read_only(read_only)
        self._opener.setVisible(not read_only)

    def show_all(self) -> None:
        """Open the list, whatever is typed."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            if not self.line.isReadOnly():
                self.show_all()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> str:
        return " ".join(self.text().split())

    def _label(self, code: str) -> str:
        return self._labels.get(code, code)

    def _take(self, code: str) -> None:
        self.offers.hide()
        self.problem.emit("")
        before, self._value = self._value, code
        self._show(code)
        if code != before:
            self.chosen.emit(code)

    def _open(self, words: str) -> None:
        """Offer what holds these words; words that are no type yet get a row of their own at the end."""
        known = words.casefold() in self._codes or words == self._label(self._value)
        types = self._in_order()
        rows = types if known or not words else [*types, _add_row(words)]
        if rows != self._offered.stringList():
            self._offered.setStringList(rows)
        self._completer.setCompletionPrefix(words)
        self._completer.complete(self._popup_place())
        found = self._completer.completionModel()
        if words and not known and found.rowCount() == 1:
            self.offers.setCurrentIndex(found.index(0, 0))
        elif not words and self._typed() == self._label(self._value):
            self._point_at_present()
        self._fit_list(found.rowCount())

    def _point_at_present(self) -> None:
        """Have the list begin at the type that is there now."""
        found = self._completer.completionModel()
        same = found.match(found.index(0, 0), Qt.ItemDataRole.DisplayRole, self._typed(), 1, _WHOLE)
        if self._value and same:
            self.offers.setCurrentIndex(same[0])

    def _fit_list(self, rows: int) -> None:
        """As high as its rows with the list's own padding, which the completer leaves out, and as the room allows."""
        row = max(self.offers.sizeHintForRow(0), 1)
        around = self.offers.height() - self.offers.viewport().height()
        shown = min(rows, self._completer.maxVisibleItems(), max((room_beside(self) - around) // row, 1))
        width = min(self.offers.width(), self.screen().availableGeometry().width())
        self.offers.resize(width, shown * row + around)
        place_below(self.offers, self)
        self.offers.scrollTo(self.offers.currentIndex())

    def _in_order(self) -> list[str]:
        """What is offered, in its order."""
        if self._rows is None:
            offered = set(self._types)
            used = [label for label in map(self._label, self._used()) if label in offered]
            self._rows = [*used, *(label for label in self._types if label not in used)]
        return self._rows

    def _popup_place(self) -> QRect:
        """Below the whole field, and wide enough for the longest type."""
        left = self.line.mapFrom(self, QPoint(0, 0)).x()
        words = self.theme.metrics(Role.BODY)
        widest = max((words.horizontalAdvance(label) for label in self._offered.stringList()), default=0)
        width = max(self.width(), self.theme.px(LIST_LEAST), round(widest) + self.theme.gap(48))
        return QRect(left, 0, width, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _show(self, code: str) -> None:
        self.set_text(self._label(code))
        self._tell_whole()

    def _tell_whole(self) -> None:
        """A type too long for the field stands in its tooltip."""
        self.line.setToolTip(self.text() if self.line.is_cut() else "")

    def _on_typed(self, text: str) -> None:
        self.problem.emit("")
        self._open(" ".join(text.split()))

    def _on_entered(self) -> None:
        # The completer hands Enter to the line first, which would take what is typed instead of what is picked.
        picked = self.offers.currentIndex()
        if self.offers.isVisible() and picked.isValid():
            self._on_picked(str(picked.data()))
        else:
            self.offers.hide()
            self.commit()

    def _on_picked(self, label: str) -> None:
        typed = self._typed()
        self._take(typed if label == _add_row(typed) else self._codes.get(label.casefold(), label))


def _add_row(words: str) -> str:
    return f"Add {quoted(words)}"
