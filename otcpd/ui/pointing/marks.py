"""Underlines words in a text field without touching the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from otcpd.domain.pointed_words import PointedWords

MOST_MARKS = 100
"""Places that are underlined at most; painting more would be felt."""


class Marks:
    """The underlines of one editor. They move with the text while somebody types."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._cursors: dict[str, list[QTextCursor]] = {}
        """By the mark of the words."""

    def set_marks(self, pointed: Sequence[PointedWords], text: str, colour: QColor) -> None:
        """Underline these words in the editor's text, which is `text`; the colour is not alone: the line is dashed."""
        if not pointed and not self._cursors:
            return
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        looks.setUnderlineColor(colour)
        self._cursors = {}
        wide = len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
        selections: list[QTextEdit.ExtraSelection] = []
        for one in pointed:
            for start, end in one.places[: MOST_MARKS - len(selections)]:
                cursor = self._at(*(_qt_place(text, place) if wide else place for place in (start, end)))
                self._cursors.setdefault(one.mark, []).append(cursor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, looks
                selections.append(selection)
        self._editor.setExtraSelections(selections)

    def next_place(self, mark: str) -> QTextCursor | None:
        """The next place of these words behind the caret, or the first; None where they are not underlined."""
        places = self._cursors.get(mark, [])
        caret = self._editor.textCursor().selectionEnd()
        return next((one for one in places if one.selectionStart() >= caret), places[0] if places else None)

    def _at(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _qt_place(text: str, place: int) -> int:
    """Qt counts in UTF-16, where a picture such as an emoji is two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
