"""What the folded sections of the detail share."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.activity import Activity
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import HANG


class Section(QWidget):
    """The inside of one folded section. It is told of every activity while it exists.

    Controls that keep room for their ring hang over into the margins of `column`.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.activity: Activity | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(HANG, 0, HANG, 0)
        self.column.setSpacing(desk.theme.gap(14))

    def load(self, activity: Activity) -> None:
        """Show what belongs to this activity."""
        other = self.activity is None or self.activity.id != activity.id
        self.activity = activity
        self.refresh(activity, other=other)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        """Fill the fields; `other` says that another activity was open before."""
        raise NotImplementedError

    def commit(self) -> None:
        """Read what still stands in fields."""
