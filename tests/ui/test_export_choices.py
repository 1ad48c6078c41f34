"""What an export writes round the PDF: names, and nothing that is there written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otcpd.actions.export_choices import Originals, choose_most, choose_originals, choose_supervision, choose_word_copy
from otcpd.actions.profile_plan import ProfilePlan
from otcpd.record.record import Record
from otcpd.ui.export.choices import plan_for
from tests.ports import FixedClock
from tests.record.support import new_record


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Iterator[Record]:
    with new_record(tmp_path / "my.otcpd", clock) as made:
        yield made


def test_only_the_pdf_unless_more_is_wanted(record: Record, tmp_path: Path) -> None:
    assert plan_for(record, tmp_path / "profile.pdf") == ProfilePlan(tmp_path / "profile.pdf", most_bytes=10_000_000)


def test_what_is_wanted_stands_beside_the_pdf_under_its_name(record: Record, tmp_path: Path) -> None:
    choose_most(record, None)
    choose_word_copy(record, True)
    choose_originals(record, Originals.FOLDER)
    out = tmp_path / "CPD profile v1.2.pdf"
    folder, word = tmp_path / "CPD profile v1.2 evidence", tmp_path / "CPD profile v1.2.docx"
    assert plan_for(record, out) == ProfilePlan(out, most_bytes=None, docx=word, originals=folder)
    choose_supervision(record, True)
    assert plan_for(record, out).supervision
    choose_originals(record, Originals.ZIP)
    assert plan_for(record, out).originals == tmp_path / "CPD profile v1.2 evidence.zip"


def test_what_is_there_keeps_its_name(record: Record, tmp_path: Path) -> None:
    choose_word_copy(record, True)
    choose_originals(record, Originals.FOLDER)
    out = tmp_path / "profile.pdf"
    (tmp_path / "profile.docx").write_text("mine")
    (tmp_path / "profile evidence").mkdir()
    (tmp_path / "profile evidence 2").mkdir()
    plan = plan_for(record, out)
    assert (plan.docx, plan.originals) == (tmp_path / "profile 2.docx", tmp_path / "profile evidence 3")
