"""The record of a session to read: headings and words, no fields."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day
from otcpd.domain.field_labels import SESSION_LABELS
from otcpd.domain.supervision import ActionState
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.session_lines import who_words
from otcpd.ui.pages.supervision.step import Shown
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label

NOTHING_YET = "Nothing is written in the record yet."


class Summary(QWidget):
    """What is private to the person is left out: this is what both agree to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parts: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.gap(4))
        self.setAccessibleName("The record")

    def labels(self) -> list[Label]:
        """What it says, heading by heading."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [one for one in widgets if isinstance(one, Label)]

    def load(self, shown: Shown) -> None:
        """Show the record of a session."""
        parts = list(parts_of(shown))
        if parts == self._parts:
            return
        self._parts = parts
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for title, text in parts:
            if title:
                self._column.addSpacing(self._desk.theme.gap(8))
                self._column.addWidget(Label(self._desk.theme, title, Role.LABEL).head())
            self._column.addWidget(Label(self._desk.theme, text, Role.BODY, "ink" if title else "ink2", wrap=True))


def parts_of(shown: Shown) -> Iterator[tuple[str, str]]:
    """Headings and texts of the record, in its order; one without a heading where there is nothing."""
    session = shown.session
    talked = [one.text for one in shown.agenda.topics if one.discussed_in == session.id]
    talked += [one.text for one, _ in shown.agenda.carried_topics if one.discussed_in == session.id]
    carried = [one.text for one in shown.agenda.topics if one.discussed_in is None and one.text.strip()]
    written = [
        ("Talked about", _lines(talked)),
        *((one.label, getattr(session, code)) for code, one in load_catalogue().supervision.functions.items()),
        (SESSION_LABELS["cases"], session.cases),
        ("Decisions", _lines([one.text for one in session.decisions])),
        ("Actions", _lines(list(_actions(shown)))),
        ("For next time", _lines(carried)),
        ("Next session", long_day(shown.coming.day) if shown.coming is not None else ""),
    ]
    told = [(title, text.strip()) for title, text in written if text.strip()]
    yield from told or [("", NOTHING_YET)]


def _lines(texts: list[str]) -> str:
    return "\n".join(f"• {text.strip()}" for text in texts if text.strip())


def _actions(shown: Shown) -> Iterator[str]:
    for action in shown.session.actions:
        who = who_words(action.who, shown.session, shown.names)
        by = f", by {long_day(action.due)}" if action.due is not None else ""
        done = {ActionState.DONE: ". Done", ActionState.DROPPED: ". Will not be done"}.get(action.state, "")
        if action.text.strip():
            yield f"{action.text.strip()} ({who}{by}){done}"
