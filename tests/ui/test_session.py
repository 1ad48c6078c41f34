"""The session: acting, hearing what changed, and texts that save themselves whatever the disk does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files
from otcpd.background import Worker
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable, OtcpdError, ReadOnly
from otcpd.record.engine import connect
from otcpd.record.record import Record
from otcpd.ui.autosave import PAUSE, SaveKind, SaveStatus
from otcpd.ui.background import Background
from otcpd.ui.session import Session
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import new_record, surroundings
from tests.ui.opened import SLOW, services_in
from tests.ui.seeing import Told


class Held:
    """A session with notes of what it said."""

    def __init__(self, record: Record, folder: Path, clock: FixedClock) -> None:
        self.background = Background(Worker())
        self.session = Session(record, services_in(folder, clock), self.background)
        self.changed, self.problems, self.states = Told(), Told(), Told()
        self.session.changed.connect(self.changed.note)
        self.session.problem.connect(self.problems.note)
        self.session.save_state.connect(self.states.note)

    def write(self, activity: str, text: str) -> None:
        key = ("activity", activity, "learning")
        save = activities.edit_activity
        self.session.write(key, "What I learnt", text, save, activity, "learning", text, typing=True)

    def kinds(self) -> list[SaveKind]:
        return [status.kind for status in self.states.values if isinstance(status, SaveStatus)]

    def end(self) -> None:
        self.session.autosave.forget()
        self.session.close()
        self.background.shutdown()
        self.background.deleteLater()
        self.session.deleteLater()


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Held]:
    made = Held(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path / "data", clock)
    yield made
    made.end()


def added(held: Held, title: str = "Journal club") -> str:
    made = held.session.act(_add, title)
    assert made is not None
    return made.new_id


def _add(record: Record, title: str) -> Changes:
    return activities.new_activity(record, title=title)


def learning(held: Held, activity: str) -> str:
    return held.session.record.activities.get(activity).learning


def test_acting_tells_what_changed(held: Held) -> None:
    activity = added(held)
    (changes,) = held.changed.values
    assert isinstance(changes, Changes)
    assert changes.of("activity") == {activity}
    assert held.session.undo_state.undo == "New activity"


def test_a_problem_for_people_is_told_and_nothing_comes_back(held: Held) -> None:
    activity = added(held)
    assert held.session.act(activities.edit_activity, activity, "minutes", -5) is None
    (problem,) = held.problems.values
    assert isinstance(problem, NotAcceptable)


def test_a_fault_of_ours_is_not_swallowed(held: Held) -> None:
    with pytest.raises(ZeroDivisionError):
        held.session.act(_stumble)


def _stumble(record: Record) -> Changes:
    raise ZeroDivisionError(record.path.name)


def test_a_text_waits_for_a_pause_and_then_saves_itself(held: Held, qtbot: QtBot) -> None:
    activity = added(held)
    held.write(activity, "Light")
    held.write(activity, "Lighting")
    assert learning(held, activity) == ""
    with qtbot.waitSignal(held.session.autosave.saved, timeout=SLOW):
        pass
    assert learning(held, activity) == "Lighting"
    assert held.session.saving == SaveStatus(SaveKind.SAVED, at="09:12")
    assert held.kinds()[-2:] == [SaveKind.SAVING, SaveKind.SAVED]


def test_actions_save_texts_that_wait_first(held: Held) -> None:
    activity = added(held)
    held.write(activity, "Lighting")
    held.session.act(activities.edit_activity, activity, "minutes", 60)
    assert learning(held, activity) == "Lighting"
    held.session.undo()
    assert held.session.record.activities.get(activity).minutes is None
    assert learning(held, activity) == "Lighting"


def test_undo_and_redo_go_through_a_spell_of_typing_as_one(held: Held) -> None:
    activity = added(held)
    for text in ("L", "Li", "Lighting"):
        held.write(activity, text)
        assert held.session.flush()
    held.session.undo()
    assert learning(held, activity) == ""
    held.session.redo()
    assert learning(held, activity) == "Lighting"


def test_closing_saves_what_waits(held: Held, tmp_path: Path, clock: FixedClock) -> None:
    activity = added(held)
    held.write(activity, "Last words")
    assert held.session.close()
    with files.open_to_read(tmp_path / "eilidh.otcpd", surroundings(clock, 9)) as record:
        assert record.activities.get(activity).learning == "Last words"


def test_slow_saves_space_out_and_quick_ones_come_together(held: Held) -> None:
    held.session.autosave.note_time_taken(400)
    assert held.session.autosave.pause == 8 * PAUSE
    held.session.autosave.note_time_taken(5)
    assert held.session.autosave.pause == PAUSE


def test_a_text_that_can_never_be_saved_is_told_and_not_tried_again(held: Held) -> None:
    activity = added(held)
    wrong = partial(activities.edit_activity, activity=activity, field="colour", value="red")
    held.session.write(("activity", activity, "colour"), "Colour", "red", wrong)
    assert held.session.flush()
    assert [type(problem) for problem in held.problems.values] == [NotAcceptable]
    assert held.session.autosave.drafts == ()


def test_the_search_index_is_brought_up_to_date_when_idle(held: Held, qtbot: QtBot) -> None:
    activity = added(held, "Xylophone therapy")

    def indexed() -> bool:
        return held.session.record.reader.value("SELECT count(*) FROM search_stale") in (0, None)

    qtbot.waitUntil(indexed, timeout=SLOW)
    assert held.session.record.search("xylo")["activity"] == {activity}


def test_a_file_open_for_reading_cannot_be_acted_on(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    with new_record(tmp_path / "eilidh.otcpd", clock) as first:
        activity = activities.new_activity(first, title="Journal club").new_id
        reading = files.open_as_possible(first.path, surroundings(clock, 8))
        held = Held(reading, tmp_path / "data", clock)
        assert held.session.read_only
        assert held.session.act(activities.delete_activity, activity) is None
        assert [type(problem) for problem in held.problems.values] == [ReadOnly]
        held.end()


@pytest.mark.small_disk
def test_a_full_disk_keeps_the_text_says_so_and_saves_later(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        held = Held(new_record(disk.folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
        activity = added(held)
        disk.fill()
        text = "What I learnt about hoists. " * 1200
        held.write(activity, text)
        with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_failed):
            pass
        assert held.session.saving.sentence == "Not saved. The disk is full. Your text is still here."
        assert not held.session.close()
        assert [draft.text for draft in held.session.autosave.drafts] == [text]
        disk.empty()
        with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_saved):
            pass
        assert learning(held, activity) == text
        held.end()


def _failed(status: SaveStatus) -> bool:
    return status.kind is SaveKind.FAILED


def _saved(status: SaveStatus) -> bool:
    return status.kind is SaveKind.SAVED


def test_another_program_in_the_way_is_waited_out(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    activity = added(held)
    other = connect(tmp_path / "eilidh.otcpd")
    other.execute("BEGIN EXCLUSIVE")
    held.write(activity, "Patience")
    assert not held.session.flush()
    assert held.session.saving.sentence.startswith("Not saved yet.")
    assert held.session.saving.sentence.endswith("Your text is still here.")
    other.execute("ROLLBACK")
    other.close()
    with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_saved):
        pass
    assert learning(held, activity) == "Patience"
    assert all(isinstance(problem, OtcpdError) for problem in held.problems.values)
