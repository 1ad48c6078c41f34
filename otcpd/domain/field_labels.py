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
POST_LABELS = {"title": "Title", "employer": "Employer", "start": "From", "end": "Until"}
