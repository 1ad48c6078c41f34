"""What of a learning plan leaves on paper, and which refusals a manager sees."""

from __future__ import annotations

from datetime import date

from otcpd.actions.activities import set_layer
from otcpd.actions.pathway.goals import new_goal
from otcpd.actions.pathway.milestones import add_milestone
from otcpd.actions.pathway.plan_agreeing import agree_plan, note_review
from otcpd.actions.pathway.plan_learning import add_learning, ask_for_it, refuse_it
from otcpd.actions.pathway.plan_paper import learning_plan_content
from otcpd.actions.pathway.plans import begin_plan, edit_plan, take_goal_out
from otcpd.actions.supervision.manager_paper import manager_content
from otcpd.actions.supervision.papers import paper_name
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period
from otcpd.record.record import Record


def _plan(record: Record) -> tuple[str, str]:
    open_one = new_goal(record, "Lead a group", measurable="Six sessions", support="A room").new_id
    own = new_goal(record, "Leave this team").new_id
    add_milestone(record, open_one, "Ask the managers")
    set_layer(record, "goal", own, "title", Layer.PRIVATE)
    set_layer(record, "goal", open_one, "support", Layer.PRIVATE)
    begin_plan(record, date(2026, 10, 1), goals=[own, open_one])
    (plan,) = record.plans.all()
    return plan.id, open_one


def test_what_is_only_for_her_stays(record: Record) -> None:
    plan, goal = _plan(record)
    edit_plan(record, plan, "note", "Ask again in May")
    edit_plan(record, plan, "protected", "Friday afternoons")
    add_learning(record, plan, "Train the trainer", goal=goal)
    agree_plan(record, plan, "Morag Larch", date(2026, 11, 9), "Line manager", is_ot=False)
    note_review(record, plan, date(2026, 11, 10), "Fiona Alder", "Half way")
    content = learning_plan_content(record, plan)
    (only,) = content.goals
    assert (only.title, only.state) == ("Lead a group", "Open")
    assert only.texts == (("Measurable", "Six sessions"),)
    assert [step.text for step in only.steps] == ["Ask the managers"]
    assert [(one.text, one.goal, one.state) for one in content.learning] == [("Train the trainer", 1, "Wanted")]
    assert (content.protected, content.background) == ("Friday afternoons", "Agreed by nobody with an OT background.")
    assert [(one.person, one.text) for one in content.reviews] == [("Fiona Alder", "Half way")]
    assert content.changed == ""
    assert "Leave this team" not in repr(content)
    assert "Ask again in May" not in repr(content)
    assert "A room" not in repr(content)
    take_goal_out(record, plan, goal)
    changed = learning_plan_content(record, plan)
    assert changed.changed == "Changed since it was agreed on 9 November 2026: the goals and the planned learning."
    assert changed.agreements[0].changed
    assert paper_name(content) == "Learning plan 2026 to 2027.pdf"


def test_the_managers_page_has_what_was_asked_and_refused_in_its_months(record: Record) -> None:
    plan, _ = _plan(record)
    add_learning(record, plan, "A book")
    asked = add_learning(record, plan, "Shadowing", minutes=420).new_id
    refused = add_learning(record, plan, "Conference", minutes=840, pence=38_050).new_id
    early = add_learning(record, plan, "Course", minutes=60).new_id
    ask_for_it(record, asked, date(2026, 11, 2))
    refuse_it(record, refused, "Morag Larch", "No budget", date(2026, 11, 9))
    refuse_it(record, early, "Morag Larch", "", date(2025, 11, 9))
    content = manager_content(record, Period(date(2026, 6, 1), date(2026, 11, 30)))
    said = content.learning.replace("\u00a0", " ")
    assert said == "Asked for: 2 (21 h, £380.50). Refused: 1 (14 h, £380.50). No answer yet: 1 (7 h)."
    (one,) = content.refused
    assert (one.text, one.minutes, one.pence, one.by, one.reason) == (
        "Conference",
        840,
        38_050,
        "Morag Larch",
        "No budget",
    )
    assert manager_content(record, Period(date(2024, 1, 1), date(2024, 2, 1))).learning == ""
