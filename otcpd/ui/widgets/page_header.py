"""The head of a page: title, one plain sentence, at most one quiet and one filled button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn


class PageHeader(QWidget):
    """Title and fact below each other, or in one line where the window has little height and the line has room."""

    def __init__(self, theme: Theme, title: str, fact: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Label(theme, title, Role.PAGE_TITLE).head()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setAccessibleName(title)
        self.fact = Label(theme, fact, Role.BODY, "ink2", wrap=True)
        self._fact_fits = True
        self.back: LinkButton | None = None
        """The link to the page that this one belongs to; None where it stands by itself."""
        self._words = RowOrColumn(theme, gap=14, below=6)
        self._words.set_upright(True)
        self._words.add(self.title)
        self._words.add(self.fact, takes_rest=True)
        self._place = QWidget()
        self._buttons = FlowLayout(self._place, gap=theme.gap(10) - 2 * RING_SPACE)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._middle = QVBoxLayout()  # beside buttons that are higher
        self._middle.addStretch(1)
        self._middle.addLayout(self._words)
        self._middle.addStretch(1)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self._place)
        self.set_stacked(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_back(self, text: str, wanted: Callable[[], object]) -> None:
        """Put a quiet link above the title: back to the page that this one belongs to, which `text` names. `wanted` is
        called when it is chosen, and is a method of a widget."""
        if self.back is not None:
            return
        self.back = LinkButton(self._theme, text, "chevron-left", low=True)
        self.back.setAccessibleName(f"Back to {text}")
        self.back.clicked.connect(wanted)
        self._middle.insertLayout(1, Overhang(self.back))
        QWidget.setTabOrder(self.back, self.title)

    def add_button(self, button: Button) -> None:
        """Put a button at the right; the filled one comes last."""
        self._buttons.addWidget(button)

    def buttons_width(self) -> int:
        """How wide the buttons are together."""
        return self._buttons.sizeHint().width()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)
        self.title.setAccessibleName(title)

    def set_wrapping(self, wraps: bool) -> None:
        """A title that is longer than the window is wide goes on below."""
        self.title.set_wrap(wraps)

    def set_fact(self, sentence: str) -> None:
        """Change the sentence."""
        self.fact.setText(sentence)
        self.title.setAccessibleDescription(sentence)

    def set_one_line(self, one_line: bool, *, fact: bool = True) -> None:
        """Title and fact side by side where they fit, in the narrower type; without the `fact` where it never would."""
        self._fact_fits = fact
        self.fact.setVisible(fact)
        self.title.set_role(Role.PAGE_TITLE_NARROW if one_line else Role.PAGE_TITLE)
        self._words.set_upright(not one_line)
        self._middle.invalidate()

    def show_fact(self, wanted: bool) -> None:
        """Show the fact, as far as there is width for it; the title says it in any case when asked."""
        self.fact.setVisible(wanted and self._fact_fits)

    def set_stacked(self, stacked: bool) -> None:
        """Buttons below the words instead of beside them, and below each other where they do not fit."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        across = QSizePolicy.Policy.Preferred if stacked else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._place.setSizePolicy(policy)
        self._row.setAlignment(self._place, Qt.AlignmentFlag(0) if stacked else Qt.AlignmentFlag.AlignTop)

    def take_focus(self) -> None:
        """A new page puts the focus on its title, which has it read out."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)


def put_first(head: QWidget, place: QBoxLayout) -> None:
    """Let the head of a page be the first in `place`. The focus stays where it is in it."""
    if place.indexOf(head) >= 0:
        return
    focused = QApplication.focusWidget()
    place.insertWidget(0, head)
    head.show()
    if focused is not None and head.isAncestorOf(focused):
        focused.setFocus()
