"""Making and opening: one writer, readers beside it, and what a crash leaves."""

from __future__ import annotations

import shutil
from pathlib import Path, PureWindowsPath

import pytest
from sqlcipher3 import dbapi2

from otcpd.domain.errors import Busy, FileDamaged, FileInUse, NotAcceptable, ReadOnly
from otcpd.record import opening
from otcpd.record.engine import file_uri
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.processes import HOLD_OPEN, kill_in_mid_save, running, says
from tests.record.support import (
    NAME,
    NUMBER,
    add_activity,
    edit,
    found,
    make_file,
    new_record,
    sound,
    surroundings,
    type_text,
)


def beside(path: Path) -> list[str]:
    return sorted(other.name for other in path.parent.iterdir() if other != path)


def test_a_new_file_holds_its_person_and_one_portfolio(record: Record) -> None:
    owner = record.people.owner()
    assert (owner.name, owner.registration, owner.profession) == (NAME, NUMBER, "Occupational therapist")
    assert record.owner == owner.id
    assert record.portfolios.current().name == "HCPC profile"
    assert not record.read_only
    assert sound(record)


def test_closing_leaves_the_file_alone_in_its_folder(record: Record) -> None:
    add_activity(record)
    record.close()
    record.close()
    assert beside(record.path) == []


def test_what_is_there_is_not_overwritten(path: Path, around: Surroundings) -> None:
    path.write_bytes(b"something else")
    with pytest.raises(NotAcceptable, match="already a file"):
        opening.create(path, NAME, NUMBER, around)
    assert path.read_bytes() == b"something else"


def test_a_folder_that_is_not_there(tmp_path: Path, around: Surroundings) -> None:
    with pytest.raises(NotAcceptable, match="no folder"):
        opening.create(tmp_path / "gone" / "eilidh.otcpd", NAME, NUMBER, around)


@pytest.mark.parametrize("name", ["50% more?.otcpd", "a#b.otcpd", "Mòrag & Siân's.otcpd", "%41.otcpd"])
def test_any_name_will_do(tmp_path: Path, clock: FixedClock, around: Surroundings, name: str) -> None:
    path = tmp_path / name
    with make_file(path, surroundings(clock)) as made:
        add_activity(made)
    assert [other.name for other in tmp_path.iterdir()] == [name]
    with opening.open_for_writing(path, around) as again:
        assert len(again.activities.all()) == 1


def test_a_file_on_a_server_has_no_host_in_its_address() -> None:
    assert file_uri(PureWindowsPath(r"\\server\share\a b.otcpd")) == "file:////server/share/a%20b.otcpd"


def test_a_second_window_is_told_where_the_first_one_is(record: Record, around: Surroundings) -> None:
    with pytest.raises(FileInUse, match="another window on the computer ‘study-laptop’"):
        opening.open_for_writing(record.path, around)
    add_activity(record)
    assert sound(record)


def test_a_link_to_the_file_finds_the_same_lock(record: Record, around: Surroundings, tmp_path: Path) -> None:
    link = tmp_path / "link.otcpd"
    link.symlink_to(record.path)
    with pytest.raises(FileInUse):
        opening.open_for_writing(link, around)


def test_a_window_of_another_process_is_respected_until_it_closes(
    record: Record, around: Surroundings, clock: FixedClock
) -> None:
    record.close()
    with running(HOLD_OPEN, record.path) as other:
        assert says(other) == "open"
        with pytest.raises(FileInUse):
            opening.open_for_writing(record.path, around)
        with opening.open_as_possible(record.path, around) as reader:
            assert reader.read_only
            assert "another window" in reader.read_only_because
            assert [one.title for one in reader.activities.all()] == ["Written by the other window"]
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert says(other) == "closed"
    with opening.open_for_writing(record.path, around) as again:
        assert sound(again)


def test_no_lock_stays_in_the_way_after_a_crash(record: Record, around: Surroundings) -> None:
    record.close()
    with running(HOLD_OPEN, record.path) as other:
        assert says(other) == "open"
        other.kill()
        other.wait()
        with opening.open_for_writing(record.path, around) as again:
            assert [one.title for one in again.activities.all()] == ["Written by the other window"]
            assert sound(again)
    assert beside(record.path) == []


def test_a_reader_beside_the_writer_sees_each_save(record: Record, around: Surroundings) -> None:
    with opening.open_for_reading(record.path, around) as reader:
        activity = add_activity(record, "Journal club")
        assert [one.title for one in reader.activities.all()] == ["Journal club"]
        edit(record, activity, "title", "Reading group")
        assert [one.title for one in reader.activities.all()] == ["Reading group"]
        assert found(reader, "reading") == {activity}
        type_text(record, activity, "learning", "zebra")
        assert found(reader, "zebra") == {activity}


def test_a_reader_changes_nothing(record: Record, around: Surroundings) -> None:
    activity = add_activity(record, "Journal club")
    before = record.path.read_bytes()
    with opening.open_for_reading(record.path, around) as reader:
        for attempt in (
            reader.undo,
            reader.redo,
            lambda: add_activity(reader),
            lambda: reader.erase(activity, None, "a name"),
            lambda: reader.intake(record.path),
        ):
            with pytest.raises(ReadOnly):
                attempt()
        reader.search("journal")
        assert not reader.tidy()
    assert record.path.read_bytes() == before


def test_the_reason_for_reading_only_is_in_the_error(record: Record, around: Surroundings) -> None:
    with opening.open_as_possible(record.path, around) as reader, pytest.raises(ReadOnly, match="another window"):
        add_activity(reader)


def test_an_unfinished_save_is_rolled_back_on_opening_for_writing(record: Record, around: Surroundings) -> None:
    add_activity(record, "Saved")
    record.close()
    kill_in_mid_save(record.path)
    with opening.open_for_writing(record.path, around) as again:
        assert [one.title for one in again.activities.all()] == ["Saved"]
        assert sound(again)
        add_activity(again)
    assert beside(record.path) == []


def test_an_unfinished_save_is_rolled_back_on_opening_for_reading(record: Record, around: Surroundings) -> None:
    add_activity(record, "Saved")
    record.close()
    kill_in_mid_save(record.path)
    with opening.open_for_reading(record.path, around) as reader:
        assert [one.title for one in reader.activities.all()] == ["Saved"]
        assert sound(reader)


def test_the_journal_of_a_file_that_is_gone_does_not_spoil_a_new_one(record: Record, around: Surroundings) -> None:
    add_activity(record, "Saved")
    record.close()
    kill_in_mid_save(record.path)
    record.path.unlink()
    with opening.create(record.path, "Ash Alder", "OT000456", around) as new:
        assert sound(new)
        assert new.people.owner().name == "Ash Alder"
        assert new.activities.all() == []


def test_copies_of_one_file_are_opened_each_for_itself(record: Record, around: Surroundings) -> None:
    add_activity(record)
    copy = record.path.with_name("copy.otcpd")
    shutil.copyfile(record.path, copy)
    with opening.open_for_writing(copy, around) as other:
        add_activity(other)
        assert other.id == record.id
        assert len(record.activities.all()) == 1


def test_a_file_that_another_program_keeps_busy_says_so(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record, "Journal club")
    other = dbapi2.connect(str(record.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="Not saved yet"):
        edit(record, activity, "title", "Reading group")
    assert found(record, "journal") == {activity}, "a search goes on"
    other.execute("COMMIT")
    other.close()
    edit(record, activity, "title", "Reading group")
    assert record.activities.get(activity).title == "Reading group"
    assert sound(record)


def test_a_reader_that_is_slow_makes_a_save_wait_and_loses_nothing(record: Record) -> None:
    activity = add_activity(record, "Journal club")
    other = dbapi2.connect(str(record.path), isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM activity").fetchall()
    with pytest.raises(Busy):
        edit(record, activity, "title", "Reading group")
    other.execute("COMMIT")
    edit(record, activity, "title", "Reading group")
    other.close()
    assert sound(record)


def test_the_owner_must_be_there(record: Record, around: Surroundings) -> None:
    with record.gate.unjournaled() as connection:
        connection.execute("UPDATE record SET owner = 'nobody'")
    record.close()
    with pytest.raises(FileDamaged):
        opening.open_for_writing(record.path, around)
    assert beside(record.path) == []


def test_two_windows_that_open_at_once_do_not_both_get_in(path: Path, clock: FixedClock) -> None:
    new_record(path, clock).close()
    opened: list[Record] = []
    for seed in range(3, 8):
        try:
            opened.append(opening.open_for_writing(path, surroundings(clock, seed)))
        except FileInUse:
            continue
    assert len(opened) == 1
    opened[0].close()
