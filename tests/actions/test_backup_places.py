"""Where backups go: the usual folder, or one that the person chose for this computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otcpd.actions import safety
from otcpd.actions.backup_places import CHOSEN_FOLDERS, SETTINGS, backup_folders, prepare_folder
from otcpd.domain.errors import MachineSaidNo, NotAcceptable, ReadOnly
from otcpd.record.record import Record
from otcpd.ui.machine import MachineSettings
from tests.ports import FixedClock
from tests.record.mounts import small_disk

ID = "0a1b2c3d-0000-4000-8000-000000000000"


def test_the_usual_folder_and_chosen_ones(tmp_path: Path) -> None:
    data = tmp_path / "data"
    usual = data / "backups" / ID
    assert backup_folders(data, ID) == (usual,)
    machine = MachineSettings(data / SETTINGS)
    stick, share = tmp_path / "stick", tmp_path / "share"
    machine.note_backup_folders(ID, [share, stick, usual])
    machine.note_backup_folders("another", [stick])
    machine.save()
    assert backup_folders(data, ID) == (share, stick, usual)
    assert backup_folders(data, "another") == (stick, data / "backups" / "another")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"backup_folders": 3}', '{"backup_folders": {"x": [1]}}'])
def test_settings_that_cannot_be_read_cost_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / SETTINGS).write_text(text)
    assert backup_folders(tmp_path, "x") == (tmp_path / "backups" / "x",)


def test_a_chosen_folder_holds_one_of_its_own_for_each_file(tmp_path: Path) -> None:
    made = prepare_folder(tmp_path, ID)
    assert made == tmp_path / "otcpd backups 0a1b2c3d"
    assert list(made.iterdir()) == []
    assert prepare_folder(made, ID) == made
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(NotAcceptable, match="is not a folder"):
        prepare_folder(file, ID)


@pytest.mark.small_disk
def test_a_folder_without_write_rights_is_refused(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        disk.forbid_writing()
        with pytest.raises(ReadOnly):
            prepare_folder(disk.folder, ID)


def test_backups_never_go_where_a_stick_is_missing(record: Record, clock: FixedClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    folder = prepare_folder(stick, record.id)
    made = safety.back_up(record.path, folder, clock.now())
    gone = tmp_path / "pulled out"
    stick.rename(gone)
    with pytest.raises(MachineSaidNo, match="is not there"):
        safety.back_up(record.path, folder, clock.now())
    assert not stick.exists()
    assert safety.backups(folder, tmp_path / "usual") == []
    gone.rename(stick)
    assert safety.backups(folder, tmp_path / "usual") == [made]


def test_the_key_is_that_of_the_settings(tmp_path: Path) -> None:
    machine = MachineSettings(tmp_path / SETTINGS)
    machine.note_backup_folders(ID, [tmp_path])
    machine.save()
    assert json.loads((tmp_path / SETTINGS).read_text())[CHOSEN_FOLDERS] == {ID: [str(tmp_path)]}
