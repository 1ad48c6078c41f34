"""What happens to a text that cannot be saved: told, kept, tried again, and lost only when it can never be saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from otcpd.domain.changes import Changes
from otcpd.domain.errors import DiskFull, FileDamaged, FileMissing, NotAcceptable, OtcpdError
from otcpd.ui.autosave import Autosave, Draft, SaveKind, SaveStatus
from tests.ui.opened import SLOW
from tests.ui.seeing import Told

SAVED = Changes("step", "Edit activity", {}, ())


class Store:
    """Where drafts go: notes what came, or raises what it is told to."""

    def __init__(self, ceiling: int = 5_000) -> None:
        self.texts: list[str] = []
        self.trouble: Exception | None = None
        self.autosave = Autosave(self._time, ceiling=ceiling)
        self.refused = Told()
        self.autosave.refused.connect(self.refused.note)

    def _time(self) -> str:
        return "09:12"

    def keep(self, text: str, field: str = "learning", save: Callable[[], Changes] | None = None) -> None:
        def usual() -> Changes:
            if self.trouble is not None:
                raise self.trouble
            self.texts.append(text)
            return SAVED

        self.autosave.keep(Draft(("activity", "a1", field), "What I learnt", text, save or usual))

    def waiting(self) -> list[str]:
        return [draft.text for draft in self.autosave.drafts]


@pytest.fixture
def store(qtbot: QtBot) -> Iterator[Store]:
    made = Store()
    yield made
    made.autosave.forget()
    made.autosave.deleteLater()


@pytest.mark.parametrize(
    "trouble",
    [
        FileMissing("There is no file ‘F:/cpd.otcpd’."),
        FileDamaged("‘cpd.otcpd’ is damaged: parts of it cannot be read."),
        DiskFull("Not saved. The disk is full."),
    ],
)
def test_a_text_is_kept_whatever_hinders_its_saving(store: Store, trouble: OtcpdError) -> None:
    store.trouble = trouble
    store.keep("Light matters more than rugs.")
    assert not store.autosave.flush()
    assert store.waiting() == ["Light matters more than rugs."]
    assert store.autosave.at_risk
    assert store.autosave.status.kind is SaveKind.FAILED
    assert store.autosave.status.sentence.startswith("Not saved")
    assert store.autosave.status.sentence.endswith("Your text is still here.")
    assert store.refused.values == []


def test_what_was_kept_is_tried_again_by_itself(store: Store, qtbot: QtBot) -> None:
    store.trouble = FileMissing("There is no file ‘F:/cpd.otcpd’.")
    store.keep("Light")
    assert not store.autosave.flush()
    store.trouble = None
    with qtbot.waitSignal(store.autosave.saved, timeout=SLOW):
        pass
    assert store.texts == ["Light"]
    assert store.autosave.status == SaveStatus(SaveKind.SAVED, at="09:12")
    assert store.autosave.problem is None


def test_after_a_refusal_nothing_is_being_saved_any_more(store: Store) -> None:
    store.trouble = NotAcceptable("A person has no field ‘colour’.")
    store.keep("red")
    assert store.autosave.flush()
    assert store.refused.values == [store.trouble]
    assert store.autosave.status == SaveStatus(SaveKind.NOTHING)
    store.trouble = None
    store.keep("Light")
    store.autosave.flush()
    store.trouble = NotAcceptable("A person has no field ‘colour’.")
    store.keep("red")
    store.autosave.flush()
    assert store.autosave.status == SaveStatus(SaveKind.SAVED, at="09:12")


def test_a_refusal_leaves_the_others_waiting(store: Store) -> None:
    store.trouble = DiskFull("Not saved. The disk is full.")
    store.keep("Light")
    assert not store.autosave.flush()
    store.trouble = NotAcceptable("No.")
    store.keep("red", "colour", save=_refuse)
    store.trouble = DiskFull("Not saved. The disk is full.")
    assert not store.autosave.flush()
    assert store.waiting() == ["Light"]
    assert store.autosave.status.kind is SaveKind.FAILED


def _refuse() -> Changes:
    raise NotAcceptable("No.")


def test_typing_without_a_pause_is_saved_all_the_same(qtbot: QtBot) -> None:
    store = Store(ceiling=900)

    def typed_on() -> bool:
        store.keep(f"Light {len(store.texts)}")
        return bool(store.texts)

    qtbot.waitUntil(typed_on, timeout=SLOW)
    store.autosave.forget()
    store.autosave.deleteLater()


def test_one_text_that_fails_holds_none_of_the_others_up(store: Store) -> None:
    def fail() -> Changes:
        raise FileDamaged("‘cpd.otcpd’ is damaged.")

    store.keep("Stuck", "why", save=fail)
    store.keep("Light")
    assert not store.autosave.flush()
    assert store.texts == ["Light"]
    assert store.waiting() == ["Stuck"]


def test_a_text_that_meets_a_fault_of_ours_is_kept_and_does_not_meet_it_again(store: Store) -> None:
    faults = []

    def stumble() -> Changes:
        faults.append(1)
        raise ZeroDivisionError

    store.keep("Stuck", "why", save=stumble)
    store.keep("Light")
    with pytest.raises(ZeroDivisionError):
        store.autosave.flush()
    assert store.autosave.status.sentence == (
        "Not saved. Something went wrong in otcpd itself. Your text is still here."
    )
    assert not store.autosave.flush()
    assert store.texts == ["Light"]
    assert store.waiting() == ["Stuck"]
    assert store.autosave.at_risk
    assert len(faults) == 1
    store.keep("Written anew", "why")
    assert store.autosave.flush()
    assert store.texts == ["Light", "Written anew"]
