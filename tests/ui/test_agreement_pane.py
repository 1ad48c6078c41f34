"""The form of an agreement: what is typed saves itself, and what both agreed to stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.supervision.agreement_people import begin_agreement
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import Agreement, AgreementKind, Mode, Side
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.layout import WIDE
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.agreement_pane import AgreementPane
from otcpd.ui.pages.supervision.agreement_versions import AgreementVersions
from otcpd.ui.pages.supervision.agreement_wording import AgreementWording
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.ask_sheet import AskSheet
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.settings_support import fill_in


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    made = make_desk(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> AgreementPane:
    """A new agreement, open, that follows its file."""
    made = AgreementPane(desk)
    qtbot.addWidget(made)
    agreement = begin_agreement(desk.session.record).created[0]

    def follow(changes: Changes) -> None:
        if made.agreement is not None and changes.of("agreement"):
            made.load(made.agreement.id)

    desk.session.changed.connect(follow)
    made.resize(800, 900)
    made.apply_layout(WIDE)
    made.show()
    made.show_agreement(agreement)
    return made


def now(desk: Desk) -> Agreement:
    return desk.session.record.agreements.all()[0]


def person(record: Record, key: str | None) -> str:
    return next(one.name for one in record.people.all() if one.id == key)


def answer(pane: AgreementPane, typed: str) -> None:
    """Type a day into the sheet that asks for one, and press its button."""
    (sheet,) = (one for one in pane.findChildren(AskSheet) if one.isVisible())
    sheet.field.set_text(typed)
    sheet.act.click()
    QApplication.sendPostedEvents()


def test_an_agreement_every_six_weeks_is_written_agreed_and_changed(pane: AgreementPane, desk: Desk) -> None:
    record = desk.session.record
    fill_in(pane.who.other, "Fiona Alder")
    pane.who.by_ot.segment("yes").click()
    fill_in(pane.terms.often, "6 weeks")
    fill_in(pane.terms.minutes, "90 min")
    fill_in(pane.terms.start, "5 January 2026")
    fill_in(pane.terms.review, "5 Jan")
    fill_in(pane.terms.place, "Room 2")
    pane.terms.mine.click()
    found = now(desk)
    assert (person(record, found.supervisor), found.supervisor_is_ot) == ("Fiona Alder", True)
    terms = found.newest
    assert (terms.weeks_from, terms.every_weeks, terms.minutes, terms.place) == (None, 6, 90, "Room 2")
    assert (terms.start, terms.review_on) == (date(2026, 1, 5), date(2027, 1, 5))
    assert (terms.protected_supervisee, terms.protected_supervisor) == (True, False)
    assert pane.title.text() == "Professional supervision with Fiona Alder"

    pane.standing.agree.click()
    answer(pane, "12 January 2026")
    assert now(desk).newest.agreed_on == date(2026, 1, 12)
    assert pane.terms.often.line.isReadOnly()
    assert "agreed on 12 January 2026" in pane.standing.line.text()

    pane.standing.change.click()
    answer(pane, "1 December 2026")
    fill_in(pane.terms.often, "every month")
    pane.terms.mode.combo.setCurrentIndex(pane.terms.mode.combo.findData("video"))
    pane.terms.mode.combo.activated.emit(pane.terms.mode.combo.currentIndex())
    changed = now(desk)
    assert [one.every_weeks for one in changed.terms] == [6, 4]
    assert changed.newest.mode is Mode.VIDEO
    pane.versions.open()
    inside = pane.versions.inside
    assert isinstance(inside, AgreementVersions)
    inside.remove_wanted.emit(changed.newest.id)
    assert len(now(desk).terms) == 1


def test_the_wording_of_the_template_is_there_and_saves_itself(pane: AgreementPane, desk: Desk) -> None:
    pane.wording.open()
    inside = pane.wording.inside
    assert isinstance(inside, AgreementWording)
    assert inside.texts["confidentiality"].text()
    inside.texts["purpose"].setFocus()
    inside.texts["purpose"].editor.setPlainText("To think about my practice.")
    desk.session.flush()
    assert now(desk).newest.purpose == "To think about my practice."
    assert pane.wording.head.isChecked()


def test_whom_she_supervises_is_named_before_it_is_saved(pane: AgreementPane, desk: Desk) -> None:
    pane.who.side.segment(Side.SUPERVISES).click()
    assert now(desk).side is Side.SUPERVISED
    fill_in(pane.who.other, "Kirsty Linden")
    found = now(desk)
    assert found.side is Side.SUPERVISES
    assert person(desk.session.record, found.supervisee) == "Kirsty Linden"


def test_a_group_has_a_name_and_members(pane: AgreementPane, desk: Desk) -> None:
    kind = pane.who.kind.combo
    kind.setCurrentIndex(kind.findData(str(AgreementKind.PEER)))
    kind.activated.emit(kind.currentIndex())
    pane.who.side.segment(Side.PEERS).click()
    fill_in(pane.who.name, "Locality OTs")
    pane.who.members.line.setText("Callum Birch, Neil Holly")
    pane.who.members.commit()
    found = now(desk)
    assert (found.kind, found.side, found.name, len(found.members)) == (
        AgreementKind.PEER,
        Side.PEERS,
        "Locality OTs",
        2,
    )
    assert pane.title.text() == "Peer supervision with Locality OTs"


def test_it_ends_goes_on_and_is_renewed(pane: AgreementPane, desk: Desk) -> None:
    fill_in(pane.terms.start, "5 January 2026")
    pane.standing.end.click()
    answer(pane, "1 November 2026")
    assert now(desk).ends == date(2026, 11, 1)
    assert "Ended on 1 November 2026" in pane.standing.line.text()
    pane.standing.go_on.click()
    assert now(desk).ends is None
    opened: list[str] = []
    pane.agreement_wanted.connect(opened.append)
    pane.standing.end.click()
    answer(pane, "1 November 2026")
    pane.standing.renew.click()
    answer(pane, "1 December 2026")
    old, new = desk.session.record.agreements.all()
    assert (new.renews, new.starts, opened) == (old.id, date(2026, 12, 1), [new.id])


def test_what_is_not_clear_stays_in_its_field_with_the_reason(pane: AgreementPane, desk: Desk) -> None:
    fill_in(pane.terms.often, "now and then")
    assert "not clear" in pane.terms.often.doubt
    assert now(desk).newest.every_weeks == 6
    pane.terms.often.set_value(pane.terms.often.value())


def test_it_is_deleted_with_a_way_back(pane: AgreementPane, desk: Desk) -> None:
    pane.delete()
    assert desk.session.record.agreements.all() == []
    desk.session.undo()
    assert len(desk.session.record.agreements.all()) == 1


def test_a_draft_is_deleted_and_an_agreed_one_is_ended(pane: AgreementPane, desk: Desk) -> None:
    standing = pane.standing
    assert (standing.drop.isVisible(), standing.end.isVisible()) == (True, False)
    fill_in(pane.who.other, "Fiona Alder")
    assert (pane.terms.mine.text(), pane.terms.theirs.text()) == ("In my job plan", "In Fiona’s job plan")
    standing.agree.click()
    answer(pane, "21 November 2026")
    assert (standing.drop.isVisible(), standing.end.isVisible()) == (False, True)
    desk.session.undo()
    standing.drop.click()
    assert desk.session.record.agreements.all() == []
