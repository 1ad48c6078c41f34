"""What a profile calls its parts, and the words in it that are ours: the same in the PDF and its Word copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.domain.citing import STYLE_NAME
from otcpd.domain.dates import long_day, months_begun, span
from otcpd.domain.durations import format_duration
from otcpd.domain.words import in_words, joined, tally
from otcpd.portfolio.content import (
    CategoryTotal,
    Cover,
    EvidenceRow,
    GapReasonWords,
    GapRow,
    ProfileContent,
    ReadingAnnex,
    SupervisionAnnex,
    SupervisionRow,
)
from otcpd.portfolio.left_out import LEFT_OUT_TITLE

TITLE = "CPD profile"
SUBTITLE = "Prepared for the Health and Care Professions Council (HCPC)"

SUMMARY_HEADING = "Part 1. Summary of recent practice"
CONTENTS_HEADING = "In this profile"
LIST_HEADING = "Part 2. CPD activities in date order"
STATEMENT_HEADING = "Part 3. Personal statement"
RESTS_ON_HEADING = "Activities that this statement rests on"
EVIDENCE_HEADING = "Part 4. Evidence"
STANDARDS_HEADING = "Where the five standards are shown"
SUPERVISION_HEADING = "Annex. Supervision in this period"
READING_HEADING = "Annex. Reading in this period"
DECLARATION_HEADING = "Declaration that this is my own work"

NOT_GIVEN = "Not given"
NOTHING_WRITTEN = "No text."
NOTHING_LISTED = "No activity is listed in this period."
LIST_LEAD = "Evidence E1. It shows standard 1 (a continuous record) and standard 2 (a mixture of learning)."
EVIDENCE_LEAD = "E1 is the dated list in part 2. Activities are numbered as they are there."
WORD_COPY_LEAD = "The pages of the evidence are in the PDF of this profile, and not in this Word copy."
BOLD_MEANS = "Bold: used in the statement, part 3"
CARRIES_DATA = "This PDF also carries what is printed in it as data, from which otcpd can make the profile again."
SIGNED, DATED = "Signed", "Date"

TOTALS_HEADS = ("Category", "Activities", "Time")
LIST_HEADS = ("No.", "Date", "Activity", "Category", "Time", "Evidence")
GAPS_ALONE_HEAD = "Time without CPD"
"""The one head of a list without activities: six heads over no cells would only be noise when read out."""
STATEMENT_HEADS = ("No.", "Date", "Activity", "Evidence")
EVIDENCE_HEADS = ("No.", "Evidence", "Kind", "Supports")
SUPERVISION_LEAD = "Facts alone: what is said in supervision is confidential, and stays out of this profile."
SUPERVISION_HEADS = ("Kind", "How often", "Led by an OT", "From", "To", "Held", "Time")
READING_STYLE = f"In the style {STYLE_NAME}."
STANDARDS_HEADS = ("No.", "Standard in short", "Where it is shown")

NOTHING = "–"
"""What stands in a cell that has no figure."""


def evidence_name(number: int) -> str:
    """The name of a piece of evidence: "E2"."""
    return f"E{number}"


def evidence_names(numbers: Sequence[int]) -> str:
    """Pieces of evidence as a cell shows them: "E2, E3, E5 to E9"."""
    return ", ".join(" to ".join(map(evidence_name, one)) for one in spans_of(numbers))


def document_title(cover: Cover) -> str:
    """What a reader's title bar shows. The name stands as it was written; an empty one is left out."""
    return f"{TITLE} of {cover.name}" if cover.name.strip() else TITLE


def cover_facts(cover: Cover) -> tuple[tuple[str, str], ...]:
    """Labels and values of the cover: who, then when. Values that may be left out are, when empty."""
    facts = (
        ("Name", cover.name.strip() or NOT_GIVEN),
        ("Profession", cover.profession.strip()),
        ("HCPC number", cover.registration.strip() or NOT_GIVEN),
        ("CPD number", cover.audit_number.strip()),
        ("From", long_day(cover.start)),
        ("To", long_day(cover.end)),
        ("Prepared", long_day(cover.prepared)),
    )
    return tuple((label, value) for label, value in facts if value)


def footer_who(cover: Cover) -> str:
    """Name and number, for the foot of each page; empty when neither is known."""
    return ", ".join(filter(None, (cover.name.strip(), cover.registration.strip())))


def footer_period(cover: Cover) -> str:
    """What the pages belong to, for the foot of each page."""
    return f"HCPC CPD profile, {span(cover.start, cover.end, year=True)}"


def word_count(words: int, limit: int) -> str:
    """How long a text is against its limit: "266 of 500 words". Over it, no more than how long: the app warns."""
    return f"{words:,} of {limit:,} words" if words <= limit else tally(words, "word")


def contents_entries(content: ProfileContent) -> tuple[tuple[str, str, str], ...]:
    """What is in the profile, in order: a part's label, empty for what is no numbered part, its title, its place."""
    last = content.evidence[-1].number
    evidence = f"Evidence, E1 to {evidence_name(last)}" if last > 1 else "Evidence, E1"
    return (
        ("Part 1", "Summary of recent practice", "part-1"),
        ("Part 2", "CPD activities in date order", "part-2"),
        ("Part 3", "Personal statement", "part-3"),
        ("Part 4", evidence, "part-4"),
        ("", STANDARDS_HEADING, "standards"),
        *((("", SUPERVISION_HEADING, "supervision"),) if content.supervision is not None else ()),
        *((("", READING_HEADING, "reading"),) if content.reading is not None else ()),
        ("", DECLARATION_HEADING, "declaration"),
        ("", LEFT_OUT_TITLE, "left-out"),
    )


def supervision_sum(annex: SupervisionAnnex) -> str:
    """ "14 sessions held, 15 h 30 in all."."""
    time = format_duration(annex.minutes).replace(" ", "\u00a0")
    in_all = f", {time} in all" if annex.minutes else ""
    return f"{tally(annex.held, 'session')} held{in_all}."


def reading_lead(annex: ReadingAnnex) -> str:
    """ "12 works read. In the style Harvard (Cite Them Right)."."""
    read = tally(len(annex.works), "work")
    return f"{read} read. {READING_STYLE}" if annex.works else "Nothing was read."


def supervision_cells(row: SupervisionRow) -> tuple[str, ...]:
    """A line of the annex on supervision, under `SUPERVISION_HEADS`."""
    return (
        row.kind,
        row.often or NOTHING,
        "Yes" if row.led_by_ot else "No",
        long_day(row.start, brief=True),
        long_day(row.end, brief=True),
        f"{row.held:,}",
        format_duration(row.minutes) if row.minutes else NOTHING,
    )


def brief_days(start: date, end: date | None) -> str:
    """The day or days of an activity in a narrow column: "12 Mar 2026"."""
    return span(start, end or start, year=True, brief=True)


def mixture(content: ProfileContent) -> tuple[str, str]:
    """The list in figures, for a list with activities: "21 activities", and over how many categories and months."""
    rows = content.activities
    kinds = sum(1 for total in content.totals if total.activities and total.mark)
    minutes = sum(total.minutes for total in content.totals)
    spread = months_begun(rows[0].start, max(row.end or row.start for row in rows))
    of_kinds = f"of {in_words(kinds)} {'category' if kinds == 1 else 'categories'}, " if kinds else ""
    in_all = f", {format_duration(minutes)} in all" if minutes else ""
    return tally(len(rows), "activity", "activities"), f"{of_kinds}over {tally(spread, 'month')}{in_all}"


def total_time(total: CategoryTotal) -> str:
    """The time of a category, as far as it is known."""
    return format_duration(total.minutes) if total.minutes else NOTHING


def gap_days(gap: GapRow) -> str:
    """What a gap row begins with: "Gap, 13 March to 21 June 2026."."""
    return f"Gap, {span(gap.start, gap.end, year=True)}."


def gap_said(gap: GapRow) -> str:
    """What is said about a gap: its reasons and notes as sentences; empty where nothing is."""
    return " ".join(_reason_said(words, dated=len(gap.reasons) > 1) for words in gap.reasons)


def _reason_said(words: GapReasonWords, *, dated: bool) -> str:
    """A reason and its note as sentences, with its days where there are several."""
    reason = words.reason.strip()
    if dated:
        days = span(words.start, words.end)
        reason = f"{reason} ({days})" if reason else f"{days}:"
    return " ".join(filter(None, (sentence(reason), sentence(words.note.strip()))))


def sentence(text: str) -> str:
    """`text` with a full stop, unless it ends as a sentence may."""
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def not_shown(caption: str, reason: str) -> str:
    """The caption of a piece without pages, with the reason, a sentence: "Notes. Not shown as pages: the file …"."""
    return f"{caption.strip().rstrip('.')}. Not shown as pages: {reason[0].lower()}{reason[1:]}"


def supports(row: EvidenceRow) -> str:
    """What a piece of evidence supports: "Activities 3 and 7"."""
    if row.size is None:
        return "Standards 1 and 2"
    word = "Activity" if len(row.supports) == 1 else "Activities"
    return f"{word} {joined(ranges(row.supports))}"


def ranges(numbers: Sequence[int]) -> list[str]:
    """Numbers in order, three or more that follow one another as a range: "1 to 3", "7", "8"."""
    return [" to ".join(map(str, one)) for one in spans_of(numbers)]


def spans_of(numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """Numbers in order as singles and spans: (1, 3) stands for 1, 2 and 3; two in a row stay two singles."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [span for run in runs for span in ([(run[0], run[-1])] if len(run) > 2 else [(number,) for number in run])]
