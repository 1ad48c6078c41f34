"""Frameworks in tables, as people make them, and as we write them."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkKind, Level
from otcpd.exchange.csv_in import Table
from otcpd.exchange.framework_csv_out import write_framework_csv
from otcpd.exchange.framework_table import columns_of, holds_framework
from otcpd.exchange.table_in import read_table
from tests.exchange.frameworks.support import read, told, tree, written


def test_headings_in_any_order_and_case_and_nearly_right() -> None:
    assert columns_of(("LEVEL", "Part of", "Item code", "Titel", "Description", "Owner")) == {
        "Level": 0,
        "Parent": 1,
        "Code": 2,
        "Title": 3,
        "Notes": 4,
    }
    assert columns_of(("Ref", "Description")) == {"Code": 0, "Title": 1}
    assert columns_of(("Total", "Date")) == {}


def test_a_table_of_a_council_is_read(tmp_path: Path) -> None:
    text = (
        "Senior OT, our council;;;\n"
        "Version:;2026/27;;\n"
        "Level 6;Senior practitioner;;\n"
        "Valid from;1/4/2026;;\n"
        "Signed off by;HR;;\n"
        "Title;Code;Level;Parent\n"
        "Leads;L;;\n"
        "Leads <b>a</b> team;L1;Level 6;L\n"
        "Chairs;L2;six;leads\n"
        "Lost;X1;7;Nowhere\n"
        "Leads again;L1;8;L\n"
        "Round;R;;R\n"
    )
    found = read(written(tmp_path, "senior.csv", text.encode("utf-16")))
    framework = found.framework
    assert (framework.name, framework.edition, framework.code) == (
        "Senior OT, our council",
        "2026/27",
        "senior_ot_our_council",
    )
    assert (framework.valid_from, framework.kind) == (date(2026, 4, 1), FrameworkKind.CAREER)
    assert framework.levels == (Level(6, "Senior practitioner"), Level(7), Level(8))
    assert tree(found) == ["L Leads", "  L1 Leads a team", "  L2 Chairs", "  L1 (2) Leads again", "X1 Lost", "R Round"]
    assert framework.by_code["L1"].level == 6
    assert told(found) == [
        "line 5: ‘Signed off by’ above the headings is not known. It was left out.",
        "line 11: The code ‘L1’ stands for another item already. It has the code ‘L1 (2)’ now.",
        "line 10: What it stands below, ‘Nowhere’, is not in the file. It stands at the top.",
        "line 12: It stands below itself. It stands at the top.",
        "line 9: Its level, ‘six’, is no number. It has no level.",
    ]


def test_without_a_column_for_it_codes_tell_what_stands_below_what(tmp_path: Path) -> None:
    text = "id,statement\n1.,One\n1.1,One one\n1.1.2,Deep\n2.1,No two\n,\n,No code\n"
    found = read(written(tmp_path, "Our_frame.csv", text))
    assert (found.framework.name, found.told_edition) == ("Our frame", False)
    assert tree(found) == ["1. One", "  1.1 One one", "    1.1.2 Deep", "2.1 No two", "5 No code"]


def test_without_headings_columns_are_taken_in_their_order(tmp_path: Path) -> None:
    found = read(written(tmp_path, "bare.csv", "A,First\nA1,Second,A\n"))
    assert tree(found) == ["A First", "  A1 Second"]
    assert "Its columns were taken for Code, Title and Parent." in told(found)[0]
    assert tree(read(written(tmp_path, "list.csv", "One\nTwo\n"))) == ["1 One", "2 Two"]


def test_a_workbook_whose_framework_is_not_on_its_first_sheet(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Read me first"])
    sheet = book.create_sheet("Framework")
    for row in (["Edition", 3], ["Code", "Title", "Level"], ["1.1", "Uses numbers", 5.0], [2.0, "Two", None]):
        sheet.append(row)
    path = tmp_path / "framework.xlsx"
    book.save(path)
    found = read(path)
    assert tree(found) == ["1.1 Uses numbers", "2 Two"]
    assert (found.framework.edition, found.framework.by_code["1.1"].level) == ("3", 5)
    assert any("sheet ‘Sheet’" in line for line in told(found))


def test_activities_and_frameworks_are_told_apart() -> None:
    assert holds_framework(Table(("Code", "Title"), ()))
    assert not holds_framework(Table(("Date", "Title", "Code"), ()))
    assert not holds_framework(Table(("Title", "Hours"), ()))
    assert not holds_framework(Table(("No", "Name", "Level", "Key learning"), ()))
    assert holds_framework(Table(("Standard", "Level", "Notes"), ()))


def test_what_we_write_is_read_again(tmp_path: Path) -> None:
    items = (
        FrameworkItem("=A", "Formula, ‘quoted’", level=5, type="Pillar"),
        FrameworkItem("A.1", "Ünder it", "=A", 6, notes="Two\nlines", retired=True),
    )
    framework = Framework(
        *("our_ot", "2026", "Our OTs", FrameworkKind.ROLE),
        publisher="Alder Council",
        valid_from=date(2026, 4, 1),
        levels=(Level(5, "Practitioner"), Level(6)),
        items=items,
    )
    out = tmp_path / "out.csv"
    write_framework_csv(out, framework)
    assert read(out).framework == framework
    assert read(out).faults == ()
    assert holds_framework(read_table(out))


def test_an_empty_table_is_refused_or_empty(tmp_path: Path) -> None:
    with pytest.raises(NotAcceptable, match="It is empty"):
        read(written(tmp_path, "none.csv", ""))
    assert read(written(tmp_path, "heads.csv", "Code,Title\n")).framework.items == ()


def test_five_thousand_items_and_as_many_faults_are_read_soon(tmp_path: Path) -> None:
    lines = [f"C{n % 2500},Item {n},{'C' + str(n // 2) if n else ''},{n % 12}" for n in range(5000)]
    path = written(tmp_path, "large.csv", "\n".join(["Code,Title,Parent,Level", *lines]))
    begun = time.monotonic()
    found = read(path)
    assert len(found.framework.items) == 5000
    assert len(found.framework.by_code) == 5000
    assert time.monotonic() - begun < 5


def test_a_parent_that_is_missing_is_not_taken_for_the_number_of_a_line(tmp_path: Path) -> None:
    found = read(written(tmp_path, "numbers.csv", b"Code,Title,Parent\nA,First,\nB,Second,3\nC,Third,2\nD,Fourth,-\n"))
    assert tree(found) == ["A First", "B Second", "C Third", "D Fourth"]
    assert [line for line in told(found) if line.startswith("line")] == [
        "line 3: What it stands below, ‘3’, is not in the file. It stands at the top.",
        "line 4: What it stands below, ‘2’, is not in the file. It stands at the top.",
    ]


def test_codes_that_a_file_would_keep_as_one_are_two(tmp_path: Path) -> None:
    text = "Code,Title\nCaf\N{LATIN SMALL LETTER E WITH ACUTE},a\nCafe\N{COMBINING ACUTE ACCENT},b\nX,c\n\u202e X,d\n"
    codes = [item.code for item in read(written(tmp_path, "same.csv", text.encode())).framework.items]
    assert codes == ["Café", "Café (2)", "X", "X (2)"]
