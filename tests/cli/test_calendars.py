"""`otcpd export OUT.ics` and `otcpd import INVITATION.ics`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.exchange.calendars import calendar, event

TEN = "DTSTART;TZID=GMT Standard Time:20261203T100000"


@pytest.fixture
def invitation(tmp_path: Path) -> Path:
    """An invitation to supervision."""
    path = tmp_path / "invitation.ics"
    path.write_bytes(calendar(event(TEN, "DURATION:PT1H", "LOCATION:Room 4")).encode())
    return path


def changed(path: Path, old: str, new: str) -> Path:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")
    return path


def test_an_invitation_comes_in_is_moved_and_goes_out_again(
    otcpd: CommandLine, invitation: Path, tmp_path: Path
) -> None:
    trial = otcpd("import", otcpd.record, invitation, "--dry-run")
    line = "taken: ‘Supervision’ on 3 December 2026, 10:00: new, Professional"
    assert (trial.code, trial.lines) == (0, [line])
    assert "nothing was changed" in trial.err
    assert otcpd("import", otcpd.record, invitation).lines == [line]
    again = otcpd("import", otcpd.record, invitation)
    assert (again.code, again.lines) == (0, ["skipped: ‘Supervision’ on 3 December 2026: You have it already."])
    moved = otcpd("import", otcpd.record, changed(invitation, "1203T10", "1204T15"))
    told = "taken: ‘Supervision’ on 4 December 2026, 15:00, Room 4: planned, before 3 December 2026, 10:00"
    assert moved.lines == [told]

    out = tmp_path / "out.ics"
    said = otcpd("export", otcpd.record, out)
    assert (said.code, said.lines) == (0, [str(out)])
    assert "one session for your calendar" in said.err
    written = out.read_text(encoding="utf-8")
    assert "DTSTART;TZID=Europe/London:20261204T150000" in written
    assert "UID:u1" in written

    off = otcpd("import", otcpd.record, changed(invitation, "METHOD:REQUEST", "METHOD:CANCEL"))
    assert off.lines == ["taken: ‘Supervision’: called off, planned for 4 December 2026, 15:00"]
    otcpd("export", otcpd.record, out)
    assert "STATUS:CANCELLED" in out.read_text(encoding="utf-8")
    assert otcpd("verify", otcpd.record).code == 0


def test_of_a_whole_calendar_only_what_looks_like_supervision_is_taken(otcpd: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "diary.ics"
    others = [event(TEN, uid=f"o{number}", title=f"Visit {number}") for number in range(20)]
    late = event("DTSTART:20200101T100000", uid="late")
    path.write_bytes(calendar(event(TEN, "RRULE:FREQ=WEEKLY"), late, *others, method="").encode())
    said = otcpd("import", otcpd.record, path)
    taken = [line for line in said.lines if line.startswith("taken: ")]
    assert len(taken) > 40
    over, unlike = (line for line in said.lines if line.startswith("skipped: "))
    assert over.startswith("skipped: ‘Supervision’ on 1 January 2020: It is over: only what is from ")
    assert unlike.startswith("skipped: 20 appointments: Nothing in its title says that it is supervision.")
    assert "goes on after" in said.err


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 40, "does not read as a calendar file"),
        (b"Title,Date\r\nA,B\r\n", "does not read as a calendar file"),
        (calendar("BEGIN:VTODO\nEND:VTODO").encode(), "holds no appointments, only one task"),
    ],
)
def test_what_is_no_calendar_is_not_acceptable(otcpd: CommandLine, invitation: Path, data: bytes, words: str) -> None:
    invitation.write_bytes(data)
    said = otcpd("import", otcpd.record, invitation)
    assert (said.code, said.out) == (4, "")
    assert re.search(words, " ".join(said.err.split()))


def test_a_calendar_has_no_columns(otcpd: CommandLine, invitation: Path) -> None:
    said = otcpd("import", otcpd.record, invitation, "--map", "A=title")
    assert said.code == 4
    assert "this is a calendar" in " ".join(said.err.split())


def test_a_calendar_under_another_name_is_known_by_its_content(
    otcpd: CommandLine, invitation: Path, tmp_path: Path
) -> None:
    other = invitation.rename(tmp_path / "mail.txt")
    other.write_bytes(b"\xef\xbb\xbf\r\n" + other.read_bytes())
    assert otcpd("import", otcpd.record, other).code == 0


def test_an_empty_file_makes_an_empty_calendar(otcpd: CommandLine, tmp_path: Path) -> None:
    said = otcpd("export", otcpd.record, tmp_path / "out.ics")
    assert (said.code, "no sessions for your calendar" in said.err) == (0, True)
    assert otcpd("export", otcpd.record, tmp_path / "out.doc").code == 4
