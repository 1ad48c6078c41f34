"""A whole export from the real window: chosen, drawn by the real worker, read from the card, copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from otcpd.actions.demo import demo
from otcpd.actions.evidence import attach
from otcpd.actions.export_choices import Originals, choose_most
from otcpd.actions.portfolio import edit_portfolio
from otcpd.exchange.evidence_text import read_evidence
from otcpd.ui.export.flow import Stage
from otcpd.ui.export.fold_line import FoldLine
from otcpd.ui.export.section_view import SectionView
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.widgets.icon_line import IconLine
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import Opened, opened_program
from tests.ui.seeing import name_of

LIMIT = 120_000


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    demo(tmp_path / "sample.otcpd", surroundings(clock), activities=40, today=clock.today()).close()
    with opened_program(qtbot, qapp, tmp_path / "own", clock) as made:
        made.open(tmp_path / "sample.otcpd")
        made.desktop.place = tmp_path / "out" / "profile.pdf"
        made.desktop.place.parent.mkdir()
        yield made


@pytest.fixture
def page(opened: Opened) -> PortfolioPage:
    page = opened.window.go_to("portfolio")
    assert isinstance(page, PortfolioPage)
    return page


def ready(page: PortfolioPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.flow.state.stage in (Stage.READY, Stage.FAILED), timeout=LIMIT)
    assert page.flow.state.stage is Stage.READY, page.flow.state.error


def section(page: PortfolioPage, title: str) -> list[str]:
    """The lines that stand under a title of the card."""
    (found,) = [one for one in page.panel.findChildren(SectionView) if name_of(one) == title and one.isVisible()]
    return [line.text().replace("\N{NO-BREAK SPACE}", " ") for line in found.findChildren(IconLine)]


def unfold(opened: Opened, page: PortfolioPage) -> None:
    """Open what is folded away, by keyboard."""
    (line,) = page.panel.findChildren(FoldLine)
    line.setFocus()
    opened.press(Qt.Key.Key_Return)


def heavy_pdf(path: Path, pages: int) -> Path:
    """Pages of about 700 KB each that no packing makes smaller."""
    from PIL import Image

    canvas = Canvas(str(path), invariant=1)
    for page in range(pages):
        noise = Image.frombytes("RGB", (480, 480), Random(page).randbytes(480 * 480 * 3))
        canvas.drawImage(ImageReader(noise), 72, 200, 400, 400)
        canvas.showPage()
    canvas.save()
    return path


def test_everything_by_keyboard_alone(opened: Opened, page: PortfolioPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.choices.head.setFocus()
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Space)
    for _ in ("annex on supervision", "annex with what she read", "Word copy"):
        opened.press(Qt.Key.Key_Tab)
        opened.press(Qt.Key.Key_Space)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Down)
    opened.ctrl(Qt.Key.Key_E)
    annexes = "an annex on supervision, an annex with what you read"
    chosen = f"In one PDF, with {annexes}, a Word copy and your evidence in a folder."
    assert page.panel.chosen.text() == chosen
    ready(page, qtbot)
    assert QApplication.focusWidget() is page.panel.open_it
    out = tmp_path / "out"
    assert sorted(path.name for path in out.iterdir()) == ["profile evidence", "profile.docx", "profile.pdf"]
    unfold(opened, page)
    lines = section(page, "What was made")
    assert lines[0].startswith("‘profile.pdf’, ")
    assert lines[1].startswith("‘profile.docx’, the Word copy, ")
    assert lines[2:] == ["‘profile evidence’, a folder with your evidence as files"]
    with pikepdf.open(out / "profile.pdf") as pdf:
        assert len(pdf.pages) > 15
    page.panel.open_it.setFocus()
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Return)
    assert opened.desktop.opened == [out / "profile.pdf", out]
    page.texts.open()
    page.texts.buttons()[2].setFocus()
    opened.press(Qt.Key.Key_Return)
    assert opened.desktop.copied[0].startswith("My learning in this period had two aims")
    assert opened.toast == "Copied. Paste it into HCPC’s form."


def test_a_second_export_leaves_what_came_beside_the_first(
    opened: Opened, page: PortfolioPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choices.word_copy.click()
    page.choices.originals[Originals.ZIP].click()
    out = tmp_path / "out"
    (out / "profile.docx").write_text("my own words")
    for _ in range(2):
        page.start_export()
        ready(page, qtbot)
        page.flow.put_away()
    assert sorted(path.name for path in out.iterdir()) == [
        "profile 2.docx",
        "profile 3.docx",
        "profile evidence 2.zip",
        "profile evidence.zip",
        "profile.docx",
        "profile.pdf",
    ]
    assert (out / "profile.docx").read_text() == "my own words"


def test_parts_lists_and_boxes_are_told(opened: Opened, page: PortfolioPage, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.window.desk.session
    activity = session.record.portfolios.current().chosen[0]
    odd = tmp_path / "drawing.dwg"
    odd.write_bytes(b"AC1032" + bytes(200))
    session.act(attach, activity, heavy_pdf(tmp_path / "heavy.pdf", 4), read_evidence, caption="Heavy")
    session.act(attach, activity, odd, read_evidence, caption="Plan of the ramp")
    portfolio = session.record.portfolios.current()
    cuneiform = "".join(map(chr, range(0x12000, 0x12009)))
    session.act(edit_portfolio, portfolio.id, "summary", f"{portfolio.summary} {cuneiform}")
    session.act(choose_most, 1_000_000)
    page.start_export()
    ready(page, qtbot)
    made = page.flow.state.made
    assert made is not None
    assert len(made.pdfs) > 2
    assert page.panel.title.text().startswith("Your PDF is made, in ")
    assert page.panel.open_it.text() == "Open the first part"
    unfold(opened, page)
    assert len(section(page, "What was made")) >= min(len(made.pdfs), 5)
    (told,) = section(page, "Listed, but not shown as pages")
    assert "Plan of the ramp. A kind of file that cannot be made into pages." in told
    boxes = section(page, "Printed as a box")
    assert len(boxes) == 5
    assert boxes[0].endswith("cuneiform sign a (U+12000)")
    (more,) = [
        one.more
        for one in page.panel.findChildren(SectionView)
        if name_of(one) == "Printed as a box" and one.isVisible()
    ]
    page.panel.away.setFocus()
    stops: list[QWidget | None] = []
    while QApplication.focusWidget() is not more and len(stops) < 12:
        opened.press(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[-1] is more
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert len(section(page, "Printed as a box")) == 9
    assert more.text() == "Show fewer"
    page.panel.open_it.click()
    assert opened.desktop.opened == [made.pdfs[0]]
