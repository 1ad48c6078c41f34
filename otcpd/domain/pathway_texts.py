"""The texts of the career pathway, by thing, in the order of their forms: for whoever carries, searches or erases them
without asking what they mean."""

from __future__ import annotations

SMART = ("specific", "measurable", "achievable", "relevant", "time_bound")
"""The five boxes of a goal, in their order."""

GOAL_TEXTS = ("title", "why", *SMART, "support", "outcome")
"""Every text of a goal."""

IMPACT_TEXTS = ("title", "change_tried", "feedback", "meant_people", "meant_service", "story")
"""Every text of an impact chain."""

BIBLIOGRAPHY = (
    *("title", "authors", "year", "container", "volume", "issue", "pages", "publisher", "place", "edition"),
    *("doi", "pmid", "isbn", "url", "abstract"),
)
"""What says which text somebody read, all texts."""
