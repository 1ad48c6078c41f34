"""The ladder of levels as the CPD file has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otcpd.actions.activities import set_standards
from otcpd.actions.pathway.assessments import mark_today, name_companion
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.domain.assessment import MarkSide
from otcpd.record.record import Record
from otcpd.ui.models.level_content import NOT_MARKED, level_content
from otcpd.ui.models.level_rows import LevelRow
from tests.ports import FixedClock
from tests.record.support import add_activity, new_record

RCOT = "rcot_career@2022"


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Iterator[Record]:
    with new_record(tmp_path / "eilidh.otcpd", clock) as opened:
        yield opened


def test_the_ladder_holds_the_last_marks_and_what_counts(record: Record, clock: FixedClock) -> None:
    known = all_frameworks(record)
    rcot, sssc = known.edition(RCOT), known.edition("sssc_cpl@2024")
    assert rcot is not None
    assert sssc is not None
    assert level_content(record, known, rcot).marked == NOT_MARKED
    # What is linked to the same pillar of another framework or of the old edition counts.
    for linked in (f"{RCOT}:leadership", "nes_nmahp@2026:leadership", "rcot_career@2017:leadership"):
        set_standards(record, add_activity(record), [linked])
    add_activity(record)
    made = mark_today(record, RCOT, f"{RCOT}:leadership", MarkSide.NOW, 4)
    newest = record.assessments.latest(RCOT)
    assert newest is not None
    assert newest.id in made.created
    name_companion(record, newest.id, "Fiona Alder")
    content = level_content(record, known, rcot)
    assert content.head == "Pillar"
    assert content.marked == "Marked by you on 21 November, with Fiona Alder"
    assert content.rows[2] == LevelRow(f"{RCOT}:leadership", "Leadership", 4, None, 3)
    clock.advance(days=60)
    assert level_content(record, known, rcot).marked.startswith("Marked by you on 21 November 2026")
    assert level_content(record, known, sssc).head == "Element"
