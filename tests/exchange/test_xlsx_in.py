"""Excel workbooks as tables."""

from __future__ import annotations

import contextlib
import zipfile
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from otcpd.actions import import_preview
from otcpd.actions.import_preview import preview_job
from otcpd.actions.importing import import_file
from otcpd.actions.in_worker import for_worker
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange import xlsx_in
from otcpd.exchange.csv_in import Table
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
        seen = preview_job(record.path, path, {}, tmp_path, for_worker(surroundings(clock, 5)), quiet)
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


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("said", ["A1", "A1:B1", "A1:XFD1048576"], ids=["one cell", "too small", "too large"])
def test_what_a_sheet_says_of_its_size_is_not_believed(tmp_path: Path, said: str) -> None:
    path = workbook(tmp_path / "log.xlsx", ("Date", "Title"), (date(2026, 11, 3), "Journal club"), ("", "", "Note"))
    parts = parts_of(path)
    sheet = "xl/worksheets/sheet1.xml"
    assert b'<dimension ref="A1:C3"' in parts[sheet]
    table = read_table(packed(path, {**parts, sheet: parts[sheet].replace(b'ref="A1:C3"', f'ref="{said}"'.encode())}))
    assert table.headings == ("Date", "Title")
    assert [line.cells for line in table.lines] == [("2026-11-03", "Journal club"), ("", "", "Note")]


def test_empty_cells_at_the_end_are_not_made_into_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "log.xlsx", ("Date", "Title", None, None), *((f"{n}", "Club") for n in range(50)))
    made: list[object] = []
    monkeypatch.setattr(xlsx_in, "clean", partial(_noted, made))
    assert len(read_table(path).lines) == 50
    assert len(made) == 102


def _noted(made: list[object], text: str) -> str:
    made.append(text)
    return text


def spoilt(data: bytes, flips: list[tuple[int, int]]) -> bytes:
    """The same bytes, with some of them exchanged."""
    found = bytearray(data)
    for place, byte in flips:
        found[place % len(found)] = byte
    return bytes(found)


def refused_or_read(path: Path) -> None:
    if xlsx_in.is_workbook(path):
        with contextlib.suppress(NotAcceptable):
            xlsx_in.read_xlsx(path)


FLIPS = st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), min_size=1, max_size=6)


@settings(max_examples=60)
@given(flips=FLIPS, inside=st.integers(-4, 12))
def test_whatever_is_broken_is_refused_in_words(tmp_path: Path, flips: list[tuple[int, int]], inside: int) -> None:
    """Bytes of the file itself, or of one part that is then packed well."""
    path = workbook(
        tmp_path / "log.xlsx", ("Date", "Title"), (datetime.fromisoformat("2026-11-03"), "Journal club"), (1.5, True)
    )
    parts = parts_of(path)
    name = [*parts][inside % len(parts)]
    if inside < 0:
        path.write_bytes(spoilt(path.read_bytes(), flips))
    else:
        packed(path, {**parts, name: spoilt(parts[name], flips)})
    refused_or_read(path)


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_a_part_whose_packing_is_broken_is_refused_in_words(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "log.xlsx", ("Date", "Title"), *((f"2026-11-{n:02}", f"Club {n}") for n in range(1, 30)))
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo(name)
    start = part.header_offset + 30 + len(name)
    data = path.read_bytes()
    path.write_bytes(data[: start + 4] + b"\xff" * 20 + data[start + 24 :])
    with pytest.raises(NotAcceptable, match="does not read as a table"):
        xlsx_in.read_xlsx(path)


def test_a_part_with_a_password_is_refused_in_words(tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.xlsx", ("Date", "Title"), ("2026-11-03", "Journal club"))
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + place] |= 1
    path.write_bytes(data)
    with pytest.raises(NotAcceptable, match="locked with a password"):
        xlsx_in.read_xlsx(path)


def test_a_table_is_read_once_to_be_looked_at(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "log.xlsx", ("Date", "Title"), (date(2026, 11, 3), "Journal club"))
    with new_record(tmp_path / "eilidh.otcpd", clock) as record:
        # All that is read of it after the first time is gone.
        monkeypatch.setattr(import_preview, "read_table", partial(_read_and_gone, path))
        seen = preview_job(record.path, path, {}, tmp_path, for_worker(surroundings(clock, 5)), quiet)
    assert seen.report is not None
    assert seen.report.taken == ("line 2: Journal club",)


def _read_and_gone(path: Path, source: Path) -> Table:
    table = read_table(source)
    path.unlink()
    return table
