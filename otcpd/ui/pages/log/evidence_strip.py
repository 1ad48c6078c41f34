"""The evidence of the open activity: what is there, adding files, captions, opening and removing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions import evidence as actions
from otcpd.actions.readers import Place
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.evidence import Evidence
from otcpd.domain.layers import Layer
from otcpd.domain.words import quoted, tally
from otcpd.record.record import Record
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Desk, lead_to
from otcpd.ui.pages.log.evidence_chip import EvidenceChip
from otcpd.ui.pages.log.evidence_report import EvidenceReport
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.pages.log.intake_bar import IntakeBar
from otcpd.ui.pages.opened_copies import OpenedCopies
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag
from otcpd.ui.widgets.tab_order import tab_through
from otcpd.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from otcpd.ui.preview.preview_dialog import PreviewDialog

MOST_CHIPS = 24
"""Files of one activity that are on show; thousands would hold the window."""


class EvidenceStrip(QWidget):
    """Chips that wrap, and the button that adds files."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = desk.theme
        self._activity = ""
        self._shown: list[Evidence] = []
        self._numbers: dict[str, int] = {}
        self._captioned = ""
        self._before: QWidget | None = None
        self.chips: list[EvidenceChip] = []
        self._standing: Standing[PreviewDialog] = Standing()
        """What is open over the page; forgotten once it is closed."""
        self.intake = EvidenceIntake(desk.session)
        self.report = EvidenceReport(desk, self.intake)
        self.bar = IntakeBar(desk.theme, self.intake)
        self._copies = OpenedCopies.of(desk)
        self.add_button = Button(desk.theme, "Add evidence", icon="plus")
        self._none = Label(desk.theme, "No evidence", token="ink2")
        self._none.hide()
        self.rest = Label(desk.theme, "", Role.META, "ink2", wrap=True)
        self.rest.hide()
        if desk.session.read_only:
            self.add_button.hide()
        self.add_button.clicked.connect(self.choose)
        self._caption = TextField(desk.theme)
        self._caption_tag = ReaderTag(desk.theme, Layer.REGULATOR)
        self._caption_readers = ReaderBinding(desk, self._caption_tag, "Caption")
        self._caption_form = FormField(desk.theme, "Caption", self._caption, beside=self._caption_tag, hang=TAG_SPACE)
        self._caption_binding = TextBinding(desk.session, self._caption, "Caption")
        self._caption_form.hide()
        self._caption.entered.connect(self._close_caption)
        self._build()

    def load(self, activity: Activity) -> None:
        """Show the evidence of an activity."""
        if activity.id != self._activity:
            self._close_caption()
            self.report.load(activity.id)
            self.bar.load(activity.id)
        self._activity = activity.id
        listed = activity.evidence[:MOST_CHIPS]
        found = {piece.id: piece for piece in self._desk.session.record.evidence.some(listed)} if listed else {}
        shown = [found[entry] for entry in listed if entry in found]
        if shown != self._shown:
            self._shown = shown
            self._make_chips()
        rest = len(activity.evidence) - len(listed)
        self.rest.setText(f"and {tally(rest, 'file')} more, on the Evidence page")
        self.rest.setVisible(rest > 0)
        self._none.setVisible(self._desk.session.read_only and not shown)
        if self._captioned and self._captioned not in activity.evidence:
            self._close_caption()
        for piece in shown:
            if piece.id == self._captioned:
                self._bind_caption_tag(piece)

    def tab_after(self, before: QWidget) -> None:
        """Tab comes here from `before`."""
        self._before = before

    def set_numbers(self, numbers: dict[str, int]) -> None:
        """The numbers that the profile gives, by evidence id."""
        self._numbers = numbers
        for chip in self.chips:
            chip.set_number(numbers.get(chip.evidence.id))

    def choose(self) -> None:
        """Have files chosen and take them in."""
        if self._desk.session.read_only:
            return
        self._desk.desktop.choose_files(self, "Add evidence", "", self.take_in)

    def take_in(self, paths: list[Path]) -> None:
        """Take files in as evidence of the open activity."""
        if self._activity and not self._desk.session.read_only:
            self.intake.add(self._activity, paths)

    def menu_of(self, chip: EvidenceChip) -> ChoiceMenu:
        """What can be done with a piece."""
        menu = ChoiceMenu(self)
        piece = chip.evidence
        menu.offer("Preview", partial(self._preview, piece))
        menu.offer("Open", partial(self._copies.open, piece))
        menu.offer("Save a copy…", partial(self._copies.save, piece))
        if not self._desk.session.read_only:
            menu.offer("Edit the caption", partial(self._open_caption, piece))
            menu.offer("Remove from this activity", partial(self.remove, piece))
        return menu

    def _preview(self, piece: Evidence) -> None:
        from otcpd.ui.preview.preview_dialog import PreviewDialog  # most days nobody asks for it

        shown = PreviewDialog(self._desk, piece, self)
        shown.page_wanted.connect(self._on_page_wanted)
        self._standing.open(shown)

    def _on_page_wanted(self, evidence: str) -> None:
        lead_to(self, "evidence", evidence)

    @property
    def preview(self) -> PreviewDialog | None:
        """The dialog that shows a file, while one does."""
        return self._standing.dialog

    def remove(self, piece: Evidence) -> None:
        """Take a piece off the activity, with a way back."""
        session = self._desk.session
        if session.act(actions.remove_from_activity, self._activity, piece.id):
            text = f"{quoted(piece.caption.strip() or piece.name)} removed"
            self._desk.messages.offer_undo(text, session.undo, passing=True)

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(3))
        label = QHBoxLayout()
        label.setContentsMargins(RING_SPACE, 0, 0, 0)
        label.addWidget(Label(theme, "Evidence", Role.LABEL))
        column.addLayout(label)
        nothing = QHBoxLayout()
        nothing.setContentsMargins(RING_SPACE, 0, 0, 0)
        nothing.addWidget(self._none)
        column.addLayout(nothing)
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=2)
        self._flow.addWidget(self.add_button)
        column.addWidget(holder)
        column.addWidget(self.rest)
        for widget in (self.bar, self.report):
            inset = QHBoxLayout()
            inset.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
            inset.addWidget(widget)
            column.addLayout(inset)
        caption = QHBoxLayout()
        caption.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        caption.addLayout(Overhang(self._caption_form, fills=True, left=0, right=TAG_SPACE))
        column.addLayout(caption)

    def _make_chips(self) -> None:
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, piece in enumerate(self._shown):
            chip = EvidenceChip(self._theme, piece, self._numbers.get(piece.id))
            chip.clicked.connect(self._on_chip)
            chip.menu_wanted.connect(self._on_menu_wanted)
            chip.remove_wanted.connect(self._on_remove_wanted)
            self._flow.insert(place, chip)
            chip.show()
            self.chips.append(chip)
        if self._before is not None:
            tab_through(self._before, [*self.chips, self.add_button])
        if focused is not None:
            target: QWidget = self.chips[min(focused, len(self.chips) - 1)] if self.chips else self.add_button
            target.setFocus()
        self.updateGeometry()

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, EvidenceChip):
            self._preview(chip.evidence)

    def _on_menu_wanted(self) -> None:
        chip = self.sender()
        if isinstance(chip, EvidenceChip):
            self.menu_of(chip).open_below(chip)

    def _on_remove_wanted(self) -> None:
        chip = self.sender()
        if isinstance(chip, EvidenceChip) and not self._desk.session.read_only:
            self.remove(chip.evidence)

    def _open_caption(self, piece: Evidence) -> None:
        self._captioned = piece.id
        self._bind_caption_tag(piece)
        save = partial(_save_caption, evidence=piece.id)
        self._caption.line.setPlaceholderText(piece.name)
        self._caption_binding.bind(("evidence", piece.id, "caption"), piece.caption, save)
        self._caption_form.show()
        self._caption.line.setFocus()

    def _bind_caption_tag(self, piece: Evidence) -> None:
        self._caption_readers.bind(Place("evidence", piece.id, "caption"), piece.caption_layer)

    def _close_caption(self) -> None:
        self._captioned = ""
        if not self._caption_form.isHidden():
            self._desk.session.flush()
            if self._caption.line.hasFocus():
                self.add_button.setFocus()
            self._caption_form.hide()


def _save_caption(record: Record, text: str, evidence: str) -> Changes:
    return actions.edit_caption(record, evidence, text, typing=True)
