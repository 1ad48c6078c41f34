"""Calendar files for tests, and how they read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.exchange.calendar_in import calendar_from
from otcpd.exchange.calendar_values import CalendarRead

TODAY = date(2026, 11, 22)
LONDON = "Europe/London"


def event(*lines: str, uid: str = "u1", title: str = "Supervision") -> str:
    """An appointment with these lines more."""
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"])


def calendar(*parts: str, method: str = "REQUEST") -> str:
    """A calendar of these parts."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tests//EN", *([f"METHOD:{method}"] if method else [])]
    return "\r\n".join("\n".join([*head, *parts, "END:VCALENDAR", ""]).split("\n"))


def read(data: str | bytes, today: date = TODAY, zone: str = LONDON) -> CalendarRead:
    """What is in a calendar."""
    content = data.encode() if isinstance(data, str) else data
    return calendar_from(content, Path("invitation.ics"), today, zone)


def times(found: CalendarRead) -> list[str]:
    """Day and time of each invitation: "2026-12-03 10:00"."""
    return [f"{one.day} {one.start:%H:%M}" if one.start else f"{one.day}" for one in found.invitations]


def reasons(found: CalendarRead) -> list[str]:
    """Why things were left out."""
    return [why for _what, why in found.left]
