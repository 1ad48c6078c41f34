"""Activities from tables, and tables of activities."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.activities import new_activity, set_layer, set_tags
from otcpd.actions.companions import add_companion
from otcpd.actions.exporting import export
from otcpd.actions.importing import ImportReport, import_file
from otcpd.domain.activity import Category
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.exchange.csv_out import TableWords, write_csv
from otcpd.record.record import Record
from tests.exchange.filling import new_record

DAY = dt.date(2026, 11, 2)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with new_record(tmp_path / "mine.otcpd") as opened:
        yield opened


def _import(record: Record, text: str, encoding: str = "utf-8", **mapping: str) -> ImportReport:
    path = record.path.with_name("in.csv")
    path.write_bytes(text.encode(encoding))
    return import_file(record, path, mapping)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_usual_dialects_and_encodings(record: Record, delimiter: str, encoding: str) -> None:
    lines = [
        ["Date", "Activity", "Details"],
        ["02/11/2026", "Café – journal club", "one, two; three"],
        ["3 Nov 2026", "B", ""],
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(lines)
    report = _import(record, text.getvalue(), encoding)
    assert report.skipped == ()
    first, second = record.activities.all()
    assert (first.date, first.title, first.description) == (DAY, "Café – journal club", "one, two; three")
    assert second.date == dt.date(2026, 11, 3)


def test_every_field_is_read(record: Record) -> None:
    report = _import(
        record,
        "Date;End date;Title;Category;Type;Hours;Protected minutes;Mandatory;Expires;What it was;What I learnt;"
        "Effect on my practice;Benefit to service users;Notes to myself;With;Tags\n"
        "2/11/26;4 Nov 2026;Falls;WBL;Journal club;1.5;30;yes;1/11/2027;a;b;c;d;e;Isla Birch, Sam Alder;"
        "#falls, Home visits\n",
    )
    assert report.skipped == ()
    (one,) = record.activities.all()
    assert (one.date, one.end_date, one.expires) == (DAY, dt.date(2026, 11, 4), dt.date(2027, 11, 1))
    assert (one.category, one.type, one.minutes, one.protected_minutes) == (Category.WORK_BASED, "journal_club", 90, 30)
    assert one.mandatory
    texts = (one.description, one.learning, one.practice_impact, one.service_user_benefit, one.notes_to_myself)
    assert texts == ("a", "b", "c", "d", "e")
    assert [companion.name for companion in one.companions] == ["Isla Birch", "Sam Alder"]
    assert one.tags == ("falls", "home visits")
    assert record.verify() == []


def test_a_known_type_brings_its_category_and_other_words_stay(record: Record) -> None:
    _import(record, "Date,Title,Type\n2/11/2026,A,Journal Club\n2/11/2026,B,Walking about\n")
    assert [(one.type, one.category) for one in record.activities.all()] == [
        ("journal_club", Category.WORK_BASED),
        ("Walking about", None),
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "minutes"),
    [
        ("Duration", "1 h 30", 90),
        ("Duration", "half a day", 210),
        ("Duration", "1:30", 90),
        ("Hours", "2", 120),
        ("CPD hours", "0,5", 30),
        ("Hours (total)", "1:15", 75),
        ("Minutes", "45", 45),
        ("Minutes", "", None),
        ("Hours", "0", None),
    ],
)
def test_lengths_of_time(record: Record, heading: str, cell: str, minutes: int | None) -> None:
    _import(record, f'Date,Title,{heading}\n2/11/2026,A,"{cell}"\n')
    assert record.activities.all()[0].minutes == minutes


@pytest.mark.parametrize(
    "cell", ["2/11/2026", "02.11.2026", "2026-11-02", "02/11/2026 00:00", "2026-11-02T09:30:00", "46328"]
)
def test_days_as_tables_write_them(record: Record, cell: str) -> None:
    _import(record, f"Date,Title\n{cell},A\n")
    assert record.activities.all()[0].date == DAY


def test_lines_that_cannot_be_read_are_reported_with_their_number_and_why(record: Record) -> None:
    new_activity(record, date=DAY, title="Journal  Club")
    report = _import(
        record,
        "Date,Title,Duration,Category,Mandatory\n2/11/2026,journal club,,,\n\n11/30/2026,A,,,\n"
        '2/11/2026,"two\nlines",,,\n'
        "2/11/2026,,,,\n1/12/2026,Later,,,\n2/11/2026,B,2,,\n2/11/2026,C,,Fun,perhaps\n2/11/2026,C,,,\nshort\n",
    )
    assert report.taken == ("line 5: two lines", "line 10: C")
    assert [what for what, _why in report.skipped] == [
        "line 2",
        "line 4",
        "line 7",
        "line 8",
        "line 9",
        "line 10, one cell",
        "line 10, one cell",
        "line 11",
        "line 12",
    ]
    whys = dict(report.skipped)
    assert whys["line 2"] == "There is an activity of this title on 2 November 2026 already."
    assert "no month 30" in whys["line 4"]
    assert whys["line 7"] == "There is no title."
    assert "still to come" in whys["line 8"]
    assert "hours or minutes" in whys["line 9"]


def test_a_mapping_says_what_columns_hold(record: Record) -> None:
    report = _import(
        record, "Wann,Was,Date,Zeit\n2/11/2026,A,rubbish,2\n", Wann="date", Was="title", Zeit="hours", Date="ignore"
    )
    assert report.taken == ("line 2: A",)
    assert record.activities.all()[0].minutes == 120


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({}, "known to hold the date"),
        ({"Nowhere": "date"}, "no column ‘Nowhere’"),
        ({"Wann": "moon"}, "no field ‘moon’"),
        ({"Wann": "date", "Was": "date"}, "Two columns"),
    ],
)
def test_columns_that_cannot_be_told_apart_are_refused(record: Record, mapping: dict[str, str], words: str) -> None:
    with pytest.raises(NotAcceptable, match=words):
        _import(record, "Wann,Was\n2/11/2026,A\n", **mapping)
    assert record.activities.all() == []


def test_a_dry_run_writes_nothing(record: Record) -> None:
    path = record.path.with_name("in.csv")
    path.write_text("Date,Title\n2/11/2026,A\n")
    before = record.path.read_bytes()
    report = import_file(record, path, dry_run=True)
    assert (report.taken, report.dry_run, bool(report.changes)) == (("line 2: A",), True, False)
    assert record.path.read_bytes() == before


def test_an_import_is_one_step(record: Record) -> None:
    _import(record, "Date,Title,With\n2/11/2026,A,Isla Birch\n2/11/2026,B,Isla Birch\n")
    assert len(record.people.all()) == 1
    record.undo()
    assert (record.activities.all(), record.people.all(), record.verify()) == ([], [], [])


def test_excels_line_about_the_delimiter_is_heeded(record: Record) -> None:
    report = _import(record, 'sep=;\nDate;Title\n2/11/2026;"A, B, C"\n')
    assert report.taken == ("line 3: A, B, C",)


@pytest.mark.parametrize("data", [b"", b"  \n", b"%PDF-1.7 words", bytes(range(256)), b"PK\x03\x04" + bytes(40)])
def test_what_is_no_table_is_refused(record: Record, data: bytes) -> None:
    path = record.path.with_name("in.csv")
    path.write_bytes(data)
    with pytest.raises(NotAcceptable):
        import_file(record, path)


def test_missing_files_folders_and_mapped_json_are_refused(record: Record, tmp_path: Path) -> None:
    export(record, tmp_path / "out.json")
    for path, mapping in ((tmp_path / "gone.csv", {}), (tmp_path, {}), (tmp_path / "out.json", {"A": "date"})):
        with pytest.raises(NotAcceptable):
            import_file(record, path, mapping)


@pytest.mark.parametrize("name", ["out.doc", "out", "out.pdf"])
def test_other_endings_are_refused_with_those_that_are_known(record: Record, tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAcceptable, match=r"\.json, \.csv or \.ics"):
        export(record, tmp_path / name)


# Out


def _cells(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_table_begins_with_the_mark_that_excel_needs_and_shows_labels(record: Record, tmp_path: Path) -> None:
    new_activity(record, date=DAY, title="Café", category=Category.WORK_BASED, type="journal_club", minutes=90)
    export(record, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfDate,")
    (row,) = _cells(tmp_path / "out.csv")
    assert (row["Date"], row["Title"], row["Category"], row["Type"], row["Minutes"]) == (
        "2026-11-02",
        "Café",
        "Work-based learning",
        "Journal club",
        "90",
    )


@pytest.mark.parametrize("sign", [*"=+-@\t\r", "'=", "＝"])
def test_no_cell_is_a_formula(record: Record, tmp_path: Path, sign: str) -> None:
    new_activity(record, title=f"{sign}1+1", learning=f"{sign}cmd")
    export(record, tmp_path / "out.csv")
    (row,) = _cells(tmp_path / "out.csv")
    assert row["Title"] == f"'{sign}1+1"
    assert row["What I learnt"] == f"'{sign}cmd"


def test_what_goes_out_comes_in(record: Record, tmp_path: Path) -> None:
    one = new_activity(
        record,
        date=DAY,
        end_date=dt.date(2026, 11, 4),
        title="=SUM(A1)",
        category=Category.FORMAL,
        type="my own, type",
        minutes=0,
        protected_minutes=15,
        mandatory=True,
        expires=dt.date(2028, 1, 1),
        description='-dash\n\nnext; and, more "quoted"',
        learning="'=x",
    ).new_id
    set_tags(record, one, ["falls", "kit"])
    add_companion(record, one, "Isla Birch")
    export(record, tmp_path / "out.csv")
    with new_record(tmp_path / "other.otcpd", 2) as other:
        report = import_file(other, tmp_path / "out.csv")
        assert report.skipped == ()
        back, there = other.activities.all()[0], record.activities.get(one)
        for name in ("date", "end_date", "title", "category", "type", "protected_minutes", "mandatory", "expires"):
            assert getattr(back, name) == getattr(there, name)
        assert (back.description, back.learning, back.tags) == (there.description, there.learning, there.tags)
        assert [companion.name for companion in back.companions] == ["Isla Birch"]


def test_a_table_for_others_leaves_private_texts_and_names_behind(record: Record, tmp_path: Path) -> None:
    one = new_activity(record, title="Falls", notes_to_myself="mine", learning="secret", description="open").new_id
    set_layer(record, "activity", one, "learning", Layer.PRIVATE)
    add_companion(record, one, "Isla Birch")
    write_csv(tmp_path / "out.csv", record.activities.all(), TableWords(), Layer.REGULATOR)
    (row,) = _cells(tmp_path / "out.csv")
    assert (row["What it was"], row["What I learnt"], row["Notes to myself"], row["With"]) == ("open", "", "", "")


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)
            | st.sampled_from(["2/11/2026", "=x", "1 h", "🧠"]),
            max_size=5,
        ),
        max_size=5,
    )
)
def test_any_table_is_taken_or_refused_and_nothing_else(lines: list[list[str]]) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        text = io.StringIO(newline="")
        csv.writer(text, escapechar="\\").writerows([["Date", "Title", "Duration", "Tags", "With"], *lines])
        (Path(name) / "in.csv").write_bytes(text.getvalue().encode("utf-8", "replace"))
        report = import_file(record, Path(name) / "in.csv")
        assert len(record.activities.all()) == len(report.taken)
        assert record.verify() == []


def test_the_headings_say_what_parts_the_cells(record: Record, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("Date,Title,Tags\n2/11/2026,Falls; stairs,a;b\n;\n;\n;\n", encoding="utf-8")
    assert len(import_file(record, tmp_path / "in.csv").taken) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused_and_nothing_else(data: bytes) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        (Path(name) / "in.csv").write_bytes(b"Date,Title\n2/11/2026,A\n" + data)
        try:
            taken = len(import_file(record, Path(name) / "in.csv").taken)
        except NotAcceptable:
            taken = 0
        assert len(record.activities.all()) == taken
        assert record.verify() == []
