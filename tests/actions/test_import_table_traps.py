"""Tables that once lost or misplaced something in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from otcpd.actions.activities import edit_activity, new_activity, set_standards
from otcpd.actions.exporting import export
from otcpd.actions.importing import ImportReport, import_file
from otcpd.actions.people import add_post
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.exchange.filling import new_record

DAY = dt.date(2026, 11, 2)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with new_record(tmp_path / "mine.otcpd") as opened:
        yield opened


def _import(record: Record, text: str, mapping: dict[str, str] | None = None) -> ImportReport:
    path = record.path.with_name("in.csv")
    path.write_text(text, encoding="utf-8", newline="")
    return import_file(record, path, mapping)


@pytest.mark.parametrize("heading", ["Notes", "Comments", "NOTES:"])
def test_notes_and_comments_stay_private_and_the_report_says_so(record: Record, heading: str) -> None:
    report = _import(record, f"Date,Title,{heading}\n2/11/2026,A,between us\n")
    (one,) = record.activities.all()
    assert (one.description, one.notes_to_myself) == ("", "between us")
    (note,) = report.notes
    assert f"‘{heading}’ goes to ‘Notes to myself’" in note
    assert f"--map ‘{heading}=description’" in note


def test_notes_that_are_mapped_go_where_the_person_says(record: Record) -> None:
    report = _import(record, "Date,Title,Notes\n2/11/2026,A,what we did\n", {"Notes": "description"})
    assert (record.activities.all()[0].description, report.notes) == ("what we did", ())


def test_a_second_column_for_one_field_is_reported(record: Record) -> None:
    report = _import(record, "Date,Title,Details,Summary\n2/11/2026,A,one,two\n")
    assert record.activities.all()[0].description == "one"
    assert report.skipped == (("column ‘Summary’", "The column ‘Details’ holds the same field already."),)
    assert _import(record, "Date,Title,Details,Summary\n3/11/2026,A,one,two\n", {"Summary": "ignore"}).skipped == ()


def test_our_own_name_of_a_field_goes_before_the_names_of_others(record: Record) -> None:
    report = _import(record, "Day,Date,Title,Notes,Notes to myself\nMon,2/11/2026,A,x,y\n")
    (one,) = record.activities.all()
    assert (one.date, one.notes_to_myself, report.notes) == (DAY, "y", ())
    assert [what for what, _ in report.skipped] == ["column ‘Day’", "column ‘Notes’"]


@pytest.mark.parametrize(
    "lines",
    [
        '2/11/2026,"Falls,x\n3/11/2026,B,y\n',
        '2/11/2026,"Falls,x\n3/11/2026,"B",y\n',
        '2/11/2026,"Falls" talk,x\n3/11/2026,B,y\n',
    ],
)
def test_a_stray_quotation_mark_is_refused_with_its_line(record: Record, lines: str) -> None:
    with pytest.raises(NotAcceptable, match="at line 3: a quotation mark"):
        _import(record, f"Date,Title,Details\n1/11/2026,Z,z\n{lines}")
    assert record.activities.all() == []


def test_two_stray_marks_that_join_two_lines_are_reported(record: Record) -> None:
    report = _import(record, 'Date,Title\n2/11/2026,"Falls\n3/11/2026,Talk"\n4/11/2026,B\n')
    assert [what for what, _ in report.skipped] == ["line 2, one cell"]
    assert "stray quotation marks" in report.skipped[0][1]


def test_line_breaks_inside_a_cell_are_no_stray_marks(record: Record) -> None:
    report = _import(record, 'Date,Title,Details\n2/11/2026,A,"one, and\nthe ""other"""\n')
    assert report.skipped == ()
    assert record.activities.all()[0].description == 'one, and\nthe "other"'


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_lines_above_the_headings_are_left_out_and_reported(record: Record, sign: str) -> None:
    rows = [["My CPD log"], [], ["Isla Rowan", "2026"], ["Date", "Title"], ["2/11/2026", "A"], ["3/11/2026", "B"]]
    report = _import(record, "\n".join(sign.join(cells) for cells in rows))
    assert report.taken == ("line 5: A", "line 6: B")
    assert report.skipped == (
        ("line 1", "It stands above the headings."),
        ("line 3", "It stands above the headings."),
    )


def test_headings_are_looked_for_in_the_first_ten_lines_only(record: Record) -> None:
    above = "".join(f"Note {number},x\n" for number in range(10))
    with pytest.raises(NotAcceptable, match="known to hold the date"):
        _import(record, f"{above}Date,Title\n2/11/2026,A\n")


def test_our_own_table_brings_post_and_standards_back(record: Record, tmp_path: Path) -> None:
    add_post(record, "Senior OT", "Larch Council")
    new_activity(record, date=DAY, title="A")
    (one,) = record.activities.all()
    edit_activity(record, one.id, "post", record.people.posts()[0].id)
    set_standards(record, one.id, ["hcpc_sop@2023:10", "hcpc_cpd@2006:1"])
    export(record, tmp_path / "out.csv")
    with new_record(tmp_path / "other.otcpd") as other:
        add_post(other, "senior  ot", "Larch Council")
        report = import_file(other, tmp_path / "out.csv")
        (back,) = other.activities.all()
        assert report.skipped == ()
        assert back.post == other.people.posts()[0].id
        assert sorted(back.standards) == ["hcpc_cpd@2006:1", "hcpc_sop@2023:10"]
        assert other.verify() == []


def test_posts_and_standards_that_are_not_known_are_reported(record: Record) -> None:
    report = _import(record, "Date,Title,Post,Standards\n2/11/2026,A,Astronaut,hcpc_sop@2023:10; moon@1:1\n")
    (one,) = record.activities.all()
    assert (one.post, one.standards) == (None, ("hcpc_sop@2023:10",))
    assert report.skipped == (
        ("line 2, one cell", "You have no post ‘Astronaut’. Add the post, and choose it in the activity."),
        ("line 2, one cell", "‘moon@1:1’ is no standard that otcpd knows."),
    )
