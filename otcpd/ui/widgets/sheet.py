"""What scrolls on a page: as high as what stands on it is at the width it has."""

from __future__ import annotations

from PySide6.QtCore import QSize

from otcpd.ui.widgets.ground import Ground


class Sheet(Ground):
    """Wants no height of its own: what wraps would ask for that of a narrower place, and leave a blank end."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
