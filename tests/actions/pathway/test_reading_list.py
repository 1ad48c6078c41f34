"""The reference list of a profile: what was read in its days and ticked, and nothing that may not leave."""

from __future__ import annotations

from datetime import date

from otcpd.actions.activities import set_layer
from otcpd.actions.export_choices import choose_reading, export_choices
from otcpd.actions.pathway.reading_list import list_as_text, reading_annex, whole_list
from otcpd.actions.pathway.readings import edit_reading, new_reading
from otcpd.actions.profile import profile_content
from otcpd.domain.citing import plain
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period
from otcpd.domain.reading import Reference
from otcpd.record.record import Record

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def read(record: Record, title: str, day: date | None) -> str:
    made = new_reading(record, Reference(title=title, authors="Rowan, E", year="2024")).created[0]
    if day is not None:
        edit_reading(record, made, "read_on", day)
    return made


def titles(record: Record) -> list[str]:
    return [plain(work) for work in reading_annex(record, YEAR).works]


def test_it_has_what_was_read_in_the_days_and_ticked(record: Record) -> None:
    read(record, "To read", None)
    read(record, "Before", date(2025, 12, 31))
    first = read(record, "First", date(2026, 1, 1))
    last = read(record, "Last", date(2026, 11, 21))

    assert titles(record) == ["Rowan, E. (2024a) ‘First’.", "Rowan, E. (2024b) ‘Last’."]
    edit_reading(record, last, "listed", False)
    assert titles(record) == ["Rowan, E. (2024) ‘First’."]
    set_layer(record, "reading", first, "title", Layer.PRIVATE)
    assert titles(record) == []
    assert list_as_text(whole_list(record)).count("\n") == 2


def test_nothing_she_wrote_about_it_gets_into_a_profile(record: Record) -> None:
    made = read(record, "Rails", date(2026, 1, 1))
    for name in ("appraisal", "changed", "abstract"):
        edit_reading(record, made, name, "Zebra")

    content = profile_content(record, reading=True)

    assert content.reading is not None
    assert len(content.reading.works) == 1
    assert "Zebra" not in repr(content)
    assert profile_content(record).reading is None


def test_the_choice_is_kept_and_off_unless_made(record: Record) -> None:
    assert export_choices(record).annexes == {"supervision": False, "reading": False}
    choose_reading(record, True)
    assert export_choices(record).annexes == {"supervision": False, "reading": True}
