"""Where the backups of a CPD file are kept: in the program's own folder, or where the person wants them.

The choice holds for this computer only, so it stands in the settings of the machine. Copies made before a
change of folder stay where they are and stay valid.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from otcpd.disk import machine_errors, whole_file
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.domain.plain_values import read_json

SETTINGS = "settings.json"
"""The settings of this machine, in the program's own folder."""
CHOSEN_FOLDERS = "backup_folders"
"""Their key for the folders that people chose: by record id, the newest choice first."""

_OURS = "otcpd backups "
"""How the folder inside a chosen folder is called, before the first letters of the record id."""
_LETTERS = 8


def usual_folder(data_folder: Path, record_id: str) -> Path:
    """Where, in the program's own folder, the backups of the CPD file with this record id are kept."""
    return data_folder / "backups" / record_id


def backup_folders(data_folder: Path, record_id: str) -> tuple[Path, ...]:
    """Every folder that may hold backups of the CPD file with this record id; new ones go to the first."""
    return with_usual(_remembered(data_folder / SETTINGS, record_id), usual_folder(data_folder, record_id))


def with_usual(chosen: list[Path], usual: Path) -> tuple[Path, ...]:
    """The folders chosen, the newest choice first, and the usual one, which counts for older copies at least."""
    return tuple(dict.fromkeys([*chosen, usual]))


def _remembered(settings: Path, record_id: str) -> list[Path]:
    values: object = None
    with contextlib.suppress(OSError):
        values = read_json(settings.read_bytes())
    return chosen_in(values, record_id)


def chosen_in(values: object, record_id: str) -> list[Path]:
    """The folders that the settings of the machine name for a CPD file, the newest choice first."""
    chosen = values.get(CHOSEN_FOLDERS) if isinstance(values, dict) else None
    named = chosen.get(record_id) if isinstance(chosen, dict) else None
    return [Path(name) for name in named if isinstance(name, str)] if isinstance(named, list) else []


def prepare_folder(chosen: Path, record_id: str) -> Path:
    """Makes the folder for the backups of one CPD file inside the one that was chosen, and tries to write there.

    Raises NotAcceptable for what is no folder; DiskFull, ReadOnly or MachineSaidNo where nothing can be written.
    """
    if not chosen.is_dir():
        raise NotAcceptable(f"‘{chosen}’ is not a folder.", "Your backups stay where they are.", "Choose a folder.")
    name = f"{_OURS}{record_id[:_LETTERS]}"
    folder = chosen if chosen.name == name else chosen / name
    with machine_errors(folder):
        folder.mkdir(exist_ok=True)
    trial = folder / ".otcpd can write here"
    with whole_file(trial) as file:
        file.write(b"otcpd")
    with machine_errors(trial):
        trial.unlink()
    return folder


def refuse_vanished(folder: Path) -> None:
    """Raises MachineSaidNo for a chosen folder that is not there any more: on a stick that was pulled out, say.

    It was made when it was chosen; made anew now, the backups would go to some other disk.
    """
    if folder.name.startswith(_OURS) and not folder.is_dir():
        raise MachineSaidNo(
            f"No backup was made. The folder for backups, ‘{folder}’, is not there.",
            "Your CPD file is saved, and earlier backups are as they were.",
            "Connect the stick or drive it is on, or choose another folder in Settings, under Backups.",
        )
