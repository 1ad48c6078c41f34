"""A sample that was ended while it was being made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.actions.demo import demo
from otcpd.record.opening import Surroundings


def test_a_sample_that_is_ended_half_way_is_no_sample(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "sample.otcpd"
    (tmp_path / ".sample.otcpd.making").write_bytes(b"left by a sample that was ended")
    demo(path, around, activities=0, today=date(2026, 11, 21)).close()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
