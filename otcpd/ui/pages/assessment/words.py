"""What the page "Self-assessment" says."""

from __future__ import annotations

PAGE = "Self-assessment"
NEW, PREVIEW = "New self-assessment", "Save as a document"
FACT_NOTHING = "Where you are, where you want to be, and what shows it."
NOTHING_YET = (
    "Nothing marked yet",
    "Mark where you are now and where you want to be, and look again after a while. It is your own view, and no score.",
)
NO_FRAMEWORK = "There is no framework with levels to mark."
WHEEL, TABLE, ABOUT = "Your wheel", "What you marked", "About this self-assessment"
FRAMEWORK, DATE, COMPARE = "Framework", "Date", "Compare with"
NO_OTHER = "No other date"
NOW, TARGET = "Where I am now", "Where I want to be"
NOT_MARKED = "Not marked"
REASON, REASON_HINT = "Why I see it so", "What you do, on your own or with others, that puts you there"
SHOWN_BY, LINK, FROM_LOG = "What shows it", "Link an activity…", "In your log for this"
NOTHING_SHOWS = "Nothing linked yet."
WHICH_ACTIVITY = "Which activity shows it?"
DAY, WITH, NOTE = "Date", "Together with", "Notes to myself"
DELETE = "Delete this self-assessment"
DELETED = "Self-assessment deleted"
TOO_MANY = "There are too many items for a wheel. The list below has them all."
HINT = "Click a ring for where you are now; hold Shift for where you want to be. The arrow keys work too."
