"""Getting a damaged file back: which backup it is to be, and how far the restoring is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from otcpd.record.backup import Backup
from otcpd.ui.shell.working import WorkingDialog, put_below_the_text
from otcpd.ui.theme.theme import Theme
from otcpd.ui.times import at_moment
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.dialog import Dialog
from otcpd.ui.widgets.form_field import FormField


class RestoreDialog(Dialog):
    """Offers every backup there is, the newest one first and chosen."""

    def __init__(self, theme: Theme, happened: str, backups: Sequence[Backup], today: date, parent: QWidget | None):
        """`happened` says what is the matter; `backups` are at least one, the newest first."""
        super().__init__(
            theme,
            "This file is damaged. Restore a backup?",
            f"{happened} What you wrote after the backup is not in it. The damaged file is kept beside it.",
            safe="Leave it as it is",
            act="Restore the backup",
            dangerous=False,
            parent=parent,
        )
        self._backups = {backup.path.name: backup for backup in backups}
        self.choice = ComboBox(theme, [(name, _words(backup, today)) for name, backup in self._backups.items()])
        self.choice.set_value(backups[0].path.name)
        put_below_the_text(self, FormField(theme, "Checked backups", self.choice))

    @property
    def backup(self) -> Backup:
        """The one that is chosen."""
        return self._backups[self.choice.value()]


class RestoringDialog(WorkingDialog):
    """How far the restoring is. It stays until all is done: half a backup is none."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None) -> None:
        """`name` is that of the file."""
        super().__init__(theme, f"Restoring ‘{name}’", "The backup is copied and checked. This takes a moment.", parent)


def _words(backup: Backup, today: date) -> str:
    words = at_moment(backup.made, today)
    return f"Today {words}" if words.startswith("at ") else words.removeprefix("on ")
