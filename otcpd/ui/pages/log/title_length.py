"""The sentence under a title that is too long for one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.quick_note import MOST_TITLE
from otcpd.domain.words import tally
from otcpd.ui.pages.log.title_field import TitleField
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_note import FieldNote
from otcpd.ui.widgets.label import Label


class TitleLength(Label):
    """Comes when a person leaves a title that is too long, and goes once it is short enough. The text stays hers."""

    def __init__(self, theme: Theme, title: TitleField, note: FieldNote, parent: QWidget | None = None) -> None:
        """`note` says something else about the title; the description of the field tells both."""
        super().__init__(theme, role=Role.META, token="warn", wrap=True, parent=parent)
        self._title, self._note = title, note
        self.hide()
        note.told.connect(self.look)
        title.left.connect(self.look)
        title.edited.connect(self._on_edited)

    def look(self) -> None:
        """Say what is the matter with the title as it stands, or nothing."""
        sentence = said_of(len(self._title.text()))
        self.setText(sentence)
        self.setVisible(bool(sentence))
        self._title.editor.setAccessibleDescription(" ".join(filter(None, (sentence, self._note.sentence()))))

    def _on_edited(self, _text: str) -> None:
        if not self.isHidden():
            self.look()


def said_of(length: int) -> str:
    """The sentence on a title of so many characters; empty where it reads well."""
    if length <= MOST_TITLE:
        return ""
    return (
        f"This is long for a title: {tally(length, 'character')}. All of it is kept. Up to {MOST_TITLE} read well;"
        " move the rest to ‘What it was’."
    )
