"""The texts of the profile, ready to be pasted into HCPC's online form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.actions.export_choices import export_choices
from otcpd.actions.profile import profile_content
from otcpd.domain.errors import OtcpdError
from otcpd.portfolio.copy_text import CopyBlock, copy_blocks
from otcpd.ui.export import texts_words as words
from otcpd.ui.export.folding_card import FoldingCard
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.words import TRY_AGAIN


class TextsCard(FoldingCard):
    """One row for each text: its name, how long it is, and the button that copies it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        theme = desk.theme
        super().__init__(theme, words.TITLE, RING_SPACE, parent=parent)
        self.head.set_fact(words.FACT)
        self._desk = desk
        self._rows: list[TextRow] = []
        self._roomy = False
        self.inside.setSpacing(theme.gap(12))
        introduction = Label(theme, words.INTRODUCTION, Role.WHY, "ink2", wrap=True)
        # Words stand in line with the buttons, which keep room for their rings.
        head = QVBoxLayout()
        head.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        head.addWidget(introduction)
        self.inside.addLayout(head)

    def buttons(self) -> list[Button]:
        """The buttons, in order."""
        return [row.button for row in self._rows]

    def show_blocks(self, blocks: Sequence[CopyBlock]) -> None:
        """Show these. Rows stay as long as they stand for the same texts, so that the focus does."""
        if [row.block.key for row in self._rows] != [block.key for block in blocks]:
            self._make_rows(blocks)
        for row, block in zip(self._rows, blocks, strict=True):
            row.show_block(block)

    def set_roomy(self, roomy: bool) -> None:
        """With room, buttons stand beside the words."""
        self._roomy = roomy
        for row in self._rows:
            row.set_roomy(roomy)

    def _make_rows(self, blocks: Sequence[CopyBlock]) -> None:
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [TextRow(self._theme, block) for block in blocks]
        for row in self._rows:
            row.set_roomy(self._roomy)
            row.button.clicked.connect(self._on_copy)
            self.inside.addWidget(row)

    def copy(self, key: str) -> None:
        """Put the text of this key onto the clipboard, and say so."""
        if not self._read_again():
            return
        row = next(row for row in self._rows if row.block.key == key)
        messages = self._desk.messages
        if not row.block.text:
            messages.say(words.nothing_to_copy(row.block), icon="info")
        elif self._desk.desktop.copy(row.block.text):
            messages.say(words.COPIED)
        else:
            messages.say(words.NOT_COPIED, icon="error")

    def _on_copy(self) -> None:
        self.copy(next(row.block.key for row in self._rows if row.button is self.sender()))

    def _read_again(self) -> bool:
        """What was typed a moment ago belongs to it; False if that could not be saved, or nothing read."""
        session = self._desk.session
        if not session.flush():
            self._desk.messages.offer(session.saving.sentence, TRY_AGAIN, session.flush)
            return False
        try:
            record = session.record
            content = profile_content(record, **export_choices(record).annexes)
        except OtcpdError as error:
            session.problem.emit(error)
            return False
        self.show_blocks(copy_blocks(content))
        return True


class TextRow(QWidget):
    """One text."""

    def __init__(self, theme: Theme, block: CopyBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.block = block
        self.counts = IconLine(theme, role=Role.WHY, wrap=True)
        self.button = Button(theme, words.copy_named(block.key), compact=True)
        self._plain = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        said = QVBoxLayout()
        said.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        said.setSpacing(theme.gap(2))
        said.addWidget(Label(theme, words.NAMES[block.key], Role.BODY_STRONG, wrap=True))
        said.addWidget(self._plain)
        said.addWidget(self.counts)
        self._row.addLayout(said, 1)
        self._row.addWidget(self.button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_roomy(False)

    def show_block(self, block: CopyBlock) -> None:
        """Show how long the text is now."""
        self.block = block
        said, over = words.counts(block), words.is_over(block)
        self._plain.setText(said)
        self._plain.setVisible(not over)
        self.counts.show_line("warn", said, "warn")
        self.counts.setVisible(over)
        self.setAccessibleName(f"{words.NAMES[block.key]}. {said}")
        self.button.setAccessibleDescription(said)

    def set_roomy(self, roomy: bool) -> None:
        """With room, the button stands beside the words instead of below."""
        direction = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(self._theme.gap(16 if roomy else 6) - RING_SPACE)
        side = Qt.AlignmentFlag.AlignVCenter if roomy else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self.button, side)
