"""The one place where faults of ours end: a report without personal text, and an offer to copy it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from otcpd.actions.services import Services
from otcpd.domain.errors import OtcpdError
from otcpd.ui.letting_go import Standing
from otcpd.ui.theme.theme import Theme

if TYPE_CHECKING:
    from otcpd.ui.widgets.dialog import Dialog


class FaultHandler(QObject):
    """While entered, every exception that nobody caught comes here. Nothing is ever sent anywhere."""

    def __init__(self, services: Services, theme: Theme, app: QApplication) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._app = app
        self._report = ""
        self._standing: Standing[Dialog] = Standing()

    @property
    def dialog(self) -> Dialog | None:
        """What is said at the moment."""
        return self._standing.dialog

    def __enter__(self) -> Self:
        self._before = sys.excepthook
        sys.excepthook = self.caught
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook = self._before

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Say what happened, once at a time; of a fault of ours keep a report."""
        if isinstance(fault, OtcpdError):
            self._show(fault.happened.removesuffix("."), f"{fault.safe} {fault.next_step}".strip(), "")
        elif isinstance(fault, Exception):
            self._keep_report(fault)
        else:
            self._before(kind, fault, trace)

    def _keep_report(self, fault: Exception) -> None:
        from otcpd.actions.fault_report import fault_report, save_fault_report  # with luck it is never needed

        now = self._services.clock.now()
        self._report = fault_report(fault, now)
        kept = save_fault_report(fault, self._services.reports_folder, now)
        if sys.stderr is not None:  # a windowed build on Windows has none
            sys.stderr.write(self._report)
        where = f" A report without any of your text is in ‘{kept}’." if kept else ""
        text = f"What was saved before is kept.{where} You can copy it and send it to us."
        self._show("Something went wrong in otcpd itself", text, "Copy the report")

    def _show(self, happened: str, text: str, act: str) -> None:
        if self.dialog is not None:
            return
        from otcpd.ui.widgets.dialog import Dialog

        window = self._app.activeWindow()
        dialog = Dialog(self._theme, happened, text, safe="Go on", act=act, dangerous=False, parent=window)
        dialog.accepted.connect(self._copy)
        self._standing.open(dialog)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
