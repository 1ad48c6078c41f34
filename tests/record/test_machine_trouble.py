"""Full disks and folders that cannot be written to, on real mounts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from otcpd.domain.errors import DiskFull, ReadOnly
from otcpd.record import opening
from otcpd.record.backup import back_up, restore
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.mounts import Disk, small_disk
from tests.record.processes import kill_in_mid_save
from tests.record.support import (
    NAME,
    NUMBER,
    add_activity,
    attach,
    edit,
    found,
    new_record,
    sound,
    take_in,
    type_text,
)

pytestmark = pytest.mark.small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "stick") as mounted:
        yield mounted


@pytest.fixture
def on_disk(disk: Disk, clock: FixedClock) -> Iterator[Record]:
    """A CPD file on the small disk, open for writing, with one saved activity."""
    with new_record(disk.folder / "eilidh.otcpd", clock) as record:
        add_activity(record, "Saved")
        yield record


def large(folder: Path, size: int = 3 * 1024 * 1024) -> Path:
    path = folder / "scan.pdf"
    path.write_bytes(b"scan" * (size // 4))
    return path


def save_until_full(record: Record) -> int:
    """Saves activities until the disk is full; returns how many were acknowledged."""
    for saved in range(10_000):
        try:
            add_activity(record, f"Reading {saved}", learning="What falls teach us. " * 200)
        except DiskFull:
            return saved
    raise AssertionError("the disk never filled")


class TestFullDisk:
    def test_what_was_acknowledged_is_there_and_what_failed_left_nothing(self, on_disk: Record, disk: Disk) -> None:
        saved = save_until_full(on_disk)
        assert saved > 0
        assert len(on_disk.activities.all()) == saved + 1
        assert sound(on_disk)

    def test_a_save_says_so_and_goes_through_once_there_is_room(self, on_disk: Record, disk: Disk) -> None:
        (activity,) = on_disk.activities.all()
        disk.fill()
        text = "What falls teach us. " * 3000
        with pytest.raises(DiskFull, match="Not saved"):
            type_text(on_disk, activity.id, "learning", text)
        assert on_disk.activities.get(activity.id).learning == ""
        disk.empty()
        type_text(on_disk, activity.id, "learning", text)
        assert on_disk.activities.get(activity.id).learning == text
        assert sound(on_disk)

    def test_reading_and_searching_go_on(self, on_disk: Record, disk: Disk) -> None:
        (activity,) = on_disk.activities.all()
        disk.fill()
        assert found(on_disk, "saved") == {activity.id}
        assert on_disk.activities.all() == [activity]

    def test_attaching_leaves_nothing_half(self, on_disk: Record, disk: Disk, tmp_path: Path) -> None:
        (activity,) = on_disk.activities.all()
        with pytest.raises(DiskFull):
            attach(on_disk, activity.id, large(tmp_path))
        assert on_disk.evidence.all() == []
        assert sound(on_disk)

    def test_cancelling_on_a_full_disk_is_no_second_error(
        self, on_disk: Record, disk: Disk, tmp_path: Path, around: Surroundings
    ) -> None:
        intake = on_disk.intake(large(tmp_path))
        intake.step()
        with pytest.raises(DiskFull):
            intake.step()
        disk.fill()
        intake.cancel()
        on_disk.close()
        disk.empty()
        opening.open_for_writing(on_disk.path, around).close()
        assert on_disk.path.stat().st_size > 1024 * 1024, "dropping the bytes takes more room than there is"
        disk.enlarge()
        with opening.open_for_writing(on_disk.path, around) as again:
            while again.tidy():
                pass
            assert again.reader.value("SELECT count(*) FROM blob") == 0
            assert again.reader.value("SELECT count(*) FROM chunk") == 0
            assert sound(again)

    def test_attaching_goes_on_after_room_is_made(self, on_disk: Record, disk: Disk, tmp_path: Path) -> None:
        file = large(tmp_path, 1024 * 1024 + 5)
        disk.fill(leave=300_000)
        intake = on_disk.intake(file)
        with pytest.raises(DiskFull):
            intake.step()
        disk.empty()
        while intake.step():
            pass
        stored = intake.finish()
        assert b"".join(on_disk.evidence.content(stored.sha256)) == file.read_bytes()

    def test_a_backup_leaves_its_folder_as_it_was(
        self, on_disk: Record, disk: Disk, tmp_path: Path, clock: FixedClock
    ) -> None:
        folder = disk.folder / "backups"
        first = back_up(on_disk.path, folder, clock.now())
        take_in(on_disk, large(tmp_path, 300_000))
        disk.fill(leave=200_000)
        with pytest.raises(DiskFull):
            back_up(on_disk.path, folder, clock.now())
        assert [path.name for path in folder.iterdir()] == [first.path.name]
        assert sound(on_disk)

    def test_a_restore_leaves_the_file_as_it_was(
        self, on_disk: Record, disk: Disk, tmp_path: Path, clock: FixedClock
    ) -> None:
        made = back_up(on_disk.path, tmp_path / "backups", clock.now())
        on_disk.close()
        before = on_disk.path.read_bytes()
        disk.fill()
        with pytest.raises(DiskFull):
            restore(made.path, on_disk.path, clock.now())
        assert on_disk.path.read_bytes() == before
        assert sorted(path.name for path in disk.folder.iterdir()) == ["ballast", on_disk.path.name]

    @pytest.mark.parametrize("leave", [0, 20_000, 150_000])
    def test_a_new_file_is_there_whole_or_not_at_all(self, disk: Disk, around: Surroundings, leave: int) -> None:
        disk.fill(leave=leave)
        with pytest.raises(DiskFull):
            opening.create(disk.folder / "new.otcpd", NAME, NUMBER, around)
        assert [path.name for path in disk.folder.iterdir()] == ["ballast"]

    def test_the_file_can_still_be_read(self, on_disk: Record, disk: Disk, around: Surroundings) -> None:
        on_disk.close()
        disk.fill()
        with opening.open_as_possible(on_disk.path, around) as again:
            assert again.read_only
            assert "disk is full" in again.read_only_because
            assert [one.title for one in again.activities.all()] == ["Saved"]

    def test_erasing_says_so_and_can_be_done_again(self, on_disk: Record, disk: Disk) -> None:
        (activity,) = on_disk.activities.all()
        edit(on_disk, activity.id, "learning", "Quixworthy " * 2000)
        on_disk.search("quix")
        disk.fill()
        with pytest.raises(DiskFull):
            on_disk.erase(activity.id, "learning", "a name")
        disk.empty()
        on_disk.erase(activity.id, "learning", "a name")
        assert b"Quixworthy" not in on_disk.path.read_bytes()
        assert sound(on_disk)


class TestReadOnlyFolder:
    def test_the_file_opens_for_reading_and_says_why(self, on_disk: Record, disk: Disk, around: Surroundings) -> None:
        on_disk.close()
        disk.forbid_writing()
        with pytest.raises(ReadOnly):
            opening.open_for_writing(on_disk.path, around)
        with opening.open_as_possible(on_disk.path, around) as reader:
            assert reader.read_only
            assert "cannot be written to" in reader.read_only_because
            assert [one.title for one in reader.activities.all()] == ["Saved"]
            assert found(reader, "saved")
            assert sound(reader)
            with pytest.raises(ReadOnly, match="copy it to a folder of your own"):
                add_activity(reader)
        assert [path.name for path in disk.folder.iterdir()] == [on_disk.path.name]

    def test_an_unfinished_save_is_not_shown(
        self, record: Record, disk: Disk, around: Surroundings, clock: FixedClock
    ) -> None:
        add_activity(record, "Saved")
        record.close()
        kill_in_mid_save(record.path)
        path = disk.folder / record.path.name
        for name in (path.name, f"{path.name}-journal"):
            shutil.copyfile(record.path.with_name(name), disk.folder / name)
        before = {file.name: file.read_bytes() for file in disk.folder.iterdir()}
        disk.forbid_writing()
        with opening.open_as_possible(path, around) as reader:
            assert reader.read_only
            assert [one.title for one in reader.activities.all()] == ["Saved"]
            assert sound(reader)
            assert reader.path == path
        assert {file.name: file.read_bytes() for file in disk.folder.iterdir()} == before

    def test_a_crashed_file_copied_to_a_place_of_ones_own_is_whole(
        self, record: Record, disk: Disk, around: Surroundings
    ) -> None:
        add_activity(record, "Saved")
        record.close()
        kill_in_mid_save(record.path)
        for name in (record.path.name, f"{record.path.name}-journal"):
            shutil.copyfile(record.path.with_name(name), disk.folder / name)
        with opening.open_for_writing(disk.folder / record.path.name, around) as again:
            assert [one.title for one in again.activities.all()] == ["Saved"]
            assert sound(again)

    def test_nothing_is_made_there(
        self, record: Record, disk: Disk, around: Surroundings, clock: FixedClock, tmp_path: Path
    ) -> None:
        made = back_up(record.path, tmp_path / "backups", clock.now())
        disk.forbid_writing()
        with pytest.raises(ReadOnly):
            opening.create(disk.folder / "new.otcpd", NAME, NUMBER, around)
        with pytest.raises(ReadOnly):
            back_up(record.path, disk.folder, clock.now())
        with pytest.raises(ReadOnly):
            back_up(record.path, disk.folder / "backups", clock.now())
        with pytest.raises(ReadOnly):
            restore(made.path, disk.folder / "restored.otcpd", clock.now())
        assert list(disk.folder.iterdir()) == []

    def test_a_file_in_it_can_be_backed_up_elsewhere(
        self, on_disk: Record, disk: Disk, tmp_path: Path, clock: FixedClock, around: Surroundings
    ) -> None:
        on_disk.close()
        disk.forbid_writing()
        made = back_up(on_disk.path, tmp_path / "backups", clock.now())
        with opening.open_for_reading(made.path, around) as copy:
            assert [one.title for one in copy.activities.all()] == ["Saved"]


def test_a_file_with_an_unfinished_save_is_backed_up_from_where_nothing_may_be_written(
    record: Record, disk: Disk, tmp_path: Path, around: Surroundings, clock: FixedClock
) -> None:
    add_activity(record, "Saved")
    record.close()
    kill_in_mid_save(record.path)
    for name in (record.path.name, f"{record.path.name}-journal"):
        shutil.copyfile(record.path.with_name(name), disk.folder / name)
    disk.forbid_writing()
    made = back_up(disk.folder / record.path.name, tmp_path / "backups", clock.now())
    with opening.open_for_reading(made.path, around) as again:
        assert [one.title for one in again.activities.all()] == ["Saved"]
        assert sound(again)
