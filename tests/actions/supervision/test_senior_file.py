"""The large file that the benchmarks measure is a sound one, such as a person would have made by and by."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from otcpd.actions.files import open_to_read
from otcpd.domain.supervision import ActionState, AgreementState, SessionState
from otcpd.record.opening import Surroundings
from tests.benchmarks.senior_file import senior_file
from tests.ports import START


def test_it_is_whole_and_as_large_as_asked_for(tmp_path: Path, around: Surroundings) -> None:
    senior_file(tmp_path / "senior.otcpd", around, supervisees=3, sessions=400, years=2)
    with open_to_read(tmp_path / "senior.otcpd", around) as record:
        assert (record.verify(), record.integrity()) == ([], [])
        agreements, sessions = record.agreements.all(), record.sessions.all()
        assert [one.as_supervisor for one in agreements].count(True) == 3
        assert {one.state_on(START.date()) for one in agreements} == {AgreementState.ACTIVE}
        states = Counter(one.state for one in sessions)
        assert len(sessions) == 400
        assert states[SessionState.HELD] > 300
        assert min(states[SessionState.PLANNED], states[SessionState.MISSED]) > 10
        assert sessions[0].day.year == START.year - 2
        assert sessions[-1].day > START.date()
        assert {len(one.people) for one in sessions} == {1}
        assert {len(one.topics) for one in sessions} == {2}
        assert any(one.state is ActionState.OPEN for one in record.sessions.open_actions())
        assert len(record.protected_time.slots()) == 96
        assert len(record.protected_time.workload()) == 24
        assert record.search("seating")["supervision_session"]
