"""The one place where faults of ours end: a report without personal text, and an offer to copy it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from otcpd.actions.services import Services
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.dialog import Dialog


class FaultHandler(QObject):
    """While entered, every exception that nobody caught comes here. Nothing is ever sent anywhere."""

    def __init__(self, services: Services, theme: Theme, app: QApplication) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._app = app
        self._report = ""
        self.dialog: Dialog | None = None

    def __enter__(self) -> Self:
        self._before = sys.excepthook
        sys.excepthook = self.caught
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook = self._before

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Keep a report and say so, once at a time."""
        if not isinstance(fault, Exception):
            self._before(kind, fault, trace)
            return
        from otcpd.actions.fault_report import fault_report, save_fault_report  # with luck it is never needed

        now = self._services.clock.now()
        self._report = fault_report(fault, now)
        kept = save_fault_report(fault, self._services.reports_folder, now)
        sys.stderr.write(self._report)
        if self.dialog is not None:
            return
        where = f" A report without any of your text is in “{kept}”." if kept else ""
        self.dialog = Dialog(
            self._theme,
            "Something went wrong in otcpd itself",
            f"What was saved before is kept.{where} You can copy it and send it to us.",
            safe="Go on",
            act="Copy the report",
            dangerous=False,
            parent=self._app.activeWindow(),
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._copy)
        self.dialog.finished.connect(self._gone)
        self.dialog.open()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    def _gone(self) -> None:
        self.dialog = None
