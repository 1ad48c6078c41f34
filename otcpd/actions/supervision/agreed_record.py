"""A record that somebody has agreed to stays as it is, whoever asks."""

from __future__ import annotations

from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record


def check_open(record: Record, session: str) -> None:
    """Raises NotAcceptable while one side, or both, have agreed to the record of this session."""
    agreed = record.reader.value(
        "SELECT coalesce(agreed_supervisee, agreed_supervisor) FROM supervision_session WHERE id = ?", (session,)
    )
    if agreed:
        raise NotAcceptable(
            "What was agreed to stays as it is.",
            "Nothing was changed.",
            "Take the agreeing back first.",
        )
