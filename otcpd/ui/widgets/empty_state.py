"""What a page shows while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.tile import IconTile


class EmptyState(QWidget):
    """An icon, "No sessions yet", what they are good for, and the page's own button if handed in."""

    def __init__(
        self,
        theme: Theme,
        picture: str,
        title: str,
        sentence: str,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(theme, title, Role.CARD_TITLE).head()
        self._sentence = Label(theme, sentence, Role.WHY, "ink2", wrap=True)
        self._sentence.setAlignment(centre)
        self._sentence.setMaximumWidth(theme.px(320))
        self._sentence.setMinimumWidth(theme.px(160))
        self._theme = theme
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(20), theme.gap(20), theme.gap(20), theme.gap(20))
        column.setSpacing(0)
        column.addWidget(IconTile(theme, picture), alignment=centre)
        column.addSpacing(theme.gap(14))
        column.addWidget(self._title, alignment=centre)
        column.addSpacing(theme.gap(4))
        # Aligned in the column itself, it would be as high as at the width of its hint.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 1000)
        row.addStretch(1)
        column.addLayout(row)
        if button is not None:
            column.addSpacing(theme.gap(10))
            column.addWidget(button, alignment=centre)

    def let_narrow(self) -> None:
        """It stands on a card, which may be narrower than its words would like."""
        self._sentence.setMinimumWidth(0)

    def scrolling(self) -> DownScroll:
        """Itself at the top of a place that may be lower: the words and the button are scrolled to."""
        # Aligned to the top, it would be as high as at the width of its hint, and its last line cut.
        self._column.addStretch(1)
        return DownScroll(self._theme, self)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else, for instance when a search finds nothing."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
