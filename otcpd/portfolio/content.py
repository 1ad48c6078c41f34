"""A profile as plain content: what it says, not how it looks.

Everything here may be printed for the regulator: `otcpd.portfolio.build` lets nothing else in. The
values are plain and picklable, so that drawing can happen in another process, and no file's bytes are
among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.domain.citing import Citation

LIST_NUMBER = 1
"""The dated list is itself the first piece of evidence, E1 (HCPC's earlier guidance, domain.md 3.5)."""

NO_CATEGORY = "No category"
"""What the activities without a category are called together."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Who the profile is about and which days it covers, both included. Unknown texts are empty."""

    name: str
    profession: str
    registration: str
    start: date
    end: date
    prepared: date
    audit_number: str = ""


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A text the person wrote, with HCPC's limit for it in words."""

    text: str
    words: int
    limit: int


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line of the dated list. `end` is None for a single day; `evidence` holds numbers (2 is "E2").

    `duration` is a text such as "1 h 30", or empty. `mark` is the category's code, by which its icon is
    found; empty where there is none, and `category` is then the dash of an empty cell.
    """

    number: int
    start: date
    end: date | None
    title: str
    category: str
    duration: str
    evidence: tuple[int, ...]
    chosen: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class GapReasonWords:
    """Why there was no CPD for a time, both days included: a reason in short and the person's own note.

    One of the two texts may be empty. A single reason has the days of its gap.
    """

    start: date
    end: date
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """A spell of three months or more without CPD, both days included, with what is said about it.

    There may be one reason, several, or none.
    """

    start: date
    end: date
    reasons: tuple[GapReasonWords, ...]


@dataclass(frozen=True, slots=True)
class CategoryTotal:
    """How many activities of one category are listed, and their time in minutes where it is known.

    `mark` is the category's code, by which its icon and colour are found; empty for those without one.
    """

    category: str
    activities: int
    minutes: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class StatementActivity:
    """An activity that the statement rests on. What the person wrote about it is not printed: the statement
    is what the regulator reads."""

    number: int
    title: str
    start: date
    end: date | None
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One line of the evidence index. `size` is in bytes; None for the dated list, which is no file.

    `supports` holds the numbers of listed activities. `id` is the evidence's in the CPD file, for whoever
    fetches its bytes; it is never printed.
    """

    number: int
    caption: str
    kind: str
    size: int | None
    supports: tuple[int, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One of HCPC's five CPD standards, and where in the profile it is shown."""

    number: str
    label: str
    shown_by: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many things are not in the profile, and why: printed on its last page as counts alone.

    `texts`: of those that a profile prints, kept because of their layer. `files`: evidence kept because
    of its layer. `uncaptioned`: evidence that stands in the index without a caption of its own.
    `before`, `after`: activities before the period and after it. `chosen`: those of them that were
    chosen for the statement. `future`: activities dated after the day of preparing. `undescribed`:
    listed activities that the statement was not made to rest on.
    """

    texts: int = 0
    files: int = 0
    uncaptioned: int = 0
    before: int = 0
    after: int = 0
    future: int = 0
    chosen: int = 0
    undescribed: int = 0


@dataclass(frozen=True, slots=True)
class SupervisionRow:
    """One agreement on supervision, or the sessions of a kind without one, in facts alone.

    `kind` is "Professional supervision"; `often` is "Every 4 to 6 weeks, 1 h", empty without an agreement. `start` and
    `end` are its days within the period of the profile. `held` sessions took `minutes`.
    """

    kind: str
    often: str
    led_by_ot: bool
    start: date
    end: date
    held: int
    minutes: int


@dataclass(frozen=True, slots=True)
class SupervisionAnnex:
    """The supervision that the person had in the period: how often, how long, of what kind and whether led by an OT.

    Neither what was said in it nor with whom is in any profile.
    """

    rows: tuple[SupervisionRow, ...]

    @property
    def held(self) -> int:
        """How many sessions were held."""
        return sum(row.held for row in self.rows)

    @property
    def minutes(self) -> int:
        """How long they were together."""
        return sum(row.minutes for row in self.rows)


@dataclass(frozen=True, slots=True)
class ReadingAnnex:
    """What the person read in the period and has in her reference list, in the order of the list."""

    works: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ProfileContent:
    """Everything a profile says, in the order in which it is read.

    `supervision` and `reading` are annexes for those who want them.
    """

    cover: Cover
    summary: WrittenPart
    dated_list: tuple[ActivityRow | GapRow, ...]
    totals: tuple[CategoryTotal, ...]
    statement: WrittenPart
    statement_activities: tuple[StatementActivity, ...]
    evidence: tuple[EvidenceRow, ...]
    standards: tuple[StandardRow, ...]
    declaration: tuple[str, ...]
    left_out: LeftOut
    supervision: SupervisionAnnex | None = None
    reading: ReadingAnnex | None = None

    @property
    def activities(self) -> tuple[ActivityRow, ...]:
        """The lines of the dated list that are activities."""
        return tuple(row for row in self.dated_list if isinstance(row, ActivityRow))

    @property
    def gaps(self) -> tuple[GapRow, ...]:
        """The lines of the dated list that are gaps."""
        return tuple(row for row in self.dated_list if isinstance(row, GapRow))
