"""Invented sessions, agreements and years for the tests of documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from otcpd.domain.citing import cite
from otcpd.domain.dates import add_months
from otcpd.domain.period import Period
from otcpd.domain.reading import Reference
from otcpd.portfolio.papers.anonymising import Keep, anonymised
from otcpd.portfolio.papers.content import (
    EVERYBODY,
    ActionNow,
    AgendaPaper,
    AgreementField,
    AgreementPaper,
    AgreementSection,
    AgreementVersion,
    Became,
    ManagerPaper,
    Meeting,
    PaperAction,
    PaperNote,
    PaperTopic,
    Participant,
    ProtectedMonth,
    ProtectedPromise,
    RefusedLearning,
    SessionRecordPaper,
    SigningLine,
    StripMonth,
    SupervisionCount,
    WorkloadFigure,
    YearAgreement,
    YearSession,
    YearSummaryPaper,
)
from otcpd.portfolio.papers.coverage_content import CoverageLine, CoveragePaper
from otcpd.portfolio.papers.paper import Paper
from otcpd.portfolio.papers.plan_content import (
    PlanPaper,
    PlanPaperAgreement,
    PlanPaperGoal,
    PlanPaperLearning,
    PlanPaperReview,
    PlanStep,
)
from otcpd.portfolio.papers.reading_content import ReadingPaper

TODAY = date(2026, 11, 21)
DAY = date(2026, 11, 5)
OT = "Occupational therapist"
EILIDH = Participant(
    "Eilidh Rowan", "supervisee", OT, True, True, "OT000123", "Rowan Council", "eilidh.rowan@example.org"
)
FIONA = Participant("Fiona Alder", "supervisor", OT, True, False, "OT000456", "Alder Health Board", "01632 960 123")
GRAHAM = Participant("Graham O’Larch-Birch", "line manager", "Social worker", False, employer="Rowan Council")
MEETING = Meeting(
    "Professional supervision", DAY, (EILIDH, FIONA), time(10), 60, "In person", "Room 2, Alder House", led_by_ot=True
)
MARKUP = "<b>bold</b> & {x} %s %(a)d <para>a</para> &amp; $HOME \\n {{0}} <br/>"
STRANGE = "\x00\x07 \ud800 😀🏳️‍🌈 שלום 漢字 \u200b\u00ad\ufeff\u202e a\u0301 Ελλάς Привет"


def action(number: int) -> PaperAction:
    """An action; every third is done, every fourth carried."""
    return PaperAction(
        f"Action number {number}, with words enough to run over two lines of its column",
        EVERYBODY if number % 5 == 0 else "Fiona Alder",
        DAY + timedelta(days=number),
        ActionNow.DONE if number % 3 == 0 else ActionNow.OPEN,
        DAY + timedelta(days=number) if number % 3 == 0 else None,
        date(2026, 9, 17),
        number % 4,
    )


def session_record(actions: int = 2) -> SessionRecordPaper:
    """The record of a held session with something in every part."""
    return SessionRecordPaper(
        MEETING,
        TODAY,
        topics=(
            PaperTopic("Seating decision: was I right to wait?", "Peer supervision: complex seating", True),
            PaperTopic("Cover for the journal club", discussed=True),
            PaperTopic("Practice educator training in spring"),
        ),
        notes=(
            PaperNote("Standards and accountability", "We went through two referrals.\nFiona will look at one record."),
            PaperNote("Skills and learning", "I brought a paper.\n\n- read the second one\n- try the questions"),
            PaperNote("Support", "The duty weeks are tiring."),
        ),
        cases="A man in his seventies who lives alone.",
        decisions=("Wait with the order until the review.", "Bring the rota to line management."),
        actions=tuple(map(action, range(1, actions + 1))),
        carried=(replace(action(4), text="Write up the case study", carried=2),),
        next_on=date(2026, 12, 17),
        agreed=(SigningLine("Eilidh Rowan", "supervisee", date(2026, 11, 6)), SigningLine("Fiona Alder", "supervisor")),
    )


def own_copy() -> SessionRecordPaper:
    """The person's own full copy of it."""
    return replace(session_record(), own=(PaperNote("How I am", "Tired."), PaperNote("Notes to myself", "Say no.")))


def agenda() -> AgendaPaper:
    """What lies before the session."""
    return AgendaPaper(
        MEETING, TODAY, topics=session_record().topics, actions=(action(1), action(2), action(3)), workload=workload(8)
    )


def workload(count: int) -> tuple[WorkloadFigure, ...]:
    """So many figures of workload; some were not noted."""
    return tuple(
        WorkloadFigure(add_months(date(2024, 1, 1), number), 30 + number, None if number % 3 == 1 else 12, number % 7)
        for number in range(count)
    )


def agreement(versions: int = 2, members: int = 0) -> AgreementPaper:
    """An agreement in its newest version; with members it is that of a group."""
    group = tuple(Participant(f"Member Rowan {number}", "member", OT) for number in range(members))
    people = (EILIDH, FIONA, *group)
    return AgreementPaper(
        "Professional supervision",
        people,
        date(2025, 11, 1),
        versions,
        add_months(date(2025, 11, 1), versions),
        TODAY,
        sections=(
            AgreementSection(
                "How we meet",
                (AgreementField("How often", "Every 4 to 6 weeks"), AgreementField("Place", "")),
            ),
            AgreementSection(
                "What it is for",
                (AgreementField("Purpose", "To think.\nTo learn.", True), AgreementField("Needs", "", True)),
            ),
        ),
        versions=tuple(
            AgreementVersion(
                number,
                add_months(date(2025, 11, 1), number),
                None if number == versions else date(2026, 1, 1),
                () if number == 1 else ("How often", "Place"),
            )
            for number in range(1, versions + 1)
        ),
        signing=tuple(SigningLine(one.name, one.role, TODAY if one.own else None) for one in people),
        name="The Thursday group" if members else "",
    )


def year(sessions: int = 20) -> YearSummaryPaper:
    """A year of supervision with so many sessions."""
    states = (Became.HELD, Became.HELD, Became.MISSED, Became.MOVED, Became.NOT_SAID, Became.PLANNED)
    rows = tuple(
        YearSession(
            date(2025, 11, 6) + timedelta(days=number * 380 // max(sessions, 1)),
            "Professional",
            "Fiona Alder",
            states[number % 6],
            60 if number % 6 < 2 else None,
            "Video call" if number % 6 < 2 else "",
            number % 2 == 0,
            number % 7 == 0,
            "the supervisor" if number % 6 == 2 else "",
            "Duty cover" if number % 6 in (2, 3) else "",
            TODAY if number % 6 == 3 else None,
            (True, False, None)[number % 3],
        )
        for number in range(sessions)
    )
    return YearSummaryPaper(
        "Eilidh Rowan",
        date(2025, 11, 1),
        TODAY,
        TODAY,
        rows,
        (
            YearAgreement("Professional", "Fiona Alder", "Every 4 to 6 weeks", True, 9, 8, 1, 1, 500, strip=strip()),
            YearAgreement("Line management", "Graham Larch", "Every 4 weeks, 1 h", False, 10, 10, 0, 0, 590),
        ),
        1090,
        120,
        date(2026, 10, 29),
        3,
        4,
        17,
        1,
        (("Standards and accountability", 12), ("Skills and learning", 15)),
        "OT000123",
    )


def strip(months: int = 13) -> tuple[StripMonth, ...]:
    """Months of an agreement, with each thing that can become of one."""
    kinds = (None, *Became)
    return tuple(
        StripMonth(add_months(date(2025, 11, 1), number), kinds[number % len(kinds)]) for number in range(months)
    )


def manager(months: int = 13, *, long: bool = False) -> ManagerPaper:
    """Protected time of so many months; `long` with as much in each list as there may be."""
    times = 12 if long else 3
    word = "with a very long name that somebody once gave to it in a form " if long else ""
    return ManagerPaper(
        "Eilidh Rowan" + " Van Der Rowan" * (8 if long else 0),
        date(2024, 1, 1),
        add_months(date(2024, 1, 1), months),
        TODAY,
        f"Senior occupational therapist {word}",
        f"Rowan Council {word}",
        f"Graham Larch {word}",
        tuple(
            ProtectedPromise(f"3 h 30 a month {word}", "Job plan", add_months(date(2024, 1, 1), number))
            for number in range(times)
        ),
        tuple(
            ProtectedMonth(add_months(date(2024, 1, 1), number), 210, 180, number * 37 % 180, 180 - number * 37 % 180)
            for number in range(months)
        ),
        tuple((f"Reason {number} {word}".strip(), 600 - 10 * number) for number in range(times)),
        tuple((f"Use {number} {word}".strip(), 500 - 10 * number) for number in range(times)),
        tuple(SupervisionCount(f"Kind {number} {word}".strip(), 10, 8, 2, number % 2 == 0) for number in range(times)),
        workload(36 if long else 5),
        "One half day a month. " * (60 if long else 1),
        "Asked for: 3 (43 h, £830.50). Agreed: 1 (21 h, £450). Refused: 1 (14 h, £380.50). No answer yet: 1 (8 h).",
        tuple(
            RefusedLearning(
                f"Course {number} {word}".strip(),
                840,
                38_050,
                DAY,
                f"Graham Larch {word}".strip(),
                f"No budget {word}".strip(),
            )
            for number in range(times)
        ),
    )


def learning_plan(goals: int = 2) -> PlanPaper:
    """A plan with so many goals, each with its learning; agreed with a manager before it was changed."""
    return PlanPaper(
        "Learning plan 2026 to 2027",
        "Eilidh Rowan",
        date(2026, 10, 1),
        date(2027, 9, 30),
        TODAY,
        "OT000123",
        "Occupational therapist",
        "Rowan Council",
        tuple(
            PlanPaperGoal(
                f"Goal number {number}",
                "Open",
                (("Specific", "Six sessions for home carers"), ("Measurable", "Eight of ten feel safer")),
                "Leadership, level 4 now, level 5 wanted",
                DAY,
                (PlanStep("Ask the managers", DAY, DAY), PlanStep("Hold the first session")),
                carried="Duty cover took the spring" if number == 0 else "",
            )
            for number in range(goals)
        ),
        (
            PlanPaperLearning("Train the trainer", "Agreed", 1, 1260, 45_000, DAY, DAY, "Graham Larch"),
            PlanPaperLearning(
                "Conference", "Refused", None, 840, 38_050, DAY, DAY, "Graham Larch", "No budget is left"
            ),
            PlanPaperLearning("Seminar", "Done", 2, 180, 0, became="Single-handed care"),
            PlanPaperLearning("A book", "Wanted"),
        ),
        "Asked for: 2 (35 h, £830.50). Agreed: 1 (21 h, £450). Refused: 1 (14 h, £380.50).",
        "The first Friday of the month",
        ("3 h 30 a month, job plan",),
        "Taken since 1 October 2026: 3 h 30. Agreed up to 30 November 2026: 7 h.",
        (PlanPaperAgreement("Graham Larch", DAY, "Line manager", False, changed=True),),
        "Agreed by nobody with an OT background.",
        "Changed since it was agreed on 5 November 2026: the goals.",
        (PlanPaperReview(TODAY, "Half way there.", "Fiona Alder"), PlanPaperReview(TODAY)),
        date(2027, 4, 1),
    )


def strange_record() -> SessionRecordPaper:
    """Texts that no keyboard of ours makes."""
    note = PaperNote("Support", f"{STRANGE}\n{MARKUP}\nשלום עולם\n{'漢' * 900}")
    people = (replace(EILIDH, name=STRANGE), replace(FIONA, name=MARKUP))
    return replace(
        session_record(),
        meeting=replace(MEETING, people=people, place=STRANGE),
        notes=(note,),
        decisions=(STRANGE, MARKUP),
        actions=(PaperAction(STRANGE, MARKUP),),
        agreed=(SigningLine(STRANGE, "supervisee"), SigningLine(MARKUP, "supervisor", DAY)),
    )


def long_record() -> SessionRecordPaper:
    """More than anybody writes: pages of notes, words wider than a line, rows taller than a page."""
    return replace(
        session_record(20),
        notes=(PaperNote("Support", "story " * 2500),),
        decisions=("W" * 4000, *(f"Decision {number}" for number in range(80))),
        carried=(replace(action(1), text="tall " * 1500), *map(action, range(40))),
    )


def coverage_paper(items: int = 15, columns: int = 5) -> CoveragePaper:
    """Every third item has nothing; names of every fifth are long."""
    lines = tuple(
        CoverageLine(
            f"{number}",
            f"Item {number}{' about a thing with a long name' * (number % 5 == 0)}",
            number % 3,
            tuple((number * place) % 6 if number % 3 else 0 for place in range(columns)),
            sum((number * place) % 6 if number % 3 else 0 for place in range(columns)),
            90 * number if number % 3 else 0,
            DAY if number % 3 else None,
            number == 7,
        )
        for number in range(1, items + 1)
    )
    return CoveragePaper(
        framework="HCPC standards of proficiency",
        edition="2023",
        period=Period(date(2025, 11, 1), TODAY),
        prepared=TODAY,
        heads=tuple((f"{2025 + place // 4}", f"Q{place % 4 + 1}") for place in range(columns)),
        lines=lines,
        sums=tuple(range(columns)),
        total=sum(range(columns)),
        nowhere=2,
        confirmed=items > 100,
        name="Eilidh Rowan",
        registration="OT000123",
    )


CASES: dict[str, Paper] = {
    "coverage": coverage_paper(),
    "coverage of many items": coverage_paper(120, 12),
    "empty coverage": coverage_paper(0, 1),
    "record": session_record(),
    "record with twenty actions": session_record(20),
    "own copy": own_copy(),
    "empty record": SessionRecordPaper(Meeting("Mentoring", DAY, ()), TODAY),
    "missed": SessionRecordPaper(
        replace(MEETING, missed="Missed on the supervisor’s side. Duty cover.", moved_to=TODAY), TODAY
    ),
    "strange record": strange_record(),
    "long record": long_record(),
    "anonymised": anonymised(session_record(), (GRAHAM,), Keep(cases=True)),
    "agenda": agenda(),
    "empty agenda": AgendaPaper(replace(MEETING, people=(), start=None, minutes=None), TODAY),
    "agreement": agreement(),
    "group agreement of many versions": agreement(30, 9),
    "empty agreement": AgreementPaper("Peer supervision", (), DAY, 1, DAY, TODAY),
    "year": year(),
    "year of eighty sessions": year(80),
    "empty year": YearSummaryPaper("", DAY, TODAY, TODAY),
    "learning plan": learning_plan(),
    "learning plan of twenty goals": learning_plan(20),
    "reference list": ReadingPaper(
        (cite(Reference(title="Rails", authors="Rowan, E", year="2024", container="Homes", doi="10.1177/rails")),) * 40,
        TODAY,
        "Eilidh Rowan",
        "OT000123",
    ),
    "empty reference list": ReadingPaper((), TODAY),
    "empty learning plan": PlanPaper("", "", DAY, TODAY, TODAY),
    "manager": manager(),
    "manager, long": manager(36, long=True),
    "manager, empty": ManagerPaper("", DAY, TODAY, TODAY),
}
