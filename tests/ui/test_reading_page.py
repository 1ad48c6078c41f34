"""The reading log in the window: what is to read, what it is worth, and references from a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.importing_references import take_references
from otcpd.actions.pathway.readings import mark_read
from otcpd.domain.reading import ReadingKind, ReadingState, Reference
from otcpd.domain.reference_ids import DOI_LOOKS
from otcpd.ui.models.headed import ListHead
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.page import ReadingPage
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

RIS = """TY  - JOUR
AU  - Rowan, Eilidh
TI  - Rails and steps
JO  - Homes
PY  - 2024
DO  - 10.1177/rails
ER  -
TY  - BOOK
TI  - Enabling homes
AU  - Birch, Ian
ZZ  - what
"""


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def reading_page(opened: Opened) -> ReadingPage:
    page = opened.window.go_to("reading", "")
    assert isinstance(page, ReadingPage)
    return page


def shown(page: ReadingPage) -> list[str]:
    """What the list shows, heads included."""
    rows = page.pane.list.rows.entries()
    return [f"{one.text} {one.count}" if isinstance(one, ListHead) else one.title for one in rows]


def brought_in(opened: Opened, tmp_path: Path) -> ReadingPage:
    """The page after both references of a file came in."""
    page = reading_page(opened)
    path = tmp_path / "library.ris"
    path.write_text(RIS, encoding="utf-8")
    opened.desktop.files = [path]
    page.head.bring.click()
    dialog = page.bringing.dialog
    assert dialog is not None
    opened.qtbot.waitUntil(dialog.take.isVisible, timeout=SLOW)
    told = [row.title for row in dialog.list.rows.rows()]
    assert dialog.sentence.text() == (
        "‘library.ris’ has 2 references. Not everything was understood: see the end of the list."
    )
    assert told[:3] == ["New, 2", "Rowan (2024), ‘Rails and steps’", "Birch, ‘Enabling homes’"]
    assert told[3:] == ["Not understood, 2", "Its end (ER) is missing.", "The tag ‘ZZ’ is not known."]
    dialog.take.click()
    opened.qtbot.waitUntil(lambda: len(page.contents.rows) == 2, timeout=SLOW)
    opened.window.activateWindow()
    opened.qtbot.waitUntil(opened.window.isActiveWindow, timeout=SLOW)
    return page


def test_references_come_in_with_a_look_at_them_first(opened: Opened, tmp_path: Path) -> None:
    page = brought_in(opened, tmp_path)

    assert shown(page) == ["To read 2", "Enabling homes", "Rails and steps"]
    assert opened.toast == words.brought_in(2)
    opened.window.desk.session.undo()
    assert shown(page) == []
    assert page.pane.start.isVisible()


def test_a_reading_is_written_read_and_put_into_the_log(opened: Opened) -> None:
    page = reading_page(opened)
    page.pane.start.click()
    detail = page.side.detail
    assert QApplication.focusWidget() is detail.fields.title.editor
    opened.type("Rails and steps")
    opened.window.desk.session.flush()
    assert detail.title.text() == "Rails and steps"
    assert detail.citation.accessibleName() == "‘Rails and steps’ (no date)."
    detail.state.segment(ReadingState.READ).click()
    detail.linked.to_log.click()
    (entry,) = page.contents.rows.values()
    assert (entry.state, entry.read_on) == (ReadingState.READ, date(2026, 11, 21))
    assert opened.titles()[0] == "Read ‘Rails and steps’"
    assert [row.open.text() for row in detail.linked.rows] == ["Read ‘Rails and steps’, 21 November 2026"]
    detail.questions.use.click()
    assert detail.worth.text.text().startswith("What did they want to know?")
    assert not detail.questions.use.isVisible()
    detail.read_on.set_text("3 November 2026")
    detail.read_on.line.setModified(True)
    page.pane.list.delete_wanted.emit(entry.id)
    assert page.contents.rows == {}
    opened.window.desk.session.undo()
    assert page.contents.rows[entry.id].read_on == date(2026, 11, 3)  # it was read before it went


def test_the_kind_says_which_fields_there_are_and_numbers_are_looked_at(opened: Opened) -> None:
    page = reading_page(opened)
    page.start_new()
    fields = page.side.detail.fields
    forms = fields.forms

    def there() -> set[str]:
        return {name for name, form in forms.items() if form.isVisible()}

    assert {"container", "volume", "doi", "pmid"} <= there()
    assert "isbn" not in there()
    assert forms["container"].label.text() == "Journal"
    doi = fields.fields["doi"]
    doi.line.setFocus()
    opened.type("nonsense")
    opened.press(Qt.Key.Key_Tab)
    assert DOI_LOOKS in doi.control.accessibleDescription()
    doi.line.setFocus()
    doi.line.selectAll()
    opened.type("https://doi.org/10.1177/rails")
    opened.press(Qt.Key.Key_Tab)
    assert opened.record.readings.get(page.side.reading).reference.doi == "10.1177/rails"
    assert DOI_LOOKS not in doi.control.accessibleDescription()
    fields.kind.set_value(ReadingKind.BOOK)
    fields.kind.chosen.emit(ReadingKind.BOOK)
    assert {"isbn", "publisher", "edition"} <= there()
    assert not {"container", "volume", "pmid"} & there()


def test_the_list_filters_copies_and_forgets(opened: Opened, tmp_path: Path) -> None:
    page = brought_in(opened, tmp_path)
    rails = next(key for key, row in page.contents.rows.items() if row.title.startswith("Rails"))
    opened.window.desk.session.act(mark_read, rails)
    assert shown(page) == ["To read 1", "Enabling homes", "Read in 2026 1", "Rails and steps"]
    page.pane.states.segment(ReadingState.READ).click()
    assert shown(page) == ["Read in 2026 1", "Rails and steps"]
    page.pane.search.line.setFocus()
    opened.type("birch")
    opened.qtbot.waitUntil(page.pane.show_all.isVisible, timeout=SLOW)
    page.pane.show_all.click()
    assert len(shown(page)) == 4
    page.head.copy.click()
    assert opened.desktop.copied[-1].splitlines() == [
        "Birch, I. (no date) Enabling homes.",
        "Rowan, E. (2024) ‘Rails and steps’, Homes. Available at: https://doi.org/10.1177/rails.",
    ]
    page.show_thing(rails)
    page.pane.list.setFocus()
    opened.press(Qt.Key.Key_Delete)
    assert shown(page) == ["To read 1", "Enabling homes"]
    opened.window.desk.session.undo()
    assert len(shown(page)) == 4
    opened.desktop.place = tmp_path / "list.pdf"
    page.head.save_wanted.emit(".pdf")
    opened.qtbot.waitUntil(opened.desktop.place.exists, timeout=SLOW)


def test_five_thousand_readings_filter_within_a_frame_or_two(opened: Opened) -> None:
    page = reading_page(opened)
    many = [Reference(title=f"Work {number} on rails", authors="Rowan, E", year="2024") for number in range(5000)]
    opened.window.desk.session.act(take_references, many)
    assert shown(page)[0] == "To read 5000"
    page.pane.search.line.setFocus()
    opened.type("4999")
    opened.qtbot.waitUntil(lambda: len(shown(page)) == 2, timeout=SLOW)
    page.pane.search.clear()
