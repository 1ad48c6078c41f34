"""Taking files in, linking them, saving copies out."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from otcpd.actions import evidence as actions
from otcpd.actions.activities import delete_activity, restore_activity
from otcpd.actions.bin import in_bin, put_back
from otcpd.actions.evidence import CameIn, attach, edit_caption, remove_from_activity, save_copy
from otcpd.actions.safety import erase
from otcpd.domain.errors import DiskFull, FileDamaged, MachineSaidNo, NotAcceptable, OtcpdError
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText, read_evidence
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, state, undone_and_redone, written
from tests.exchange import samples
from tests.ports import FixedClock
from tests.record.support import found, reopened, sound, take_in, undo_labels


def stored(record: Record, evidence: str) -> bytes:
    return b"".join(record.evidence.chunks(evidence))


def pdf(path: Path) -> Path:
    return samples.pdf(path, "Certificate of attendance, Isla Birch")


def picture(path: Path) -> Path:
    path.write_bytes(samples.picture("PNG"))
    return path


def mail(path: Path) -> Path:
    path.write_bytes(samples.mail())
    return path


def word(path: Path) -> Path:
    return samples.docx(path, "Case study of a kitchen")


def broken_pdf(path: Path) -> Path:
    path.write_bytes(b"%PDF-1.7\nand nothing more")
    return path


def strange(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 8)
    return path


@pytest.mark.parametrize(
    ("make", "kind", "state", "warning"),
    [
        (pdf, EvidenceKind.PDF, EvidenceState.READABLE, ""),
        (picture, EvidenceKind.IMAGE, EvidenceState.READABLE, ""),
        (word, EvidenceKind.WORD, EvidenceState.READABLE, ""),
        (mail, EvidenceKind.EMAIL, EvidenceState.READABLE, ""),
        (written, EvidenceKind.TEXT, EvidenceState.READABLE, ""),
        (samples.locked_pdf, EvidenceKind.PDF, EvidenceState.LOCKED, "‘proof’ has a password. It is kept, but"),
        (broken_pdf, EvidenceKind.PDF, EvidenceState.BROKEN, "‘proof’ seems to be broken. It is kept as it is;"),
        (strange, EvidenceKind.OTHER, EvidenceState.UNKNOWN, "‘proof’ is of a kind that cannot be shown here."),
    ],
)
def test_every_kind_of_file_is_kept_as_it_is(
    record: Record,
    clock: FixedClock,
    activity: str,
    tmp_path: Path,
    make: Callable[[Path], Path],
    kind: EvidenceKind,
    state: EvidenceState,
    warning: str,
) -> None:
    file = make(tmp_path / "proof")
    taken = attached(record, activity, file)
    assert taken.warning.startswith(warning)
    assert bool(taken.warning) is bool(warning)
    assert taken.changes.of("activity") == {activity}
    assert taken.changes.of("evidence") == {taken.evidence}
    entry = record.evidence.get(taken.evidence)
    assert (entry.kind, entry.state, entry.name, entry.size) == (kind, state, "proof", file.stat().st_size)
    assert (entry.used_in, entry.created) == ((activity,), clock.now())
    with reopened(record, clock) as again:
        assert stored(again, taken.evidence) == file.read_bytes()
        assert sound(again)


def test_words_inside_evidence_its_name_and_its_caption_are_found(
    record: Record, activity: str, tmp_path: Path
) -> None:
    one = attached(record, activity, pdf(tmp_path / "kingfisher.pdf"), " Wader day ")
    assert record.evidence.get(one.evidence).caption == "Wader day"
    for query in ("attendance", "kingfisher", "wader"):
        assert found(record, query, "evidence") == {one.evidence}


def test_attaching_is_one_step_and_undone_with_its_bytes_kept_for_redo(
    record: Record, activity: str, tmp_path: Path
) -> None:
    file = written(tmp_path / "a.txt")
    undone_and_redone(
        record,
        lambda: attached(record, activity, file).changes,
        lambda: (record.activities.get(activity).evidence, [one.id for one in record.evidence.all()]),
        "Add evidence",
    )
    (kept,) = record.activities.get(activity).evidence
    assert stored(record, kept) == file.read_bytes()


def test_evidence_keeps_the_order_in_which_it_came(record: Record, activity: str, tmp_path: Path) -> None:
    files = [written(tmp_path / f"{number}.txt", f"text {number}") for number in (3, 1, 2)]
    ids = [attached(record, activity, file).evidence for file in files]
    assert record.activities.get(activity).evidence == tuple(ids)
    assert "kept once" in attached(record, activity, files[0]).warning
    assert record.activities.get(activity).evidence == tuple(ids), "what is there already keeps its place"


def test_the_same_file_in_two_activities_is_one_piece(record: Record, activity: str, tmp_path: Path) -> None:
    other = journal_club(record, title="Webinar")
    first = attached(record, activity, written(tmp_path / "a.txt"))
    second = attached(record, other, written(tmp_path / "b.txt"), "Certificate")
    assert second.evidence == first.evidence
    assert second.warning == "‘b.txt’ was in your CPD file already, so it is kept once."
    assert set(record.evidence.get(first.evidence).used_in) == {activity, other}
    assert record.evidence.get(first.evidence).caption == "Certificate"
    assert record.reader.value("SELECT count(*) FROM blob") == 1
    attached(record, other, written(tmp_path / "c.txt"), "Another caption")
    assert record.evidence.get(first.evidence).caption == "Certificate", "the caption that others show stays"
    assert sound(record)


def test_large_files_come_with_a_word_of_warning(
    record: Record, activity: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "LARGE", 2_000_000)
    file = tmp_path / "scan.bin"
    file.write_bytes(b"\0" * 2_000_000)
    warning = attached(record, activity, file).warning
    assert "‘scan.bin’ is 2.0 MB. Your CPD file and each backup grow by as much." in warning
    assert "MB" not in attached(record, activity, file).warning, "it grows no more"


def test_progress_is_told_in_bytes(record: Record, activity: str, tmp_path: Path) -> None:
    file = tmp_path / "scan.bin"
    file.write_bytes(b"x" * (2 * 1024**2 + 1))
    told: list[tuple[int, int]] = []
    attach(record, activity, file, read_evidence, progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 2 * 1024**2 + 1) for done in (1024**2, 2 * 1024**2, 2 * 1024**2 + 1)]


# What is refused


def test_an_empty_file_is_refused(record: Record, activity: str, tmp_path: Path) -> None:
    with refused(record, NotAcceptable, "‘a.txt’ is empty. Nothing was added."):
        attached(record, activity, written(tmp_path / "a.txt", ""))


def test_a_folder_is_refused(record: Record, activity: str, tmp_path: Path) -> None:
    with refused(record, NotAcceptable, "is a folder. Nothing was added. Choose the files inside it."):
        attached(record, activity, tmp_path)


def test_a_file_that_is_not_there_is_refused(record: Record, activity: str, tmp_path: Path) -> None:
    with refused(record, NotAcceptable, "‘gone.txt’ is not there any more."):
        attached(record, activity, tmp_path / "gone.txt")


def test_a_file_that_vanishes_while_it_is_looked_at_is_refused(record: Record, activity: str, tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt")

    def look_too_late(path: Path) -> EvidenceText:
        path.unlink()
        return read_evidence(path)

    with refused(record, NotAcceptable, "‘a.txt’ is not there any more. Nothing was added."):
        attach(record, activity, file, look_too_late)
    assert undo_labels(record) == ["New activity"]


def test_whatever_happens_while_looking_leaves_no_bytes_behind(record: Record, activity: str, tmp_path: Path) -> None:
    def stick_pulled_out(path: Path) -> EvidenceText:
        raise MachineSaidNo("This computer could not read the stick.")

    with refused(record, MachineSaidNo):
        attach(record, activity, written(tmp_path / "a.txt"), stick_pulled_out)


def test_evidence_of_an_unknown_activity_is_refused_before_a_byte_is_read(record: Record, tmp_path: Path) -> None:
    with refused(record, NotAcceptable, "There is no activity with the id nobody."):
        attached(record, "nobody", written(tmp_path / "a.txt"))


# Captions and taking away


def test_a_caption_is_typed_and_undone(record: Record, clock: FixedClock, activity: str, tmp_path: Path) -> None:
    evidence = attached(record, activity, written(tmp_path / "a.txt"), "Old").evidence
    for end in range(1, 12):
        clock.advance(1)
        edit_caption(record, evidence, "Certificate"[:end], typing=True)
    assert record.evidence.get(evidence).caption == "Certificate"
    assert undo_labels(record)[-2:] == ["Add evidence", "Edit caption"]
    record.undo()
    assert record.evidence.get(evidence).caption == "Old"
    with refused(record, NotAcceptable, "There is no evidence with the id nobody."):
        edit_caption(record, "nobody", "x")


def test_what_nothing_uses_any_more_goes_to_the_bin(record: Record, activity: str, tmp_path: Path) -> None:
    other = journal_club(record, title="Webinar")
    evidence = attached(record, activity, written(tmp_path / "a.txt")).evidence
    attached(record, other, tmp_path / "a.txt")
    remove_from_activity(record, activity, evidence)
    assert record.evidence.get(evidence).used_in == (other,)
    assert record.evidence.get(evidence).deleted is None
    undone_and_redone(
        record,
        lambda: remove_from_activity(record, other, evidence),
        lambda: (record.evidence.all(), record.activities.get(other).evidence),
        "Remove evidence",
    )
    assert record.evidence.get(evidence).deleted is not None
    assert found(record, "attendance", "evidence") == frozenset()


def test_an_activity_in_the_bin_comes_back_with_evidence_that_others_gave_up(
    record: Record, activity: str, tmp_path: Path
) -> None:
    other = journal_club(record, title="Webinar")
    evidence = attached(record, activity, written(tmp_path / "a.txt")).evidence
    attached(record, other, tmp_path / "a.txt")
    delete_activity(record, activity)
    remove_from_activity(record, other, evidence)
    restore_activity(record, activity)
    assert record.activities.get(activity).evidence == (evidence,)
    assert record.evidence.get(evidence).deleted is None


def test_taking_evidence_off_an_activity_that_never_had_it_changes_nothing(
    record: Record, activity: str, tmp_path: Path
) -> None:
    other = journal_club(record, title="Webinar")
    evidence = attached(record, activity, written(tmp_path / "a.txt")).evidence
    delete_activity(record, activity)
    before = state(record)
    assert not remove_from_activity(record, other, evidence)
    assert state(record) == before


def test_a_file_taken_off_can_be_added_again(record: Record, activity: str, tmp_path: Path) -> None:
    first = attached(record, activity, written(tmp_path / "a.txt")).evidence
    remove_from_activity(record, activity, first)
    taken = attached(record, activity, tmp_path / "a.txt")
    assert record.activities.get(activity).evidence == (taken.evidence,)
    assert taken.warning == ""
    assert stored(record, taken.evidence) == b"Certificate of attendance"
    assert sound(record)


def test_what_is_added_again_comes_out_of_the_bin(record: Record, activity: str, tmp_path: Path) -> None:
    other = journal_club(record, title="Webinar")
    piece = attached(record, activity, written(tmp_path / "scan.txt"), "Certificate").evidence
    attached(record, other, tmp_path / "scan.txt")
    actions.remove_evidence(record, [piece])
    undone_and_redone(
        record,
        lambda: attached(record, activity, written(tmp_path / "falls.txt")).changes,
        lambda: (record.evidence.all(), record.activities.get(activity).evidence),
        "Add evidence",
    )
    (again,) = record.evidence.all()
    assert (again.id, again.name, again.caption, again.used_in) == (piece, "falls.txt", "Certificate", (activity,))
    assert [entry.kind for entry in in_bin(record)] == [], "put back, it would be there twice"


def test_adding_again_what_was_undone_makes_no_second_piece(record: Record, activity: str, tmp_path: Path) -> None:
    first = attached(record, activity, written(tmp_path / "a.txt"), "First").evidence
    record.undo()
    again = attached(record, activity, tmp_path / "a.txt", "Second")
    assert (again.evidence, again.already, again.warning) == (first, False, "")
    assert record.evidence.get(first).caption == "Second"
    assert record.reader.value("SELECT count(*) FROM evidence") == 1
    record.undo()
    assert record.evidence.all() == []
    assert sound(record)


def test_the_same_file_twice_in_one_go_keeps_its_first_place(record: Record, activity: str, tmp_path: Path) -> None:
    come = []
    for name, text, caption in (("a", "same", ""), ("b", "other", "B"), ("c", "same", "Late caption")):
        file = written(tmp_path / f"{name}.txt", text)
        come.append(CameIn(file.name, take_in(record, file), read_evidence(file), caption))
    done = actions.attach_several(record, activity, come)
    assert [one.already for one in done.each] == [False, False, True]
    first, second, third = (one.evidence for one in done.each)
    assert first == third
    assert record.activities.get(activity).evidence == (first, second)
    assert [record.evidence.get(one).caption for one in (first, second)] == ["Late caption", "B"]
    assert sound(record)


def statements(record: Record, act: Callable[[], object]) -> int:
    """How many statements the engine is given."""
    heard: list[str] = []
    engine: Any = record.gate.connection
    engine.set_trace_callback(heard.append)
    act()
    engine.set_trace_callback(None)
    return sum(one.startswith("SELECT") for one in heard)


def test_many_pieces_cost_no_questions_for_each(record: Record, activity: str, tmp_path: Path) -> None:
    come = []
    for number in range(40):
        file = written(tmp_path / f"{number}.txt", str(number))
        come.append(CameIn(file.name, take_in(record, file), read_evidence(file)))
    assert statements(record, lambda: actions.attach_several(record, activity, come)) < 40
    ids = record.evidence.ids()
    assert statements(record, lambda: actions.remove_evidence(record, ids)) < 40
    assert record.evidence.ids() == []
    assert statements(record, lambda: put_back(record, ids)) < 40
    assert record.activities.get(activity).evidence == tuple(ids)
    assert statements(record, lambda: remove_from_activity(record, activity, ids[0])) < 20
    assert sound(record)


def test_what_is_none_is_not_removed(record: Record, activity: str, tmp_path: Path) -> None:
    piece = attached(record, activity, written(tmp_path / "a.txt")).evidence
    with refused(record, NotAcceptable, "no evidence with the id nothing"):
        actions.remove_evidence(record, [piece, "nothing"])


# Copies out


@pytest.fixture
def scan(record: Record, activity: str, tmp_path: Path) -> str:
    file = tmp_path / "scan.bin"
    file.write_bytes(bytes(range(256)) * 10_000)
    return attached(record, activity, file).evidence


def test_a_copy_is_the_file_as_it_came_in(record: Record, scan: str, tmp_path: Path) -> None:
    out = written(tmp_path / "out.bin", "older")
    save_copy(record, scan, out)
    assert out.read_bytes() == (tmp_path / "scan.bin").read_bytes()


def assert_nothing_written(record: Record, scan: str, folder: Path, kind: type[OtcpdError], words: str) -> None:
    """A copy fails with `words`; what stood there stays, and no half file."""
    folder.mkdir()
    out = written(folder / "out.bin", "older")
    with refused(record, kind, words):
        save_copy(record, scan, out)
    assert out.read_text(encoding="utf-8") == "older"
    assert list(folder.iterdir()) == [out]


def test_a_full_disk_leaves_what_was_there(record: Record, scan: str, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
    try:
        assert_nothing_written(record, scan, tmp_path / "stick", DiskFull, "‘out.bin’ was not saved. The disk is full.")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_damaged_bytes_are_never_given_out(record: Record, scan: str, tmp_path: Path) -> None:
    with record.gate.unjournaled() as connection:
        connection.execute("UPDATE chunk SET data = zeroblob(5) WHERE seq = 1")
    assert_nothing_written(record, scan, tmp_path / "stick", FileDamaged, "is not as it was when it came in")


def test_an_erased_file_cannot_be_copied(record: Record, scan: str, tmp_path: Path) -> None:
    erase(record, scan, None, "Not mine to keep", tmp_path / "backups")
    assert_nothing_written(record, scan, tmp_path / "stick", NotAcceptable, "This file was erased for good.")


def test_a_copy_never_takes_the_place_of_the_cpd_file(record: Record, scan: str, tmp_path: Path) -> None:
    link = tmp_path / "other name.pdf"
    link.symlink_to(record.path)
    for target in (record.path, link, tmp_path / ".." / tmp_path.name / record.path.name):
        with refused(record, NotAcceptable, "is your CPD file itself. It has not been changed. Choose another name."):
            save_copy(record, scan, target)
    assert sound(record)
