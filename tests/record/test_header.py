"""What is no CPD file, or one of another age, is told kindly and never touched."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from otcpd.domain.errors import CannotOpen, FileDamaged, FileMissing, FileTooNew, NotACpdFile, ReadOnly
from otcpd.record import opening, schema
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.record.support import add_activity, sound

Opening = Callable[[Path, Surroundings], Record]

WAYS: list[Opening] = [opening.open_for_writing, opening.open_for_reading, opening.open_as_possible]


@pytest.fixture(params=WAYS, ids=["for writing", "for reading", "as possible"])
def way(request: pytest.FixtureRequest) -> Opening:
    chosen: Opening = request.param
    return chosen


@pytest.fixture
def made(record: Record) -> Path:
    """A closed CPD file with one activity."""
    add_activity(record, "Journal club")
    record.close()
    return record.path


def set_number(path: Path, offset: int, value: int) -> None:
    """Writes a number of four bytes into the file's header."""
    content = bytearray(path.read_bytes())
    struct.pack_into(">I", content, offset, value)
    path.write_bytes(content)


def refused(path: Path, way: Opening, around: Surroundings) -> CannotOpen:
    """Opens what cannot be opened: nothing in the folder may change by it."""
    before = {name: name.read_bytes() for name in path.parent.iterdir() if name.is_file()}
    with pytest.raises(CannotOpen) as caught:
        way(path, around).close()
    assert {name: name.read_bytes() for name in path.parent.iterdir() if name.is_file()} == before
    assert caught.value.exit_code == 3
    return caught.value


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"Dear Eilidh,\n" * 500, b"%PDF-1.7\n" + bytes(9000), b"SQLite format 3\x00", bytes(5000)],
    ids=["empty", "one byte", "a letter", "a PDF", "the name only", "zeros"],
)
def test_what_is_no_cpd_file_is_refused(tmp_path: Path, way: Opening, around: Surroundings, content: bytes) -> None:
    path = tmp_path / "letter.otcpd"
    path.write_bytes(content)
    error = refused(path, way, around)
    assert isinstance(error, NotACpdFile)
    assert "letter.otcpd" in error.happened


def test_the_database_of_another_program_is_refused(tmp_path: Path, way: Opening, around: Surroundings) -> None:
    path = tmp_path / "photos.db"
    other = dbapi2.connect(str(path))
    other.execute("CREATE TABLE record (id TEXT, owner TEXT)")
    other.commit()
    other.close()
    assert isinstance(refused(path, way, around), NotACpdFile)


def test_a_missing_file_and_a_folder(tmp_path: Path, way: Opening, around: Surroundings) -> None:
    assert isinstance(refused(tmp_path / "gone.otcpd", way, around), FileMissing)
    folder = tmp_path / "folder.otcpd"
    folder.mkdir()
    assert isinstance(refused(folder, way, around), NotACpdFile)


def test_a_file_of_a_newer_major_is_refused(made: Path, way: Opening, around: Surroundings) -> None:
    set_number(made, 60, (schema.MAJOR + 1) * 1000)
    error = refused(made, way, around)
    assert isinstance(error, FileTooNew)
    assert "Update the app" in error.next_step


def test_a_file_of_a_newer_minor_opens_for_reading_only(made: Path, around: Surroundings) -> None:
    set_number(made, 60, schema.VERSION + 1)
    before = made.read_bytes()
    with pytest.raises(ReadOnly, match="newer otcpd"):
        opening.open_for_writing(made, around)
    with opening.open_as_possible(made, around) as record:
        assert record.read_only
        assert "newer otcpd" in record.read_only_because
        assert [one.title for one in record.activities.all()] == ["Journal club"]
        assert record.search("journ")["activity"]
        assert sound(record)
        with pytest.raises(ReadOnly):
            add_activity(record)
    assert made.read_bytes() == before
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_a_version_that_never_was_is_damage(made: Path, way: Opening, around: Surroundings) -> None:
    set_number(made, 60, 7)
    assert isinstance(refused(made, way, around), FileDamaged)


@pytest.mark.parametrize("length", [*range(0, 100, 9), 100, 101, 4095, 4096, 4097, 5000, 3 * 4096, 40_960])
def test_a_file_cut_short_is_refused_wherever_it_ends(
    made: Path, way: Opening, around: Surroundings, length: int
) -> None:
    made.write_bytes(made.read_bytes()[:length])
    error = refused(made, way, around)
    if length >= 100:
        assert isinstance(error, FileDamaged)
        assert "cut short" in error.happened
        assert "otcpd restore" in error.next_step


def test_a_file_that_lacks_its_last_byte_is_refused(made: Path, way: Opening, around: Surroundings) -> None:
    made.write_bytes(made.read_bytes()[:-1])
    assert isinstance(refused(made, way, around), FileDamaged)


def test_a_cpd_file_without_its_tables_is_damaged(tmp_path: Path, way: Opening, around: Surroundings) -> None:
    path = tmp_path / "hollow.otcpd"
    hollow = dbapi2.connect(str(path))
    hollow.execute("CREATE TABLE other (id TEXT)")
    hollow.execute(f"PRAGMA application_id = {0x4F544350}")
    hollow.execute(f"PRAGMA user_version = {schema.VERSION}")
    hollow.commit()
    hollow.close()
    assert isinstance(refused(path, way, around), FileDamaged)
