"""Files that prove nothing yet stay in the CPD file, and go wherever it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions.evidence import attach, remove_evidence, remove_from_activity, use_in_activity
from otcpd.actions.exporting import export
from otcpd.actions.files import new_file
from otcpd.actions.importing import import_file
from otcpd.actions.safety import verify
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record import backup as copies
from otcpd.record import opening
from otcpd.record.record import Record
from tests.actions.support import attached, written
from tests.ports import FixedClock
from tests.record.support import NAME, NUMBER, reopened, sound, surroundings


@pytest.fixture
def unused(record: Record, tmp_path: Path) -> str:
    return attach(record, "", written(tmp_path / "leaflet.txt", "grab rails"), read_evidence, caption="Rails").evidence


def content(record: Record, evidence: str) -> bytes:
    return b"".join(record.evidence.chunks(evidence))


def test_it_stays_after_tidying_closing_and_opening(record: Record, clock: FixedClock, unused: str) -> None:
    while record.tidy():
        pass
    with reopened(record, clock) as again:
        while again.tidy():
            pass
        piece = again.evidence.get(unused)
        assert (piece.used_in, piece.caption, piece.deleted) == ((), "Rails", None)
        assert content(again, unused) == b"grab rails"
        assert again.search("grab")["evidence"] == {unused}
        assert verify(again).clean


def test_it_goes_through_export_and_import(record: Record, clock: FixedClock, unused: str, tmp_path: Path) -> None:
    export(record, tmp_path / "out.json")
    with new_file(tmp_path / "other.otcpd", NAME, NUMBER, surroundings(clock, 9)) as other:
        import_file(other, tmp_path / "out.json")
        piece = other.evidence.get(unused)
        assert (piece.used_in, piece.caption) == ((), "Rails")
        assert content(other, unused) == b"grab rails"
        assert sound(other)


def test_it_is_in_every_backup(record: Record, clock: FixedClock, unused: str, tmp_path: Path) -> None:
    made = copies.back_up(record.path, tmp_path / "backups", clock.now())
    with opening.open_for_reading(made.path, surroundings(clock, 4)) as kept:
        assert kept.evidence.get(unused).used_in == ()
        assert content(kept, unused) == b"grab rails"


def test_it_can_be_used_taken_out_and_kept(record: Record, activity: str, unused: str) -> None:
    use_in_activity(record, activity, unused)
    assert not use_in_activity(record, activity, unused)
    assert record.activities.get(activity).evidence == (unused,)
    remove_from_activity(record, activity, unused, keep=True)
    assert record.evidence.get(unused).deleted is None
    assert record.evidence.get(unused).used_in == ()
    record.undo()
    assert record.evidence.get(unused).used_in == (activity,)
    assert sound(record)


def test_several_are_removed_and_brought_back_together(
    record: Record, activity: str, unused: str, tmp_path: Path
) -> None:
    used = attached(record, activity, written(tmp_path / "used.txt", "used")).evidence
    remove_evidence(record, [unused, used])
    assert record.evidence.ids() == []
    assert record.activities.get(activity).evidence == ()
    record.undo()
    assert set(record.evidence.ids()) == {unused, used}
    assert record.activities.get(activity).evidence == (used,)
    assert sound(record)


def test_what_is_not_there_is_not_used(record: Record, activity: str, unused: str) -> None:
    for one, other in ((activity, "nothing"), ("nothing", unused)):
        with pytest.raises(NotAcceptable):
            use_in_activity(record, one, other)


def test_pieces_are_read_some_at_a_time(record: Record, unused: str, tmp_path: Path) -> None:
    second = attach(record, "", written(tmp_path / "b.txt", "b"), read_evidence).evidence
    assert record.evidence.ids() == [unused, second]
    assert record.evidence.some([second, unused, "nothing"]) == record.evidence.all()
    assert record.evidence.text(record.evidence.get(unused).sha256, 4) == "grab"
    assert record.evidence.text("nothing", 4) is None
