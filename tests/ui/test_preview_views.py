"""Previews: pages are drawn as they come into view, and what cannot be seen says why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.evidence import attach
from otcpd.actions.safety import erase
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText, read_evidence
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.preview.evidence_preview import EvidencePreview
from otcpd.ui.preview.page_places import PagePlaces
from otcpd.ui.preview.page_scroll import MOST_ZOOM
from otcpd.ui.preview.pages_view import PagesView
from otcpd.ui.preview.text_view import TextView
from otcpd.ui.theme.theme import Theme
from tests.exchange import samples
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.opened import SLOW
from tests.ui.seeing import Heard


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desk(
    qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock, answers: Answers
) -> Iterator[Desk]:
    made = make_desk(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path, clock, theme, announcer, answers)
    yield made
    clear_desk(made)


@pytest.fixture
def pages(qtbot: QtBot, desk: Desk) -> PagesView:
    view = PagesView(desk)
    qtbot.addWidget(view)
    view.resize(500, 500)
    view.show()
    return view


@pytest.fixture
def preview(qtbot: QtBot, desk: Desk) -> EvidencePreview:
    view = EvidencePreview(desk)
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    return view


class Settled:
    """Whether everything that is in view has been drawn."""

    def __init__(self, pages: PagesView) -> None:
        self._drawing = pages.sheets.drawing

    def now(self) -> bool:
        return self._drawing.idle and bool(self._drawing._kept)


def of(desk: Desk, path: Path) -> str:
    return attach(desk.session.record, "", path, read_evidence).evidence


def test_pages_are_drawn_as_they_come_into_view(qtbot: QtBot, pages: PagesView, heard: Heard, tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "long.pdf", *(f"Page {number}" for number in range(1, 31)))
    with qtbot.waitSignal(pages.shown, timeout=SLOW) as told:
        pages.show_file(path, "long.pdf")
    assert told.args == [30]
    assert pages.words == "Page 1 of 30"
    assert pages.sheets.accessibleName() == "Pages of ‘long.pdf’"
    assert pages.sheets.accessibleDescription() == "Page 1 of 30"
    qtbot.waitUntil(Settled(pages).now, timeout=SLOW)
    drawn = {part.page for part in pages.sheets.drawing._kept}
    assert 0 in drawn
    assert max(drawn) < 4
    tops = list(pages.sheets._places.tops)
    pages.take_focus()
    QTest.keyClick(pages.sheets, Qt.Key.Key_End)
    assert pages.words == "Page 30 of 30"
    assert "Page 30 of 30" in heard.sentences
    assert pages.sheets._places.tops == tops
    qtbot.waitUntil(_Drawn(pages, 29).now, timeout=SLOW)
    assert 15 not in {part.page for part in pages.sheets.drawing._kept}
    QTest.keyClick(pages.sheets, Qt.Key.Key_Home)
    assert pages.words == "Page 1 of 30"
    QTest.keyClick(pages.sheets, Qt.Key.Key_PageDown)
    assert pages.sheets.verticalScrollBar().value() > 0


class _Drawn:
    def __init__(self, pages: PagesView, page: int) -> None:
        self._drawing, self._page = pages.sheets.drawing, page

    def now(self) -> bool:
        return any(part.page == self._page for part in self._drawing._kept)


def test_pages_grow_and_keep_their_place(qtbot: QtBot, pages: PagesView, heard: Heard, tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "two.pdf", "One", "Two")
    with qtbot.waitSignal(pages.shown, timeout=SLOW):
        pages.show_file(path)
    pages.go_to(1)
    assert pages.sheets.page == 1
    pages.larger.click()
    assert pages.sheets.zoom == 1.25
    assert pages.sheets.page == 1
    assert pages.sheets.horizontalScrollBar().maximum() > 0
    assert "125% of the width" in heard.sentences
    pages.fit.click()
    assert pages.sheets.horizontalScrollBar().maximum() == 0
    centre = QPointF(100, 100)
    wheel = QWheelEvent(
        centre,
        centre,
        QPoint(),
        QPoint(0, 10_000),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pages.sheets.viewport(), wheel)
    assert pages.sheets.zoom == MOST_ZOOM
    qtbot.waitUntil(Settled(pages).now, timeout=SLOW)


def test_a_page_keeps_what_was_drawn_until_the_new_size_is_there(
    qtbot: QtBot, pages: PagesView, tmp_path: Path
) -> None:
    with qtbot.waitSignal(pages.shown, timeout=SLOW):
        pages.show_file(samples.pdf(tmp_path / "one.pdf", "One"))
    qtbot.waitUntil(Settled(pages).now, timeout=SLOW)
    before = len(pages.sheets.drawing._kept)
    pages.resize(700, 500)
    assert len(pages.sheets.drawing._kept) == before
    with qtbot.waitSignal(pages.sheets.drawing.drawn, timeout=SLOW):
        pass
    assert {part.width for part in pages.sheets.drawing._kept} == {
        pages.sheets._places.pixels_across(0, pages.sheets.devicePixelRatioF())
    }


def test_pages_never_overlap_and_never_exceed_the_view() -> None:
    places = PagePlaces(((595, 842), (842, 595), (1, 14_400), (14_400, 1)), 400, gap=10)
    for page in range(3):
        assert places.tops[page] + places.heights[page] <= places.tops[page + 1]
    assert max(places.widths) <= 400
    assert list(places.between(-100, 5)) == []
    assert list(places.between(0, places.height)) == [0, 1, 2, 3]
    small = PagePlaces(((160, 120),), 400, grow=False)
    assert small.widths == [160]
    parts = PagePlaces(((1000, 4000),), 2000).parts(0, 2.0, 0, 100_000)
    assert sum(part.rows for part in parts) == 16_000
    assert all(one.top + one.rows == other.top for one, other in pairwise(parts))


@pytest.mark.parametrize("make", [samples.locked_pdf, None], ids=["locked", "broken"])
def test_a_pdf_that_cannot_be_drawn_says_why(qtbot: QtBot, pages: PagesView, tmp_path: Path, make: object) -> None:
    path = tmp_path / "bad.pdf"
    if callable(make):
        make(path)
    else:
        path.write_bytes(b"%PDF-1.7 broken")
    with qtbot.waitSignal(pages.failed, timeout=SLOW):
        pages.show_file(path)
    assert pages.sheets.accessibleDescription() in (
        "This PDF has a password. Open it with another program to read it.",
        "This PDF cannot be read. Check whether another program opens it.",
    )


def test_each_kind_of_evidence_is_seen(qtbot: QtBot, desk: Desk, preview: EvidencePreview, tmp_path: Path) -> None:
    picture = tmp_path / "kitchen.png"
    picture.write_bytes(samples.picture("PNG"))
    mail = tmp_path / "letter.eml"
    mail.write_bytes(samples.mail())
    for path, view in (
        (samples.pdf(tmp_path / "leaflet.pdf", "Rails"), preview.pages),
        (picture, preview.image),
        (samples.docx(tmp_path / "case.docx", "A kitchen"), preview.text),
        (mail, preview.text),
    ):
        with qtbot.waitSignal(preview.shown, timeout=SLOW):
            preview.show_evidence(of(desk, path))
        assert view.isVisible()
        assert preview.why_not == ""
        assert preview.open_button.isVisible()
    qtbot.waitUntil(_Idle(preview.text).now, timeout=SLOW)
    assert "Thank you for the visit." in preview.text.editor.toPlainText()
    assert preview.text.editor.accessibleName() == "Text of ‘letter.eml’"


class _Idle:
    def __init__(self, text: TextView) -> None:
        self._text = text

    def now(self) -> bool:
        return not self._text.busy


def _says(preview: EvidencePreview, words: str) -> bool:
    return words in preview.why_not


def test_evidence_that_cannot_be_seen_says_why(
    qtbot: QtBot, desk: Desk, preview: EvidencePreview, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.bin"
    strange.write_bytes(bytes(range(256)) * 8)
    locked = samples.locked_pdf(tmp_path / "locked.pdf")
    for path, words in ((strange, "cannot be shown here"), (locked, "has a password")):
        preview.show_evidence(of(desk, path))
        qtbot.waitUntil(partial(_says, preview, words), timeout=SLOW)
        assert preview.save_button.isVisible()


def test_a_picture_whose_header_lies_says_so(
    qtbot: QtBot, desk: Desk, preview: EvidencePreview, tmp_path: Path
) -> None:
    liar = tmp_path / "liar.png"
    liar.write_bytes(samples.picture("PNG")[:-30])

    def well(_path: Path) -> EvidenceText:
        return EvidenceText(EvidenceKind.IMAGE, EvidenceState.READABLE)

    evidence = attach(desk.session.record, "", liar, well).evidence
    with qtbot.waitSignal(preview.image.shown, timeout=SLOW):
        preview.show_evidence(evidence)
    with qtbot.waitSignal(preview.image.sheets.drawing.failed, timeout=SLOW):
        pass
    assert preview.image.sheets.drawing.trouble(0) == "This picture seems to be broken."


def test_what_is_erased_goes_out_of_sight_and_off_this_computer(
    qtbot: QtBot, desk: Desk, preview: EvidencePreview, tmp_path: Path
) -> None:
    evidence = of(desk, samples.pdf(tmp_path / "leaflet.pdf", "Rails"))
    sha256 = desk.session.record.evidence.get(evidence).sha256
    with qtbot.waitSignal(preview.shown, timeout=SLOW):
        preview.show_evidence(evidence)
    copies = preview._fetching._copies
    copy = copies.ready(sha256)
    assert copy is not None
    desk.session.act(erase, evidence, None, "Names a service user")
    assert preview.why_not == "This file was erased for good."
    assert not copy.exists()
    assert not preview.open_button.isVisible()


def test_a_copy_is_opened_and_saved(
    qtbot: QtBot, desk: Desk, preview: EvidencePreview, answers: Answers, tmp_path: Path
) -> None:
    large = tmp_path / "notes.txt"
    large.write_bytes(b"words and words\n" * 200_000)
    answers.place = tmp_path / "out.txt"
    with qtbot.waitSignal(preview.shown, timeout=SLOW):
        preview.show_evidence(of(desk, large))
    preview.open_button.click()
    qtbot.waitUntil(_Opened(answers).now, timeout=SLOW)
    assert answers.opened[0].read_bytes() == large.read_bytes()
    preview.save_button.click()
    qtbot.waitUntil(answers.place.exists, timeout=SLOW)
    assert answers.place.read_bytes() == large.read_bytes()


class _Opened:
    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def now(self) -> bool:
        return bool(self._answers.opened)


def test_a_long_text_comes_in_pieces_and_stays_selected(qtbot: QtBot, theme: Theme) -> None:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.show()
    view.show_text("word " * 40_000, "long.txt")
    assert view.busy
    qtbot.waitUntil(_Idle(view).now, timeout=SLOW)
    assert view.editor.toPlainText().replace("\n", "") == "word " * 40_000
    view.editor.selectAll()
    assert view.editor.textCursor().hasSelection()
    view.clear()
    assert view.editor.toPlainText() == ""


def test_a_whole_page_comes_first_where_it_can_be_read(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "two.pdf", "One", "Two")
    view = PagesView(desk, begin_whole=True)
    qtbot.addWidget(view)
    view.resize(900, 800)
    view.show()
    with qtbot.waitSignal(view.shown, timeout=SLOW):
        view.show_file(path)
    assert view.sheets.zoom == view.sheets.whole_page() < 1
    assert view.sheets.page == 0
    view.fit.click()
    assert view.sheets.zoom == 1
    view.whole.click()
    assert view.sheets.zoom < 1
    view.clear()
    view.resize(500, 300)
    with qtbot.waitSignal(view.shown, timeout=SLOW):
        view.show_file(path)
    assert view.sheets.zoom == 1, "too small to be read"
    view.clear()
