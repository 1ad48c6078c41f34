"""Evidence bytes: in chunks, stored once, checked on reading."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from otcpd.domain.errors import FileDamaged, NotAcceptable
from otcpd.record import opening
from otcpd.record.blobs import CHUNK, Intake
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.record.support import add_activity, attach, take_in

LARGE = CHUNK * 2 + 4321


@pytest.fixture
def activity(record: Record) -> str:
    return add_activity(record)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of three chunks."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(bytes(range(251)) * (LARGE // 251) + b"end")
    return path


def blobs(record: Record) -> int:
    return int(record.reader.value("SELECT count(*) FROM blob"))


def chunks(record: Record) -> int:
    return int(record.reader.value("SELECT count(*) FROM chunk"))


def spoil(record: Record) -> None:
    """Changes one stored byte, as a failing disk would."""
    with record.gate.unjournaled() as connection:
        connection.execute("UPDATE chunk SET data = zeroblob(length(data)) WHERE seq = 0")


def test_a_file_comes_back_as_it_went_in(record: Record, activity: str, file: Path) -> None:
    evidence = attach(record, activity, file)
    stored = record.evidence.get(evidence)
    parts = list(record.evidence.chunks(evidence))
    assert b"".join(parts) == file.read_bytes()
    assert stored.size == file.stat().st_size
    assert max(map(len, parts)) <= CHUNK == 1024 * 1024
    assert len(parts) == 3
    assert stored.used_in == (activity,)
    assert record.damaged_content() == []


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1])
def test_sizes_around_a_chunk(record: Record, activity: str, tmp_path: Path, size: int) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"x" * size)
    evidence = attach(record, activity, path)
    assert sum(map(len, record.evidence.chunks(evidence))) == size


def test_the_first_bytes_are_given_for_telling_the_kind(record: Record, file: Path) -> None:
    stored = take_in(record, file)
    assert stored.head == file.read_bytes()[: Intake.HEAD]


def test_the_same_bytes_are_stored_once(record: Record, activity: str, file: Path, tmp_path: Path) -> None:
    first = attach(record, activity, file, text="posture")
    twin = tmp_path / "the same.pdf"
    shutil.copyfile(file, twin)
    second = attach(record, activity, twin)
    assert (blobs(record), chunks(record)) == (1, 3)
    assert b"".join(record.evidence.chunks(first)) == b"".join(record.evidence.chunks(second))
    assert record.search("posture")["evidence"] == {first, second}, "the text inside was kept"


def test_adding_a_file_again_heals_damaged_bytes(record: Record, activity: str, file: Path) -> None:
    evidence = attach(record, activity, file)
    spoil(record)
    with pytest.raises(FileDamaged):
        list(record.evidence.chunks(evidence))
    assert record.damaged_content() == [record.evidence.get(evidence).sha256]
    take_in(record, file)
    assert b"".join(record.evidence.chunks(evidence)) == file.read_bytes()
    assert record.damaged_content() == []


def test_damage_is_told_on_reading_and_names_a_way_out(record: Record, activity: str, file: Path) -> None:
    evidence = attach(record, activity, file)
    with record.gate.unjournaled() as connection:
        connection.execute("DELETE FROM chunk WHERE seq = 1")
    with pytest.raises(FileDamaged, match="add the evidence again"):
        list(record.evidence.chunks(evidence))
    assert record.damaged_content() == [record.evidence.get(evidence).sha256]


def test_bytes_that_are_gone_altogether_are_told(record: Record, activity: str, file: Path) -> None:
    evidence = attach(record, activity, file)
    with record.gate.unjournaled() as connection:
        connection.execute("DELETE FROM chunk")
        connection.execute("DELETE FROM blob")
    with pytest.raises(FileDamaged):
        list(record.evidence.chunks(evidence))
    assert record.damaged_content() == [record.evidence.get(evidence).sha256]


def test_what_a_crash_left_is_swept_at_the_next_opening(
    record: Record, activity: str, file: Path, around: Surroundings
) -> None:
    kept = attach(record, activity, file)
    half = file.with_name("half.pdf")
    half.write_bytes(b"half" * CHUNK)
    intake = record.intake(half)
    intake.step()
    intake.step()
    whole = file.with_name("unlinked.pdf")
    whole.write_bytes(b"came in whole, but nothing refers to it")
    take_in(record, whole)
    assert blobs(record) == 3
    crashed = file.with_name("crashed.otcpd")
    shutil.copyfile(record.path, crashed)
    intake.cancel()
    with opening.open_for_writing(crashed, around) as again:
        assert (blobs(again), chunks(again)) == (1, 3)
        assert b"".join(again.evidence.chunks(kept)) == file.read_bytes()


def test_evidence_in_the_bin_keeps_its_bytes(record: Record, activity: str, file: Path, around: Surroundings) -> None:
    evidence = attach(record, activity, file)
    with record.step("Delete evidence") as step:
        step.remove("evidence", evidence)
    record.close()
    with opening.open_for_writing(record.path, around) as again:
        assert b"".join(again.evidence.chunks(evidence)) == file.read_bytes()


def test_cancelling_leaves_nothing(record: Record, file: Path) -> None:
    intake = record.intake(file)
    intake.step()
    intake.cancel()
    assert (blobs(record), chunks(record)) == (0, 0)
    intake.cancel()


def test_progress_can_be_told(record: Record, file: Path) -> None:
    intake = record.intake(file)
    done = [intake.done]
    while intake.step():
        done.append(intake.done)
    intake.finish()
    assert done == [0, CHUNK, 2 * CHUNK, file.stat().st_size]
    assert intake.size == file.stat().st_size


def test_trying_a_step_again_after_it_failed_leaves_no_hole(record: Record, file: Path) -> None:
    intake = record.intake(file)
    intake.step()
    with record.step("Something else"), pytest.raises(AssertionError):
        intake.step()  # any failure to save will do
    while intake.step():
        pass
    stored = intake.finish()
    assert b"".join(record.evidence.content(stored.sha256)) == file.read_bytes()


def test_erasing_meanwhile_does_not_touch_what_is_coming_in(
    record: Record, activity: str, file: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes(b"old")
    evidence = attach(record, activity, old)
    intake = record.intake(file)
    intake.step()
    record.erase(evidence, None, "a name")
    while intake.step():
        pass
    stored = intake.finish()
    record.erase(activity, "learning", "a name")
    assert b"".join(record.evidence.content(stored.sha256)) == file.read_bytes()


def test_an_empty_file_is_refused(record: Record, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    with pytest.raises(NotAcceptable, match="is empty"):
        take_in(record, empty)
    assert blobs(record) == 0


def test_a_file_that_has_gone_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(NotAcceptable, match="not there any more"):
        record.intake(tmp_path / "gone.pdf")


def test_a_folder_is_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(NotAcceptable, match="is a folder"):
        record.intake(tmp_path)


@pytest.fixture
def failing_medium() -> Path:
    """A file whose reading fails although it opens: a process's memory read from address 0."""
    return Path(f"/proc/{os.getpid()}/mem")


def test_a_file_that_fails_while_it_is_read_is_refused_and_leaves_nothing(record: Record, failing_medium: Path) -> None:
    intake = record.intake(failing_medium)
    with pytest.raises(NotAcceptable, match="could not be read"):
        intake.step()
    assert blobs(record) == 0


def test_the_cpd_file_is_no_evidence_of_itself(record: Record, tmp_path: Path) -> None:
    link = tmp_path / "scan.pdf"
    link.symlink_to(record.path)
    for path in (record.path, link):
        with pytest.raises(NotAcceptable, match="this CPD file itself"):
            record.intake(path)


def read_to_the_end(intake: Intake) -> None:
    while intake.step():
        pass


def test_a_file_that_grows_or_shrinks_while_it_is_read_is_refused(record: Record, file: Path) -> None:
    for change in (b"x" * (5 * CHUNK), b"x" * (CHUNK + 1)):
        file.write_bytes(b"s" * (2 * CHUNK))
        intake = record.intake(file)
        intake.step()
        file.write_bytes(change)
        with pytest.raises(NotAcceptable, match="changed while it was being read"):
            read_to_the_end(intake)
        assert blobs(record) == 0
