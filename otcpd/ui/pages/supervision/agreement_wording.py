"""The wording of an agreement: what it is for, and what holds between the two, in the order of the printed page."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.agreements import edit_terms
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import TERMS_TEXTS, Agreement, Terms
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import HANG
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText

WORDED = tuple(field for field in TERMS_TEXTS if field != "place")
"""The place stands among the terms, with the days."""


class AgreementWording(QWidget):
    """One long text below the other. They stand out by `HANG`, as all that is in a fold."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.texts: dict[str, LongText] = {}
        self._bindings: dict[str, TextBinding] = {}
        template = next(iter(load_catalogue().supervision.templates.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(HANG, 0, HANG, 0)
        column.setSpacing(desk.theme.gap(14))
        for field in WORDED:
            entry = template.texts[field]
            text = LongText(desk.theme)
            self.texts[field] = text
            self._bindings[field] = TextBinding(desk.session, text, entry.label)
            column.addWidget(FormField(desk.theme, entry.label, text, optional=True, help_text=entry.hint))

    def load(self, agreement: Agreement, terms: Terms) -> None:
        """Show the wording of one version."""
        locked = terms.agreed_on is not None or self._desk.session.read_only
        for field, binding in self._bindings.items():
            save = partial(_save, agreement=agreement.id, terms=terms.id, field=field)
            binding.bind(("agreement", agreement.id, terms.id, field), getattr(terms, field), save)
            self.texts[field].set_read_only(locked)


def filled(terms: Terms) -> str:
    """ "9 of 12 written"."""
    count = sum(1 for field in WORDED if getattr(terms, field).strip())
    return f"{count} of {len(WORDED)} written"


def _save(record: Record, text: str, agreement: str, terms: str, field: str) -> Changes:
    return edit_terms(record, agreement, terms, field, text, typing=True)
