"""The session when the machine says no: a full disk, a stick pulled out, and what is tidied away in idle moments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otcpd.actions import activities
from otcpd.domain.errors import DiskFull
from otcpd.record.blobs import CHUNK
from otcpd.record.record import Record
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.pages.log.intake import EvidenceIntake
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import new_record, reopened, take_in
from tests.ui.opened import SLOW
from tests.ui.test_session import Held, added, learning


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Held]:
    folder = tmp_path / "stick"
    folder.mkdir()
    made = Held(new_record(folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
    yield made
    made.end()


@pytest.mark.small_disk
def test_nothing_is_done_past_a_text_that_could_not_be_saved(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        held = Held(new_record(disk.folder / "eilidh.otcpd", clock), tmp_path / "data", clock)
        activity = added(held)
        disk.fill(leave=60_000)
        held.write(activity, "What I learnt about hoists. " * 4_000)
        assert held.session.act(activities.edit_activity, activity, "minutes", 60) is None
        assert [type(problem) for problem in held.problems.values] == [DiskFull]
        assert held.session.record.activities.get(activity).minutes is None
        assert held.session.undo() is None
        assert held.session.record.activities.all() != []
        disk.empty()
        assert held.session.act(activities.edit_activity, activity, "minutes", 60) is not None
        assert learning(held, activity).startswith("What I learnt about hoists.")
        held.end()


def test_a_stick_that_is_pulled_out_loses_no_text(held: Held, qtbot: QtBot) -> None:
    activity = added(held)
    stick = held.session.record.path.parent
    stick.rename(stick.with_name("elsewhere"))
    held.write(activity, "Light matters more than rugs.")
    assert not held.session.flush()
    assert held.session.saving.kind is SaveKind.FAILED
    assert not held.session.close()
    assert held.problems.values == []
    stick.with_name("elsewhere").rename(stick)
    with qtbot.waitSignal(held.session.save_state, timeout=SLOW, check_params_cb=_saved):
        pass
    assert learning(held, activity) == "Light matters more than rugs."


def _saved(status: SaveStatus) -> bool:
    return status.kind is SaveKind.SAVED


def chunks(record: Record) -> int:
    return int(record.reader.value("SELECT count(*) FROM chunk"))


def has_no_chunks(record: Record) -> bool:
    return chunks(record) == 0


def is_indexed(record: Record) -> bool:
    return not record.reader.value("SELECT count(*) FROM search_stale")


def test_what_a_given_up_file_left_is_swept_when_idle(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    activity = added(held)
    record = held.session.record
    qtbot.waitUntil(partial(is_indexed, record), timeout=SLOW)
    film = tmp_path / "film.bin"
    film.write_bytes(bytes(20 * CHUNK))
    intake = EvidenceIntake(held.session)
    intake.add(activity, [film])
    qtbot.waitUntil(lambda: chunks(record) >= 15, timeout=SLOW)
    intake.cancel()
    assert chunks(record) > 0
    qtbot.waitUntil(partial(has_no_chunks, record), timeout=SLOW)


def test_what_a_crash_left_is_swept_after_opening(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    film = tmp_path / "film.bin"
    film.write_bytes(bytes(20 * CHUNK))
    record = new_record(tmp_path / "eilidh.otcpd", clock)
    take_in(record, film)
    held = Held(reopened(record, clock), tmp_path / "data", clock)
    assert chunks(held.session.record) > 0
    qtbot.waitUntil(partial(has_no_chunks, held.session.record), timeout=SLOW)
    held.end()
