"""What learning plans, and the refusals on the manager's page, say on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from otcpd.portfolio.papers.learning_plan import NO_GOALS, NO_LEARNING
from otcpd.portfolio.papers.plan_content import PlanPaper
from tests.portfolio.papers.samples import DAY, TODAY, learning_plan, manager
from tests.portfolio.papers.test_what_they_say import both, printed, table_of


def test_a_plan_says_all_of_it_in_both_forms(tmp_path: Path) -> None:
    for words in both(learning_plan(), tmp_path):
        for said in (
            "Learning plan 2026 to 2027",
            "Goal number 0",
            "Six sessions for home carers",
            "Leadership, level 4 now, level 5 wanted",
            "Duty cover took the spring",
            "Train the trainer (goal 1)",
            "Refused by Graham Larch on 5 Nov 2026. No budget is left",
            "Done: Single-handed care",
            "£380.50",
            "The first Friday of the month",
            "Agreed by nobody with an OT background. Changed since it was agreed on 5 November 2026: the goals.",
            "To be looked at again on 1 April 2027.",
            "Half way there.",
        ):
            assert said in words


def test_who_agreed_stands_in_a_table_with_the_background(tmp_path: Path) -> None:
    reading = printed(learning_plan(), tmp_path)
    assert table_of(reading, "Name", "Background") == [
        ["Graham Larch", "Line manager", "No OT background", "5 Nov 2026, before the changes"]
    ]
    assert [row[-1] for row in table_of(reading, "What", "Outcome")][-1] == "Wanted"


def test_whoever_agreed_to_it_as_it_is_has_signed_for_it(tmp_path: Path) -> None:
    changed = learning_plan()
    agreed = replace(changed, agreements=tuple(replace(one, changed=False) for one in changed.agreements))
    for words in both(changed, tmp_path):
        assert "Agreed with" in words[words.index("By signing") :]
    for words in both(agreed, tmp_path):
        assert "Graham Larch, Line manager" in words[words.index("By signing") :]


def test_an_empty_plan_says_so(tmp_path: Path) -> None:
    for words in both(PlanPaper("", "", DAY, TODAY, TODAY), tmp_path):
        assert NO_GOALS in words
        assert NO_LEARNING in words
        assert "Not agreed yet." in words


def test_the_managers_page_has_refusals_with_figures_and_reasons(tmp_path: Path) -> None:
    for words in (one.replace("\u00a0", " ") for one in both(manager(), tmp_path)):
        assert "Asked for: 3 (43 h, £830.50)." in words
        assert "Refused: Course 0 (14 h, £380.50). Graham Larch, 5 Nov 2026: No budget" in words
