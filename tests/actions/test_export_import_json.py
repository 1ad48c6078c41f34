"""What goes out as JSON comes in again, to the byte."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.activities import delete_activity, edit_activity, new_activity, set_tags
from otcpd.actions.evidence import attach
from otcpd.actions.exporting import export, read_tables
from otcpd.actions.importing import import_file
from otcpd.actions.portfolio import edit_portfolio, use_in_statement
from otcpd.domain.errors import FileDamaged, NotAcceptable, ReadOnly
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record import opening
from otcpd.record.record import Record
from tests.exchange.filling import Filler, around, new_record


@contextmanager
def _filled(data: st.DataObject) -> Iterator[tuple[Path, Record]]:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        Filler(data, record, Path(name)).fill()
        yield Path(name), record


@contextmanager
def _nobodys(folder: Path) -> Iterator[Record]:
    with new_record(folder / "new.otcpd", 2, name="Nobody", number="OT999999") as record:
        yield record


def _exported(record: Record, out: Path) -> dict[str, bytes]:
    export(record, out)
    folder = out.with_suffix(".files")
    files = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}
    return {"": out.read_bytes(), **files}


def _shown(record: Record) -> object:
    """What the window shows of a file, stamps of change aside."""
    return (
        record.people.owner(),
        [(one.id, one.title, one.tags, one.evidence, one.companions) for one in record.activities.all()],
        [one.id for one in record.evidence.all()],
        record.portfolios.all(),
        record.settings.all(),
        record.gap_reasons.all(),
        record.people.posts(),
        record.people.all(),
        *_supervision(record),
    )


def _supervision(record: Record) -> tuple[object, ...]:
    """All of it that does not tell when it was last changed."""
    time = record.protected_time
    sessions = [replace(one, modified=None, layers={}) for one in record.sessions.all()]
    agreements = [replace(one, modified=None, layers={}) for one in record.agreements.all()]
    return sessions, agreements, time.entitlements(), time.slots(), time.workload()


@given(st.data())
def test_export_import_export_gives_the_same_bytes(data: st.DataObject) -> None:
    with _filled(data) as (folder, record):
        first = _exported(record, folder / "first.json")
        assert _exported(record, folder / "again.json") == first
        with _nobodys(folder) as other:
            import_file(other, folder / "first.json")
            assert other.verify() == []
            assert other.integrity() == []
            assert other.damaged_content() == []
            assert other.owner == record.owner
            assert _exported(other, folder / "second.json") == first
            assert _supervision(other) == _supervision(record)
            assert other.people.all() == record.people.all()


@given(st.data())
def test_an_import_can_be_undone_and_done_again(data: st.DataObject) -> None:
    with _filled(data) as (folder, record):
        export(record, folder / "first.json")
        with _nobodys(folder) as other:
            before = _shown(other)
            import_file(other, folder / "first.json")
            after = _shown(other)
            other.undo()
            assert (_shown(other), other.verify()) == (before, [])
            other.redo()
            assert (_shown(other), other.verify()) == (after, [])
            other.undo()
            import_file(other, folder / "first.json")
            assert (_shown(other), other.verify()) == (after, [])


@given(st.data())
def test_importing_ones_own_export_changes_nothing(data: st.DataObject) -> None:
    with _filled(data) as (folder, record):
        first = _exported(record, folder / "first.json")
        report = import_file(record, folder / "first.json")
        assert (report.taken, bool(report.changes)) == ((), False)
        assert _exported(record, folder / "second.json") == first


@given(st.data())
def test_a_strangers_json_is_refused_and_changes_nothing(data: st.DataObject) -> None:
    with _filled(data) as (folder, record), new_record(folder / "other.otcpd", 2, number="OT000999") as other:
        new_activity(other, title="Mine")
        export(record, folder / "first.json")
        before = (folder / "other.otcpd").read_bytes()
        with pytest.raises(NotAcceptable) as refused:
            import_file(other, folder / "first.json")
        assert "OT000999" in refused.value.happened
        assert (folder / "other.otcpd").read_bytes() == before


# Uniting


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Record, Record]]:
    """Two CPD files that the same person made apart."""
    one, other = new_record(tmp_path / "one.otcpd", 1), new_record(tmp_path / "other.otcpd", 2)
    with one, other:
        new_activity(one, title="Journal club")
        new_activity(other, title="Shadowing")
        yield one, other


def test_the_same_persons_data_is_united(two: tuple[Record, Record], tmp_path: Path) -> None:
    one, other = two
    export(one, tmp_path / "one.json")
    report = import_file(other, tmp_path / "one.json")
    assert {found.title for found in other.activities.all()} == {"Journal club", "Shadowing"}
    assert report.taken == ("one activity",)
    assert report.skipped == (("portfolio ‘HCPC profile’", "There is nothing in it."),)
    assert len(other.portfolios.all()) == 1
    assert other.people.all() == []
    assert other.verify() == []
    again = import_file(other, tmp_path / "one.json")
    assert (again.taken, bool(again.changes)) == ((), False)


def test_what_is_there_stays_and_the_report_says_so(two: tuple[Record, Record], tmp_path: Path) -> None:
    one, other = two
    mine = one.activities.all()[0].id
    edit_activity(one, mine, "learning", "Much")
    export(one, tmp_path / "one.json")
    import_file(other, tmp_path / "one.json")
    edit_activity(other, mine, "learning", "Other words")
    report = import_file(other, tmp_path / "one.json")
    assert other.activities.get(mine).learning == "Other words"
    assert (
        "activity ‘Journal club’ of 21 November 2026",
        "You have it already with other content, and yours stays as it is.",
    ) in report.skipped
    delete_activity(other, mine)
    report = import_file(other, tmp_path / "one.json")
    assert other.activities.get(mine).deleted is not None
    assert any(why == "You have it in your bin, and it stays there." for _what, why in report.skipped)


def test_new_evidence_and_tags_join_an_activity_that_is_there(two: tuple[Record, Record], tmp_path: Path) -> None:
    one, other = two
    mine = one.activities.all()[0].id
    export(one, tmp_path / "one.json")
    import_file(other, tmp_path / "one.json")
    for name, record in (("a.txt", other), ("b.txt", one)):
        (tmp_path / name).write_text(f"words of {name}")
        attach(record, mine, tmp_path / name, read_evidence)
    set_tags(one, mine, ["falls"])
    export(one, tmp_path / "one.json")
    report = import_file(other, tmp_path / "one.json", look=read_evidence)
    united = other.activities.get(mine)
    assert [other.evidence.get(evidence).name for evidence in united.evidence] == ["a.txt", "b.txt"]
    assert united.tags == ("falls",)
    assert "two additions to activities that you had already" in report.taken
    assert mine in str(other.evidence.all()[1].used_in)
    assert other.search("words")["evidence"] == {evidence.id for evidence in other.evidence.all()}
    assert (other.verify(), other.damaged_content()) == ([], [])


def test_the_portfolio_she_works_on_stays_the_one(two: tuple[Record, Record], tmp_path: Path) -> None:
    one, other = two
    current = other.portfolios.current().id
    edit_portfolio(one, one.portfolios.current().id, "summary", "From the old laptop")
    use_in_statement(one, one.activities.all()[0].id, True)
    edit_portfolio(other, current, "summary", "From the new laptop")
    export(one, tmp_path / "one.json")
    import_file(other, tmp_path / "one.json")
    assert other.portfolios.current().id == current
    assert [len(portfolio.chosen) for portfolio in other.portfolios.all()] == [0, 1]


def test_a_dry_run_reports_and_writes_nothing(two: tuple[Record, Record], tmp_path: Path) -> None:
    one, other = two
    export(one, tmp_path / "one.json")
    before = (tmp_path / "other.otcpd").read_bytes()
    report = import_file(other, tmp_path / "one.json", dry_run=True)
    assert report.taken == ("one activity",)
    assert (tmp_path / "other.otcpd").read_bytes() == before


def test_a_file_open_for_reading_takes_nothing_in(two: tuple[Record, Record], tmp_path: Path) -> None:
    one, other = two
    export(one, tmp_path / "one.json")
    with opening.open_for_reading(other.path, around(3)) as reading, pytest.raises(ReadOnly):
        import_file(reading, tmp_path / "one.json")


# The folder of evidence


@pytest.fixture
def with_evidence(tmp_path: Path) -> Iterator[Record]:
    with new_record(tmp_path / "mine.otcpd") as record:
        activity = new_activity(record, title="Falls course").new_id
        (tmp_path / "certificate.txt").write_text("well done")
        attach(record, activity, tmp_path / "certificate.txt", read_evidence)
        export(record, tmp_path / "out.json")
        yield record


def test_evidence_lies_in_the_folder_by_its_sha256(with_evidence: Record, tmp_path: Path) -> None:
    (file,) = (tmp_path / "out.files").iterdir()
    assert file.name == hashlib.sha256(b"well done").hexdigest()
    assert file.read_bytes() == b"well done"


def test_files_that_are_the_same_are_kept_and_others_put_right(with_evidence: Record, tmp_path: Path) -> None:
    (file,) = (tmp_path / "out.files").iterdir()
    before = file.stat().st_ino
    export(with_evidence, tmp_path / "out.json")
    assert file.stat().st_ino == before
    file.write_bytes(b"tampered")
    export(with_evidence, tmp_path / "out.json")
    assert file.read_bytes() == b"well done"


def test_erased_evidence_leaves_the_folder_and_the_persons_own_files_stay(
    with_evidence: Record, tmp_path: Path
) -> None:
    (tmp_path / "out.files" / "mine.txt").write_text("not otcpd's")
    with_evidence.erase(with_evidence.evidence.all()[0].id, None, "a name")
    export(with_evidence, tmp_path / "out.json")
    assert [path.name for path in (tmp_path / "out.files").iterdir()] == ["mine.txt"]
    with _nobodys(tmp_path) as other:
        import_file(other, tmp_path / "out.json")
        assert other.verify() == []
        assert _exported(other, tmp_path / "second.json")[""] == (tmp_path / "out.json").read_bytes()


def test_damaged_evidence_stops_the_export_and_leaves_the_old_one(with_evidence: Record, tmp_path: Path) -> None:
    old = (tmp_path / "out.json").read_bytes()
    shutil.rmtree(tmp_path / "out.files")
    new_activity(with_evidence, title="Later")
    with with_evidence.gate.unjournaled() as connection:
        connection.execute("UPDATE chunk SET data = ? WHERE seq = 0", (b"rotten",))
    with pytest.raises(FileDamaged):
        export(with_evidence, tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == old
    assert not (tmp_path / "out.files").exists()
    assert [path for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize("harm", ["missing", "changed", "folder"])
def test_evidence_that_is_not_as_it_was_is_refused(with_evidence: Record, tmp_path: Path, harm: str) -> None:
    (file,) = (tmp_path / "out.files").iterdir()
    if harm == "missing":
        file.unlink()
    elif harm == "changed":
        file.write_bytes(b"ill done!")
    else:
        shutil.rmtree(tmp_path / "out.files")
    with _nobodys(tmp_path) as other:
        before = read_tables(other)
        with pytest.raises(NotAcceptable, match=r"certificate\.txt"):
            import_file(other, tmp_path / "out.json")
        assert read_tables(other) == before


# Fuzz


def _places(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _places(inner, (*path, key))


_JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["\ud800", "2026-13-01", "0" * 64, "private", "", []]),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@given(st.data())
def test_changed_json_is_refused_or_taken_and_nothing_else(data: st.DataObject) -> None:
    with _filled(data) as (folder, record):
        export(record, folder / "first.json")
        document = json.loads((folder / "first.json").read_text("utf-8"))
        for _ in range(data.draw(st.integers(1, 2))):
            path = data.draw(st.sampled_from(list(_places(document))))
            if not path:
                document = data.draw(_JUNK)
                break
            inner = document
            for key in path[:-1]:
                inner = inner[key]
            if data.draw(st.booleans()):
                del inner[path[-1]]
            else:
                inner[path[-1]] = data.draw(_JUNK)
        (folder / "first.json").write_text(json.dumps(document), "utf-8")
        with _nobodys(folder) as other:
            before = read_tables(other)
            if _is_refused(other, folder / "first.json"):
                assert read_tables(other) == before
            assert (other.verify(), other.integrity()) == ([], [])
            _shown(other)
            export(other, folder / "second.json")


def _is_refused(record: Record, path: Path) -> bool:
    try:
        import_file(record, path)
    except NotAcceptable as error:
        return error.safe == "Nothing was changed."
    return False


@given(st.binary(max_size=60))
def test_rubbish_is_refused(rubbish: bytes) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        for start in (b"", b'{"format": "otcpd"', b"[", b"{" * 50_000):
            (Path(name) / "in.json").write_bytes(start + rubbish)
            with pytest.raises(NotAcceptable):
                import_file(record, Path(name) / "in.json")


@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_the_cpd_file_itself_is_never_written_over(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"mine{ending}"
    with new_record(path) as record:
        before = path.read_bytes()
        with pytest.raises(NotAcceptable, match="your CPD file itself"):
            export(record, path)
        assert path.read_bytes() == before
