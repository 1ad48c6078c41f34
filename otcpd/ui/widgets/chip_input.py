"""Tags as chips, typed one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QListView, QSizePolicy, QWidget

from otcpd.ui import words
from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.dressing import dress
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_frame import FieldFrame, clear_ground
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.text_field import PlainLine


class Chip(PaintedButton):
    """One tag. A click on its cross, or Delete while it has the focus, takes it away."""

    removed = Signal()
    moved = Signal(int)
    """-1 or 1: the focus is to go to the neighbour."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setToolTip(words.remove_tag(text))
        self.setAccessibleDescription(words.REMOVE_TAG_HINT)

    def sizeHint(self) -> QSize:
        words_width = self.theme.width(Role.META_STRONG, self.text())
        wide = words_width + 2 * self.theme.gap(10) + self.theme.gap(7) + self.theme.px(14)
        return QSize(round(wide) + 1, max(32, self.theme.px(32)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def body(self) -> QRectF:
        height = self.theme.px(26)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        ground = "accent_line" if self.underMouse() else "accent_soft"
        rounded(painter, body, body.height() / 2, self.theme.colour(ground))
        painter.setFont(self.theme.font(Role.META_STRONG))
        painter.setPen(self.theme.colour("ink" if self.underMouse() else "accent"))
        painter.drawText(body.adjusted(self.theme.gap(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        size = self.theme.px(14)
        centre = QPointF(body.right() - self.theme.gap(10) - size / 2, body.center().y())
        icon(painter, self.theme, "close", "ink2", centre, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self.hasFocus():
            rounded(painter, self.body(), self.body().height() / 2, edge=self.theme.colour("focus"), width=2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() > self.width() - max(32, self.theme.px(32)) and self.rect().contains(
            event.position().toPoint()
        ):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChipInput(FieldFrame):
    """Tags in order, without doubles (upper and lower case are the same tag)."""

    changed = Signal(list)
    """The tags after a person added or removed one."""

    def __init__(self, theme: Theme, *, placeholder: str = words.ADD_TAG, parent: QWidget | None = None) -> None:
        self.line = PlainLine()
        self._chips: list[Chip] = []
        super().__init__(theme, self.line, parent=parent)
        self.line.setPlaceholderText(placeholder)
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6, stretch_last=True)
        self._row.addWidget(holder)
        self._flow.addWidget(self.line)
        clear_ground(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setWidget(self.line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offers = QListView()
        dress(self._offers, theme, Worn.POPUP)
        self._completer.setPopup(self._offers)
        self._completer.activated.connect(self._add)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_return)
        self.left.connect(self.commit)
        self.restyle()

    def tags(self) -> list[str]:
        """The tags in order."""
        return [chip.text() for chip in self._chips]

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these tags, without `changed`."""
        if list(tags) == self.tags():
            return
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        for tag in tags:
            self._append(tag)
        self._refit()

    def set_known(self, tags: Sequence[str]) -> None:
        """The tags to offer while someone types."""
        self._known.setStringList(list(tags))

    def offers(self) -> list[str]:
        """The known tags now on offer; empty while none are shown."""
        if not self._offers.isVisible():
            return []
        model = self._completer.completionModel()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.heightForWidth(max(self.width(), self.theme.px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.heightForWidth(max(self.width(), self.theme.px(160))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self._row.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._flow.heightForWidth(inner) + margins.top() + margins.bottom()

    def restyle(self) -> None:
        self.line.setFont(self.theme.font(Role.BODY))
        self.line.setFixedHeight(max(32, self.theme.px(32)))
        self.line.setMinimumWidth(self.theme.px(120))
        super().restyle()
        self._row.setContentsMargins(self.theme.gap(8), 4, self.theme.gap(8), 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._taken(event):
            return True
        return super().eventFilter(watched, event)

    def _taken(self, event: QKeyEvent) -> bool:
        if event.text() == ",":
            self.commit()
            return True
        at_start = self.line.cursorPosition() == 0 and not self.line.hasSelectedText()
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and at_start and self._chips:
            self._chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _on_edited(self, text: str) -> None:
        if "," in text:
            self.commit()
        elif text:
            self._completer.setCompletionPrefix(text)
            self._completer.complete()
        else:
            self._offers.hide()

    def _on_return(self) -> None:
        # The completer hands Enter to the line first, which would add what is typed instead of what is picked.
        picked = self._offers.currentIndex()
        if self.offers() and picked.isValid():
            self._add(str(picked.data()))
        else:
            self.commit()

    def commit(self) -> None:
        """Turn what is typed into tags now."""
        for part in self.line.text().split(","):
            self._add(part)
        self.line.clear()

    def _add(self, text: str) -> None:
        tag = " ".join(text.split()).removeprefix("#")
        self.line.clear()
        self._offers.hide()
        if tag and tag.casefold() not in {known.casefold() for known in self.tags()}:
            self._append(tag)
            self._refit()
            self.changed.emit(self.tags())

    def _append(self, tag: str) -> None:
        chip = Chip(self.theme, tag)
        chip.removed.connect(self._on_removed)
        chip.moved.connect(self._on_moved)
        self._flow.insert(len(self._chips), chip)
        chip.show()
        self._chips.append(chip)

    def _on_removed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and chip in self._chips:
            place = self._chips.index(chip)
            self._chips.remove(chip)
            self._focus(min(place, len(self._chips) - 1) if chip.hasFocus() and place else len(self._chips))
            self._drop(chip)
            self._refit()
            self.changed.emit(self.tags())

    def _on_moved(self, step: int) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._focus(max(0, self._chips.index(chip) + step))

    def _focus(self, place: int) -> None:
        target: QWidget = self._chips[place] if 0 <= place < len(self._chips) else self.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _refit(self) -> None:
        self._flow.invalidate()
        self.updateGeometry()
