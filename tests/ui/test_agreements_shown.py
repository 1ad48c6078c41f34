"""Agreements as cards and as rows: what they say, how keys open them, which form a place shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.domain.supervision import Agreement, SessionState
from otcpd.domain.supervision_schedule import schedule
from otcpd.ui.models.agreement_face import Pressing, standing
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.agreement_board import MOST_CARDS, AgreementBoard
from otcpd.ui.widgets.agreement_card import AgreementCard
from otcpd.ui.widgets.ledger import LEGEND, LedgerLegend
from tests.ui.seeing import Stage, description_of, has_colour, name_of, role_of
from tests.ui.supervision_support import TODAY, agreement, face, faces, session

PLANNED = SessionState.PLANNED


@pytest.mark.parametrize(
    ("made", "last", "booked", "text", "pressing"),
    [
        (agreement(), 40, 5, "Next: 26 November", Pressing.RUNNING),
        (agreement(), 58, None, "16 days late", Pressing.LATE),
        (agreement(), 43, 5, "1 day late. Next: 26 November", Pressing.LATE),
        (agreement(review=date(2026, 5, 3)), 30, None, "Review was due on 3 May", Pressing.REVIEW),
        (agreement(review=date(2025, 5, 3)), 30, None, "Review was due on 3 May 2025", Pressing.REVIEW),
        (agreement(ends=date(2026, 6, 4)), 200, None, "Ended 4 June", Pressing.ENDED),
        (agreement(agreed=None), 30, None, "Draft", Pressing.DRAFT),
        (agreement(agreed=None), 30, 5, "Draft. Next: 26 November", Pressing.DRAFT),
        (agreement(), 10, None, "Due by 23 December", Pressing.RUNNING),
        (agreement(ends=date(2026, 11, 30)), 10, None, "Nothing due", Pressing.RUNNING),
        (agreement(), 10, 50, "Next: 10 January", Pressing.RUNNING),
    ],
)
def test_how_it_stands(made: Agreement, last: int, booked: int | None, text: str, pressing: Pressing) -> None:
    sessions = [session(TODAY - timedelta(days=last))]
    sessions += [] if booked is None else [session(TODAY + timedelta(days=booked), PLANNED)]
    found = standing(made, schedule(made, sessions, TODAY), TODAY)
    assert (found.said, found.pressing) == (text, pressing)


def test_a_card_is_one_button_that_says_all(theme: Theme, stage: Stage) -> None:
    card = AgreementCard(theme, face("a", TODAY - timedelta(days=58)))
    opened: list[str] = []
    card.opened.connect(opened.append)
    stage.show(card, width=360)
    assert role_of(card) == QAccessible.Role.Button
    assert name_of(card) == "Professional, Fiona Alder, lead OT, OT, Every 6 weeks, 16 days late"
    assert "September 2026 1 held" in description_of(card)
    assert has_colour(card, theme.colour("warn"))
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert has_colour(card, theme.colour("focus"))
    assert opened == ["a", "a"]


def test_who_is_not_an_ot_is_told_in_a_word(theme: Theme) -> None:
    shown = [face("a", TODAY, by_ot=by_ot).chip for by_ot in (True, False, None)]
    assert shown == ["OT", "Not an OT", ""]


def test_pointing_at_a_month_tells_what_was_in_it(theme: Theme, stage: Stage) -> None:
    card = AgreementCard(theme, face("a", TODAY - timedelta(days=10)))
    stage.show(card, width=360)
    found = {card.month_at(QPointF(x, 90)) for x in range(0, 360, 4)}
    assert {month.letter for month in found if month is not None} == set("NDJFMASO")
    assert None in found
    assert card.month_at(QPointF(180, 5)) is None


@pytest.mark.parametrize(
    ("number", "width", "cards"),
    [(1, 300, True), (3, 1100, True), (4, 1132, True), (3, 700, False), (5, 1400, False), (20, 1400, False)],
)
def test_a_place_shows_cards_while_they_have_room(
    theme: Theme, stage: Stage, number: int, width: int, cards: bool
) -> None:
    board = AgreementBoard(theme)
    board.show_faces(faces(number))
    stage.show(board, width=width)
    assert [card.isVisible() for card in board.cards] == [cards] * min(number, len(board.cards))
    assert board.list.isVisible() is not cards
    assert len(board.cards) == (number if number <= MOST_CARDS else 0)


def test_rows_begin_with_what_is_longest_late_and_open_by_key(theme: Theme, stage: Stage) -> None:
    board = AgreementBoard(theme)
    shown = faces(20)
    board.show_faces(shown)
    opened: list[str] = []
    board.opened.connect(opened.append)
    stage.show(board, width=900)
    rows = board.list.rows
    assert [one.key for one in rows.model_of_rows.faces()][:3] == ["19", "18", "17"]
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened == ["18"]
    board.show_faces(shown[:-1])
    assert rows.model_of_rows.face(rows.currentIndex()) == shown[18]


def test_the_keyboard_stays_at_its_agreement_in_the_other_form(theme: Theme, stage: Stage) -> None:
    board = AgreementBoard(theme)
    board.show_faces(faces(3))
    stage.show(board, width=1100)
    board.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    board.resize(600, 400)
    rows = board.list.rows
    assert rows.hasFocus()
    current = rows.model_of_rows.face(rows.currentIndex())
    assert current is not None
    assert current.key == "1"
    board.resize(1100, 400)
    assert board.cards[1].hasFocus()


def test_cards_of_agreements_that_stay_are_kept(theme: Theme, stage: Stage) -> None:
    board = AgreementBoard(theme)
    board.show_faces(faces(3))
    stage.show(board, width=1100)
    kept = board.cards[2]
    board.show_faces([faces(3)[2], face("new", TODAY)])
    assert board.cards[0] is kept
    assert [card.face.key for card in board.cards] == ["2", "new"]


def test_the_legend_tells_the_marks_and_goes_on_below(theme: Theme, stage: Stage) -> None:
    legend = LedgerLegend(theme)
    stage.show(legend, width=600)
    assert name_of(legend) == ", ".join(word for _, word in LEGEND)
    assert legend.heightForWidth(200) > legend.heightForWidth(600)


def test_the_card_of_the_open_agreement_says_so(theme: Theme, stage: Stage) -> None:
    board = AgreementBoard(theme)
    board.show_faces(faces(3))
    stage.show(board, width=901)
    first, _, second = board.cards
    board.mark_open(second.face.key)
    assert (name_of(second), name_of(first)) == (f"{second.face.spoken}, open", first.face.spoken)
    assert has_colour(second, theme.colour("accent"))
    assert second.geometry().right() == board.width() - 1
    board.mark_open("")
    assert name_of(second) == second.face.spoken
