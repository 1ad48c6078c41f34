"""The file that is open: what it looks like, its caption, and where it is used."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.evidence import edit_caption
from otcpd.actions.readers import Place
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.evidence import Evidence
from otcpd.domain.layers import Layer, default_layer
from otcpd.domain.sizes import size_in_words
from otcpd.record.record import Record
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.evidence.used_in import UsedIn
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.preview.evidence_preview import EvidencePreview
from otcpd.ui.preview.kind_words import KINDS, STATES
from otcpd.ui.preview.names_in_file import NamesInFile
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.save_state import SaveState
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.sheet import Sheet
from otcpd.ui.widgets.tab_order import tab_stops
from otcpd.ui.widgets.text_field import TextField

PREVIEW, USE = "preview", "use"
FACES = ((PREVIEW, "Preview"), (USE, "Caption and use"))
CHOOSE = "Choose a file to see it here."


class EvidenceDetail(Ground):
    """One of two faces: what the file looks like; or its caption, its readers and the activities that use it."""

    back_wanted = Signal()
    remove_wanted = Signal()
    activity_wanted = Signal(str)
    use_wanted = Signal()
    take_out_wanted = Signal(str)
    elsewhere_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self._desk = desk
        self._layout = WIDE
        self.piece: Evidence | None = None
        theme = desk.theme
        self.back = Button(theme, "Back to the list", Kind.QUIET, icon="chevron-left", compact=True)
        self.title = Label(theme, "", Role.DETAIL_TITLE, wrap=True)
        self.meta = Label(theme, "", Role.META, "ink2", wrap=True)
        self.faces = SegmentedControl(theme, "Show of this file", list(FACES))
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, name="More for this file")
        self.preview = EvidencePreview(desk, with_copies=False)
        self.names = NamesInFile(desk, tab_stops(self.preview.text)[-1])
        self.preview.add_button(self.names.button)
        self.preview.add_below(self.names)
        self.nothing = Label(theme, CHOOSE, Role.WHY, "ink2", wrap=True)
        self._make_form()
        self._build()
        self.back.clicked.connect(self.back_wanted)
        self.faces.chosen.connect(self._show_face)
        self.more.clicked.connect(self._open_menu)
        self.used.open_wanted.connect(self.activity_wanted)
        self.used.add_wanted.connect(self.use_wanted)
        self.used.take_out_wanted.connect(self.take_out_wanted)

    @property
    def evidence(self) -> str:
        """The id of the piece that is open; empty for none."""
        return self.piece.id if self.piece is not None else ""

    def load(self, piece: Evidence | None) -> None:
        """Show a piece, or that none is chosen."""
        fresh = piece is None or piece.id != self.evidence
        if fresh:
            self.leave()
        self.piece = piece
        for widget in (self.title, self.meta, self._ways):
            widget.setVisible(piece is not None)
        can_change = not self._desk.session.read_only
        self.more.setVisible(piece is not None and (bool(piece.sha256) or can_change))
        self.nothing.setVisible(piece is None)
        self.names.load(piece)
        self._fit_faces()
        if piece is None:
            self.preview.clear()
            return
        self.title.setText(" ".join((piece.caption.strip() or piece.name).split()))
        about = (
            piece.name if piece.caption.strip() else "",
            KINDS[piece.kind],
            size_in_words(piece.size) if piece.sha256 else "erased",
            STATES[piece.state],
            f"added {long_day(piece.created.date())}",
        )
        self.meta.setText(", ".join(part for part in about if part))
        self._load_form(piece)
        if self.faces.value() == PREVIEW and self.isVisible():
            self.preview.show_evidence(piece.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_face(self, face: str) -> None:
        """Show what it looks like, or its caption and use."""
        self.faces.set_value(face)
        self._show_face(face)

    def take_focus(self) -> None:
        """Into the preview, or into the caption."""
        if self.piece is None:
            return
        if self.faces.value() == USE:
            self.caption.line.setFocus()
        else:
            self.preview.take_focus()

    def leave(self) -> None:
        """Another piece is about to be shown, or another page."""
        if self.caption.line.hasFocus():
            self.caption.left.emit()

    def wake(self) -> None:
        """It has come into sight: what is to be seen is read only now."""
        if self.piece is not None and self.faces.value() == PREVIEW:
            self.preview.show_evidence(self.piece.id)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        gap = self._desk.theme.gap
        self.back.setVisible(layout.one_pane)
        left = gap(layout.edge) if layout.one_pane else gap(24)
        right = gap(layout.edge)
        self._column.setContentsMargins(left - RING_SPACE, gap(14), right - RING_SPACE, gap(14))

    def make_menu(self) -> ChoiceMenu:
        """What can be done with the file, besides looking at it."""
        menu, piece = ChoiceMenu(self), self.piece
        if piece is not None and piece.sha256:
            menu.offer("Save a copy…", partial(self.preview.copies.save, piece))
        if piece is not None and not self._desk.session.read_only:
            menu.offer("Remove", self.remove_wanted.emit)
        return menu

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    # Building

    def _make_form(self) -> None:
        theme = self._desk.theme
        self.caption = TextField(theme)
        self.caption_tag = ReaderTag(theme, self._layer())
        self.file_tag = ReaderTag(theme, self._layer())
        self._caption_readers = ReaderBinding(self._desk, self.caption_tag, "Caption")
        self._file_readers = ReaderBinding(self._desk, self.file_tag, "The file")
        help_text = "Says what the file shows. Printed in your profile."
        self.form = FormField(
            theme, "Caption", self.caption, help_text=help_text, beside=self.caption_tag, hang=TAG_SPACE
        )
        self._binding = TextBinding(self._desk.session, self.caption, "Caption")
        self.saving = SaveState(theme, self._desk.announcer)
        self.saving.hide()
        self.saving.try_again.connect(self._desk.session.flush)
        self.saving.save_elsewhere.connect(self.elsewhere_wanted)
        self._desk.session.save_state.connect(self._on_save_state)
        self.used = UsedIn(self._desk)

    def _layer(self) -> Layer:
        return default_layer("evidence", "file")

    def _build(self) -> None:
        theme = self._desk.theme
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(HANG, theme.gap(6), HANG, theme.gap(12))
        form.setSpacing(theme.gap(14))
        form.addLayout(Overhang(self.form, fills=True, left=0, right=TAG_SPACE))
        form.addWidget(self.saving)
        readers = QHBoxLayout()
        readers.addWidget(Label(theme, "Who can read the file", Role.LABEL))
        readers.addStretch(1)
        readers.addLayout(Overhang(self.file_tag, left=0, right=TAG_SPACE))
        form.addLayout(readers)
        form.addLayout(Overhang(self.used, fills=True))
        form.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        words.setSpacing(theme.gap(2))
        for label in (self.title, self.meta, self.nothing):
            words.addWidget(label)
        self._ways = QWidget()
        outer = QHBoxLayout(self._ways)
        outer.setContentsMargins(RING_SPACE, 0, 0, 0)
        faces = QWidget()
        beside = QHBoxLayout(faces)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.faces)
        beside.addStretch(1)
        ways = RowOrColumn(theme, gap=4, below=4)
        ways.add(faces, takes_rest=True)
        ways.add(self.more)
        outer.addLayout(ways)
        inner = Sheet(theme, "surface")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(theme.gap(12))
        self._column.addWidget(self.back)
        self._column.addLayout(words)
        self._column.addWidget(self._ways)
        self._column.addWidget(self.preview, 1)
        self._column.addLayout(Overhang(self._form, fills=True, left=HANG - RING_SPACE, right=HANG - RING_SPACE), 1)
        self._column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(DownScroll(theme, inner))

    def _load_form(self, piece: Evidence) -> None:
        self.caption.line.setPlaceholderText(piece.name)
        save = partial(_save_caption, evidence=piece.id)
        self._binding.bind(("evidence", piece.id, "caption"), piece.caption, save)
        self._caption_readers.bind(Place("evidence", piece.id, "caption"), piece.caption_layer)
        self._file_readers.bind(Place("evidence", piece.id, "file"), piece.layer)
        self.used.load(piece)

    def _on_save_state(self, status: SaveStatus) -> None:
        self.saving.setVisible(status.kind is not SaveKind.NOTHING)
        if status.kind is SaveKind.FAILED:
            self.saving.show_failed(status.sentence)
        elif status.kind is SaveKind.SAVING:
            self.saving.show_saving()
        elif status.kind is SaveKind.SAVED:
            self.saving.show_saved(status.at)
        else:
            self.saving.show_nothing()

    def _show_face(self, _face: str) -> None:
        self._fit_faces()
        self.wake()

    def _fit_faces(self) -> None:
        seen = self.faces.value() == PREVIEW
        self.preview.setVisible(self.piece is not None and seen)
        self._form.setVisible(self.piece is not None and not seen)


def _save_caption(record: Record, text: str, evidence: str) -> Changes:
    return edit_caption(record, evidence, text, typing=True)
