"""What this computer remembers of the window: its place, the theme, the text size, files opened lately."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from otcpd.actions.backup_places import CHOSEN_FOLDERS
from otcpd.disk import whole_file
from otcpd.domain.errors import OtcpdError
from otcpd.domain.plain_values import read_json
from otcpd.ui.theme.theme import ThemeChoice

MOST_RECENT = 8


class MachineSettings:
    """Plain values by key in a small JSON file. A file that cannot be read or written costs nothing but memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, object] = _read(path)

    def text(self, key: str) -> str:
        """A text; empty when there is none."""
        value = self._values.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str, usual: float) -> float:
        """A number; `usual` when there is none."""
        value = self._values.get(key)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else usual

    def put(self, key: str, value: str | float) -> None:
        """Remember a value; written with the next `save`."""
        self._values[key] = value

    @property
    def theme(self) -> ThemeChoice:
        """The theme the person chose."""
        value = self.text("theme")
        return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.SYSTEM

    def recent(self) -> list[Path]:
        """CPD files opened lately, the newest first."""
        value = self._values.get("recent")
        return [Path(entry) for entry in value if isinstance(entry, str)] if isinstance(value, list) else []

    def note_opened(self, path: Path, record_id: str) -> None:
        """Remember a file that was opened, and which record it holds: its backups are found by that."""
        path = path.absolute()
        others = [entry for entry in self.recent() if entry != path]
        self._values["recent"] = [str(entry) for entry in (path, *others)][:MOST_RECENT]
        ids = self._ids()
        ids[str(path)] = record_id
        known = {str(entry) for entry in self.recent()}
        self._values["records"] = {name: value for name, value in ids.items() if name in known}

    def record_id(self, path: Path) -> str:
        """The id of the record that stood at `path` when it was last opened here; empty if it never was."""
        return self._ids().get(str(path.absolute()), "")

    def note_backup_folders(self, record_id: str, folders: Sequence[Path]) -> None:
        """Remember where the backups of a CPD file go (the first folder), and where older ones may be."""
        found = self._values.get(CHOSEN_FOLDERS)
        self._values[CHOSEN_FOLDERS] = {
            **(found if isinstance(found, dict) else {}),
            record_id: [str(folder) for folder in folders],
        }

    def note_moved(self, old: Path, new: Path) -> None:
        """A file is at another place now, and not at the old one any more."""
        record_id = self.record_id(old)
        gone = old.absolute()
        self._values["recent"] = [str(entry) for entry in self.recent() if entry != gone]
        self.note_opened(new, record_id)

    def save(self) -> None:
        """Write the file; where that is not possible the window just opens as it first did."""
        with contextlib.suppress(OSError, OtcpdError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(self._path) as file:
                file.write(json.dumps(self._values, ensure_ascii=False, indent=1).encode())

    def _ids(self) -> dict[str, str]:
        value = self._values.get("records")
        if not isinstance(value, dict):
            return {}
        return {str(name): str(entry) for name, entry in value.items()}


def _read(path: Path) -> dict[str, object]:
    try:
        found = read_json(path.read_bytes())
    except OSError:
        return {}
    return found if isinstance(found, dict) else {}
