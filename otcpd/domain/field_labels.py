"""What fields are called in the window: the one place that says so, for errors, readers, history and erasing."""

from __future__ import annotations

TEXT_LABELS = {
    "title": "Title",
    "type": "Type",
    "description": "What it was",
    "learning": "What I learnt",
    "practice_impact": "Effect on my practice",
    "service_user_benefit": "Benefit to service users",
    "notes_to_myself": "Notes to myself",
}
"""The texts of an activity, in the order of the form."""
ACTIVITY_LABELS = TEXT_LABELS | {
    "date": "Date",
    "end_date": "Last day",
    "category": "Category",
    "minutes": "Duration",
    "protected_minutes": "Protected time",
    "mandatory": "Mandatory training",
    "expires": "Runs out on",
    "finished": "Marked as finished",
    "bring": "Bring to supervision",
    "post": "Post",
}
SESSION_LABELS = {
    "normative": "Standards and accountability",
    "formative": "Skills and learning",
    "restorative": "Support",
    "cases": "Cases",
    "wellbeing": "How I am",
    "notes_to_myself": "Notes to myself",
}
"""The texts of a supervision session, in the order of its record."""
PORTFOLIO_LABELS = {"summary": "Summary", "statement": "Statement"}
POST_LABELS = {
    "title": "Title",
    "employer": "Employer",
    "setting": "Setting",
    "grade": "Grade",
    "wte": "Part of a full-time post",
    "locality": "Locality",
    "specialisms": "Specialisms",
    "start": "From",
    "end": "Until",
    "fixed_until": "Fixed term until",
    "note": "Notes to myself",
}
FRAMEWORK_LABELS = {
    "name": "Name",
    "edition": "Edition",
    "short": "Short name",
    "kind": "What it is for",
    "publisher": "Published by",
    "source": "Source",
    "licence": "Licence",
    "valid_from": "In force from",
    "code": "Code",
    "identifier": "Name in the file it came from",
    "note": "Note",
}
FRAMEWORK_ITEM_LABELS = {
    "label": "Title",
    "code": "Code",
    "type": "Kind",
    "level": "Level",
    "notes": "Note",
    "identifier": "Name in the file it came from",
}
ROLE_LABELS = {
    "title": "The role",
    "employer": "Employer",
    "setting": "Setting",
    "grade": "Grade",
    "framework": "Framework",
    "by": "By when",
    "why": "Why I want it",
}
"""A role aimed for, in the order of its form."""
OPPORTUNITY_LABELS = {
    "title": "What it is",
    "kind": "Kind",
    "host": "Who has me there",
    "state": "How far it has come",
    "start": "From",
    "end": "Until",
    "aim": "For the role",
    "note": "Notes to myself",
}
ASSESSMENT_LABELS = {"date": "Date", "framework": "Framework", "person": "Together with", "note": "Notes to myself"}
MARK_LABELS = {"now": "Where I am now", "target": "Where I want to be", "reason": "Why I see it so"}
"""What is marked for one item of a self-assessment."""
GOAL_LABELS = {
    "title": "Goal",
    "why": "Why it matters",
    "specific": "Specific",
    "measurable": "Measurable",
    "achievable": "Achievable or agreed",
    "relevant": "Relevant or realistic",
    "time_bound": "Time-bound",
    "framework_item": "Pillar or item",
    "level_now": "Where I am now",
    "level_target": "Where I want to be",
    "support": "Support I need",
    "target_date": "Target date",
    "state": "State",
    "outcome": "What came of it",
    "closed_on": "Closed on",
    "aim": "For the role",
}
"""A goal, in the order of its form."""
PLAN_LABELS = {
    "title": "Title",
    "start": "From",
    "end": "Until",
    "protected": "Protected time it counts on",
    "review_on": "Mid-year review on",
    "note": "Notes to myself",
}
CARRIED_LABEL = "Why it is carried over"
"""The reason why a goal went over to the next plan."""
LEARNING_LABELS = {
    "text": "What I want to learn",
    "goal": "For the goal",
    "minutes": "Time",
    "pence": "Cost",
    "state": "State",
    "asked_on": "Asked on",
    "decided_on": "Decided on",
    "decided_by": "Decided by",
    "reason": "Reason",
}
"""A piece of planned learning."""
IMPACT_LABELS = {
    "title": "Title",
    "date": "Date",
    "theme": "Theme",
    "change_tried": "The change I tried",
    "feedback": "Feedback",
    "meant_people": "What it meant for people",
    "meant_service": "What it meant for the service",
    "story": "In two or three sentences",
    "people": "People it reached",
    "told": "On the page of figures and stories",
}
MEASURE_LABELS = {
    "name": "Measure",
    "unit": "Unit",
    "better": "Better is",
    "before": "Before",
    "after": "After",
    "before_on": "Measured before on",
    "after_on": "Measured after on",
}
READING_LABELS = {
    "title": "Title",
    "authors": "Authors",
    "year": "Year",
    "container": "Journal, book or site",
    "volume": "Volume",
    "issue": "Issue",
    "pages": "Pages",
    "publisher": "Publisher",
    "place": "Place",
    "edition": "Edition",
    "doi": "DOI",
    "pmid": "PMID",
    "isbn": "ISBN",
    "url": "Address",
    "abstract": "Abstract",
    "read_on": "Read on",
    "accessed": "Looked at on",
    "appraisal": "What it is worth",
    "changed": "What I changed",
}
"""An entry of the reading log, in the order of its form."""
