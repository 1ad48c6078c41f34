"""What the section on importing and moving says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.actions.exporting import ExportReport
from otcpd.actions.import_preview import ImportPreview
from otcpd.actions.import_report import ImportReport
from otcpd.domain.words import tally
from otcpd.exchange.import_kind import ImportKind

BRING_IN = "Bring activities in"
WHAT_COMES = "You see first what will be taken, and one Undo takes it all back."
FORMATS = (
    "A spreadsheet is an XLSX or CSV file. A profile is a PDF made by otcpd, whose evidence comes back too. A copy is "
    "what ‘Save as plain files’ wrote: a JSON file, with its folder of evidence beside it. A calendar is an ICS file, "
    "such as an invitation: it becomes planned sessions of supervision."
)
CHOOSE = "From a spreadsheet…"
CHOOSE_OTCPD = "From a profile or copy…"
CHOOSE_CALENDAR = "From a calendar…"
CHOOSE_OTHER = "Choose another file…"
FILES = "All that otcpd reads (*.xlsx *.csv *.tsv *.txt *.json *.pdf *.ics *.ris *.nbib *.bib *.matrix);;Any file (*)"
TABLES = "Spreadsheets (*.xlsx *.csv *.tsv *.txt);;Any file (*)"
CALENDARS = "Calendars (*.ics *.ical);;Any file (*)"
OTCPD_FILES = "Profiles and copies of otcpd (*.pdf *.json);;Any file (*)"
LOOKING = "Reading the file"
STOP = "Stop reading"
COLUMNS = "Which column is what"
COLUMNS_WHY = "otcpd goes by the headings. Change what it got wrong; what it does not need is left out."
NO_HEADING = "A column without a heading"
NOT_TAKEN = "Nothing was taken from this file"
GIVE_UP = "Leave it"
STOP_IMPORT = "Stop the import"
IMPORTING_TEXT = "A backup is made first. Until all is in, nothing of it is."
READING = "This file is open for reading only, so nothing can be brought in."
SAMPLE = "This is the sample: what you bring in here is thrown away with it. Start your own CPD file first."
DONE = "Imported"
SHOW_LOG = "Show the log"
SHOW_SESSIONS = "Show your sessions"
SHOW_FRAMEWORKS = "Show your frameworks"
SHOW_READINGS = "Show your reading log"
TAKE_WITH_ME = "Take everything with me"
TAKE_WHY = (
    "Your CPD file is yours and opens with any otcpd. To use your data without otcpd, take it as plain files: a "
    "JSON file holds everything but the undo history, with your evidence in a folder beside it. A table (CSV) holds "
    "your activities, one a line. A calendar file (ICS) tells your calendar of your sessions of supervision: kind, "
    "day, time and place. Save it again later and the calendar is brought up to date."
)
TAKE_ALL = "Save as plain files…"
TAKE_TABLE = "Save a table…"
TAKE_CALENDAR = "Save for my calendar…"
WRITING = "Writing your data"
STOP_WRITING = "Stop writing"
WITH_PRIVATE = (
    "Notes to yourself and private reflections are in plain files and tables too. Keep them as safe as your CPD file. "
    "A calendar file holds no names and nothing that was said."
)
LEAVING = "Leaving an employer"
LEAVING_WHY = (
    "Your CPD is yours, whoever employs you: HCPC asks you for it, not your employer. Before your last day, save a "
    "copy of the CPD file onto something of your own, such as a stick, and open it there once. Leave out what "
    "belongs to your employer: documents about service users are never yours to take."
)
SAVE_COPY = "Save a copy…"

_KINDS = {
    ImportKind.TABLE: "A table",
    ImportKind.JSON: "Data of otcpd",
    ImportKind.PROFILE: "A profile PDF of otcpd",
    ImportKind.CALENDAR: "A calendar",
    ImportKind.FRAMEWORK: "A framework",
    ImportKind.REFERENCES: "References",
}
_ACTS = {
    ImportKind.JSON: "Import this data",
    ImportKind.PROFILE: "Import this profile",
    ImportKind.CALENDAR: "Take these invitations",
    ImportKind.FRAMEWORK: "Import this framework",
    ImportKind.REFERENCES: "Bring in these references",
}


_PUT_RIGHT = "Not all of it was as it should be:"


def what_it_is(path: Path, preview: ImportPreview) -> str:
    """ "‘old log.csv’: a table"."""
    return f"‘{path.name}’: {_KINDS[preview.kind][:1].lower()}{_KINDS[preview.kind][1:]}"


def would_take(report: ImportReport, kind: ImportKind) -> str:
    """What an import would take."""
    if not report.taken:
        only_heads = kind is ImportKind.TABLE and not report.skipped
        return "There is nothing below its headings." if only_heads else "There is nothing new in it."
    if kind is ImportKind.TABLE:
        return f"{tally(len(report.taken), 'activity', 'activities')} will come in."
    if kind is ImportKind.CALENDAR:
        return f"{tally(len(report.taken), 'session')} will be planned, moved or called off:"
    if kind is ImportKind.REFERENCES:
        return f"{tally(len(report.taken), 'reference')} will come into your reading log."
    return f"This will come in: {', '.join(report.taken)}."


def left_out(report: ImportReport) -> str:
    """How much stays out."""
    if report.put_right and report.skipped:
        return _PUT_RIGHT
    return f"{tally(len(report.skipped), 'thing')} will stay out:" if report.skipped else ""


def act(report: ImportReport, kind: ImportKind) -> str:
    """The button that imports."""
    if kind is ImportKind.TABLE:
        return f"Import {tally(len(report.taken), 'activity', 'activities')}"
    return _ACTS[kind]


def came_in(report: ImportReport) -> str:
    """After an import."""
    if not report.taken:
        return "Nothing new came in."
    if from_calendar(report):
        return f"Planned, moved or called off: {tally(len(report.taken), 'session')}."
    lines = all(one.startswith("line ") for one in report.taken)
    what = tally(len(report.taken), "activity", "activities") if lines else ", ".join(report.taken)
    return f"Imported: {what}."


def from_calendar(report: ImportReport) -> bool:
    """Whether what came in are sessions."""
    return bool(report.taken) and not report.changes.of("activity") and bool(report.changes.of("supervision_session"))


def where_it_is(report: ImportReport) -> tuple[str, str]:
    """The page on which what came in is seen: what its button says, and its key. An import of everything leads to the
    log."""
    if from_calendar(report):
        return SHOW_SESSIONS, "supervision"
    if not report.changes.of("activity"):
        if report.changes.of("framework"):
            return SHOW_FRAMEWORKS, "frameworks"
        if report.changes.of("reading"):
            return SHOW_READINGS, "reading"
    return SHOW_LOG, "log"


def stayed_out(report: ImportReport) -> str:
    """What stayed out of an import that was made."""
    if report.put_right and report.skipped:
        return _PUT_RIGHT
    return f"{tally(len(report.skipped), 'thing')} stayed out:" if report.skipped else ""


def example(examples: tuple[str, ...]) -> str:
    """What stands in a column first."""
    short = [text if len(text) <= 40 else f"{text[:40].rstrip()}…" for text in examples]
    return f"For example: {'; '.join(short)}" if short else "It is empty."


def export_name(stem: str, today: date, suffix: str) -> str:
    """A name for what is taken along."""
    return f"{stem} {today.isoformat()}{suffix}"


NOTHING_KEPT = "Cancelled. Nothing of it was kept."
WHOLE_ALREADY = "It was written already when you cancelled, so it stays."


def exported(report: ExportReport) -> str:
    """What was written."""
    if report.path.suffix.lower() == ".ics":
        return f"Saved {tally(report.sessions, 'session')} in ‘{report.path.name}’."
    files = f" and {tally(report.evidence, 'file')} of evidence in the folder beside it" if report.evidence else ""
    return f"Saved {tally(report.activities, 'activity', 'activities')} in ‘{report.path.name}’{files}."
