"""Excel workbooks as tables."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from otcpd.actions.import_preview import preview_job
from otcpd.actions.importing import import_file
from otcpd.actions.in_worker import for_worker
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange import xlsx_in
from otcpd.exchange.import_kind import ImportKind, import_kind
from otcpd.exchange.table_in import read_table
from tests.actions.support import refused
from tests.actions.test_errands import quiet
from tests.ports import FixedClock
from tests.record.support import new_record, sound, surroundings


def workbook(path: Path, *rows: tuple[object, ...], other: bool = False) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "CPD"
    if other:
        book.create_sheet("Contacts", 0).append(["Name", "Telephone"])
        book.create_sheet("Hidden", 0).append(["Date", "Title"])
        book.worksheets[0].sheet_state = "hidden"
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def test_cells_come_as_our_tables_write_them(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "log.xlsx",
        ("Date", "Title", "Duration", "Mandatory", "Hours"),
        (datetime.fromisoformat("2026-11-03T09:30"), "Journal club: naïve falls", time(1, 30), True, 1.5),
        (),
        (date(2026, 11, 5), "Stair lifts", timedelta(hours=26), False, 2.0),
    )
    assert import_kind(path) is ImportKind.TABLE
    table = read_table(path)
    assert table.headings == ("Date", "Title", "Duration", "Mandatory", "Hours")
    assert [(line.number, line.cells) for line in table.lines] == [
        (2, ("2026-11-03", "Journal club: naïve falls", "1:30", "yes", "1.5")),
        (4, ("2026-11-05", "Stair lifts", "26:00", "no", "2")),
    ]


def test_the_sheet_of_activities_is_found_and_the_others_are_named(tmp_path: Path, clock: FixedClock) -> None:
    path = workbook(
        tmp_path / "log.xlsx",
        ("My CPD",),
        ("Date", "Activity", "Hours"),
        (date(2026, 11, 3), "Journal club", 1),
        (date(2030, 1, 1), "Still to come", 1),
        other=True,
    )
    with new_record(tmp_path / "eilidh.otcpd", clock) as record:
        seen = preview_job(record.path, path, {}, for_worker(surroundings(clock, 5)), quiet)
        assert seen.report is not None
        assert seen.report.taken == ("line 3: Journal club",)
        assert ("sheet ‘Contacts’", "One sheet is read at a time, and that was ‘CPD’.") in seen.report.skipped
        assert "Hidden" not in str(seen.report.skipped)
        import_file(record, path)
        (one,) = record.activities.all()
        assert (one.date, one.title, one.minutes) == (date(2026, 11, 3), "Journal club", 60)
        assert sound(record)


@pytest.mark.parametrize(
    "spoil", ["cut", "empty", "no sheets", "not xml", "a zip of something else", "bomb"], ids=lambda name: name
)
def test_what_is_no_workbook_is_refused_in_words(
    tmp_path: Path, clock: FixedClock, spoil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "log.xlsx", ("Date", "Title"), (date(2026, 11, 3), "Journal club"))
    if spoil == "cut":
        path.write_bytes(path.read_bytes()[:-200])
    elif spoil == "empty":
        workbook(path)
    elif spoil == "bomb":
        monkeypatch.setattr(xlsx_in, "MOST_UNPACKED", 1000)
    else:
        names = {"no sheets": "xl/workbook.xml", "not xml": "xl/workbook.xml"}
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(names.get(spoil, "something.txt"), "<" if spoil == "not xml" else "<a/>")
    with new_record(tmp_path / "eilidh.otcpd", clock) as record, refused(record, NotAcceptable):
        import_file(record, path)
