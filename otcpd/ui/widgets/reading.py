"""Text to read, select and copy, not to change: headings and paragraphs of any number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_frame import clear_ground
from otcpd.ui.widgets.field_menu import open_field_menu

MARGIN = 2
"""Round the text, in pixels: the cursor has room there."""
MOST = 4_000
"""Characters of one passage that are laid out; of longer ones the start is shown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, in parts: each is a text and whether it stands out."""

    parts: tuple[tuple[str, bool], ...]
    role: Role = Role.BODY
    token: str = "ink"
    above: int = 0
    """Space before it, in pixels at 100 %."""


def heading(text: str, *, above: int = 14) -> Passage:
    """The label of a text."""
    return Passage(((text, False),), Role.LABEL, "ink", above)


def paragraph(text: str, *, token: str = "ink", role: Role = Role.BODY, above: int = 2) -> Passage:
    """A text; what is too long to be read here ends in a word about the rest."""
    return Passage(((start_of(text, MOST), False),), role, token, above)


def start_of(text: str, most: int) -> str:
    """A text, or its first words and how many more there are."""
    if len(text) <= most:
        return text
    start = text[:most].rsplit(None, 1)[0]
    return f"{start} … and {len(text.split()) - len(start.split()):,} more words"


class Reading(QTextEdit):
    """Shows passages. With `fits` it is as high as they are; else it scrolls."""

    def __init__(self, theme: Theme, name: str, *, fits: bool = False, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self._theme = theme
        self._fits = fits
        self._passages: tuple[Passage, ...] = ()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self.viewport().setAutoFillBackground(False)
        slim_bars(self, theme)
        clear_ground(self)
        theme.changed.connect(self._render)
        self.cursorPositionChanged.connect(self._follow)

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show these, from the start."""
        if tuple(passages) != self._passages:
            self._passages = tuple(passages)
            self._render()

    def sizeHint(self) -> QSize:
        if not self._fits:
            return super().sizeHint()
        return QSize(self._theme.px(320), round(self.document().size().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height() if self._fits else self._theme.px(44))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self.createStandardContextMenu(), event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _follow(self) -> None:
        """What it stands in scrolls with whoever goes through the text by the keys."""
        if not (self._fits and self.hasFocus()):
            return
        outer = self.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        inner = outer.widget() if isinstance(outer, QScrollArea) else None
        if isinstance(outer, QScrollArea) and inner is not None:
            place = self.mapTo(inner, self.cursorRect().center())
            outer.ensureVisible(place.x(), place.y(), 0, self._theme.line(Role.BODY))

    def _render(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for place, passage in enumerate(self._passages):
            block = QTextBlockFormat()
            block.setTopMargin(self._theme.gap(passage.above) if place else 0)
            block.setLineHeight(self._theme.line(passage.role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            if place:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            for text, strong in passage.parts:
                letters = QTextCharFormat()
                letters.setFont(self._theme.font(_STRONG.get(passage.role, passage.role) if strong else passage.role))
                letters.setForeground(self._theme.colour(passage.token))
                # A line break inside a text stays inside its block, and so does its space above.
                cursor.insertText(text.strip("\n").replace("\n", "\u2028"), letters)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.updateGeometry()


_STRONG = {Role.BODY: Role.BODY_STRONG, Role.WHY: Role.LABEL, Role.META: Role.META_STRONG}
