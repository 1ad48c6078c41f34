"""A self-assessment on paper: what shows it, but no title that is for her alone."""

from __future__ import annotations

from pathlib import Path

from otcpd.actions.activities import edit_activity, set_layer
from otcpd.actions.pathway.assessments import begin_assessment, show_by
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.domain.layers import Layer
from otcpd.ui.pages.assessment.paper_content import paper_content
from otcpd.ui.pages.assessment.state import Wanted, read_state
from tests.ports import FixedClock
from tests.record.support import add_activity, new_record


def test_titles_that_are_for_her_alone_are_not_on_it(tmp_path: Path, clock: FixedClock) -> None:
    with new_record(tmp_path / "a.otcpd", clock) as record:
        assessment = begin_assessment(record, "rcot_career@2022").created[0]
        told, private = add_activity(record), add_activity(record)
        for activity, title in ((told, "Led the huddle"), (private, "A hard talk")):
            edit_activity(record, activity, "title", title)
            show_by(record, assessment, "rcot_career@2022:leadership", activity)
        set_layer(record, "activity", private, "title", Layer.PRIVATE)
        said = repr(paper_content(record, read_state(record, all_frameworks(record), Wanted())))
    assert "Led the huddle" in said
    assert "A hard talk" not in said
