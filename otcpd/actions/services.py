"""What window and command line are given from outside, in one value."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from otcpd.actions.backup_places import SETTINGS, backup_folders

if TYPE_CHECKING:
    from otcpd.actions.evidence import Look
    from otcpd.domain.ports import Clock
    from otcpd.record.opening import Surroundings


@dataclass(frozen=True, slots=True)
class Services:
    """The clock, what opening a CPD file needs, the eye for evidence, and the places of this machine.

    `looking` opens the eye for as long as a block runs, for one file or many.

    `data_folder` is the program's own folder on this computer (local, never roaming): it holds the
    backups, the settings of the machine, drafts of quick notes and reports of faults. Nothing of it
    exists until it is needed.
    """

    clock: Clock
    around: Surroundings
    looking: Callable[[], AbstractContextManager[Look]]
    data_folder: Path

    def backup_folder(self, record_id: str) -> Path:
        """Where new backups of the CPD file with this record id go."""
        return self.backup_folders(record_id)[0]

    def backup_folders(self, record_id: str) -> tuple[Path, ...]:
        """Every folder that may hold backups of the CPD file with this record id; new ones go to the first."""
        return backup_folders(self.data_folder, record_id)

    def draft_file(self, record_id: str) -> Path:
        """Where the draft of a quick note waits that belongs to the CPD file with this record id."""
        name = "".join(letter for letter in record_id if letter.isalnum() or letter == "-")
        return self.data_folder / "drafts" / f"{name}.json"

    @property
    def settings_file(self) -> Path:
        """The settings of this machine: window size, recent files, theme."""
        return self.data_folder / SETTINGS

    @property
    def reports_folder(self) -> Path:
        """Where reports of our own faults are kept. They hold no personal text and go nowhere."""
        return self.data_folder / "reports"
