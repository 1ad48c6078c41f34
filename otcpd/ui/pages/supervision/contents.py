"""What the page knows of agreements and sessions: light rows, kept up with each change, and never their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from otcpd.actions.supervision.agenda import agenda_of
from otcpd.actions.supervision.leave import spells_away
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.often import often_in_words
from otcpd.domain.period import Period
from otcpd.domain.person import SOMEBODY, Person
from otcpd.domain.supervision import Agreement, AgreementKind, AgreementState, Session, SessionState
from otcpd.domain.supervision_ledger import ledger
from otcpd.domain.supervision_schedule import due_after, last_led_by_ot, schedule
from otcpd.domain.words import counted, joined
from otcpd.record.record import Record
from otcpd.record.session_rows import SessionRow
from otcpd.ui.models.agreement_face import AgreementFace, standing
from otcpd.ui.models.session_rows import SessionPart
from otcpd.ui.models.session_rows import SessionRow as ShownRow
from otcpd.ui.pages.supervision.step import Shown
from otcpd.ui.pages.supervision.words import Names, last_led, row_meta, row_title

_PEOPLE_KINDS = ("person", "agreement", "employer")


class Stage(StrEnum):
    """Which sessions are wanted."""

    ALL = "all"
    TO_RECORD = "to_record"
    COMING = "coming"
    HELD = "held"
    MISSED = "missed"


STAGE_WORDS = (
    (Stage.ALL, "All sessions"),
    (Stage.TO_RECORD, "To record"),
    (Stage.COMING, "Coming up"),
    (Stage.HELD, "Held"),
    (Stage.MISSED, "Missed or moved"),
)


@dataclass(frozen=True, slots=True)
class Sift:
    """What the person asked to see: sessions of an agreement, with a person, of a stage. Empty: any."""

    agreement: str = ""
    person: str = ""
    stage: Stage = Stage.ALL

    def __bool__(self) -> bool:
        return self != Sift()


class SupervisionContents:
    """Read once; `follow` then reads what changed."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.rows: dict[str, SessionRow] = {}
        self.agreements: list[Agreement] = []
        self.people: dict[str, Person] = {}
        self.names = Names({}, {}, record.owner)
        self.away: tuple[Period, ...] = ()
        self._shown: dict[str, ShownRow] = {}
        self._faces: dict[str, AgreementFace] = {}
        self._day = record.clock.today()
        self.fresh = True
        """Whether the last change shows in the list or on the cards, and not in the open session alone."""
        self.read_all()

    @property
    def today(self) -> date:
        """The day by the file's clock."""
        return self._record.clock.today()

    def read_all(self) -> None:
        """Read everything anew."""
        self.fresh = True
        self._day = self.today
        self.away = spells_away(self._record)
        self._read_names()
        self.rows = {row.id: row for row in self._record.sessions.rows()}
        self._shown.clear()
        self._faces.clear()

    def follow(self, changes: Changes) -> bool:
        """Keep up with a change; False if it is none of ours."""
        if changes.of("gap_reason") or changes.of("record") or self._day != self.today:
            self.read_all()
            return True
        self.fresh = False
        sessions = changes.of("supervision_session")
        named = any(changes.of(kind) for kind in _PEOPLE_KINDS)
        if named:
            self._read_names()
            self._shown.clear()
            self._faces.clear()
            self.fresh = True
        if sessions:
            self._read_some(sessions)
        return named or bool(sessions)

    def _read_some(self, ids: Collection[str]) -> None:
        fresh = {row.id: row for row in self._record.sessions.some_rows(ids)}
        for key in ids:
            if key in fresh and fresh[key] == self.rows.get(key):
                continue  # only its texts changed
            self.fresh = True
            for row in (self.rows.pop(key, None), fresh.get(key)):
                if row is not None and row.agreement is not None:
                    self._faces.pop(row.agreement, None)
            self._shown.pop(key, None)
        self.rows |= fresh

    def _read_names(self) -> None:
        people = (self._record.people.owner(), *self._record.people.all(binned=True), *self._record.people.all())
        self.people = {person.id: person for person in people}
        self.agreements = self._record.agreements.all()
        gone = self._record.agreements.all(binned=True)
        self.names = Names(
            {person.id: person.name for person in people},
            {one.id: one for one in (*gone, *self.agreements)},
            self._record.owner,
        )

    # What the page shows

    def fact(self) -> str:
        """The sentence of the header."""
        return last_led(self.last_led(), self.today)

    def last_led(self) -> date | None:
        """The day of the last session that an OT led."""
        return last_led_by_ot(self.rows.values(), self.today)

    def to_record(self) -> int:
        """How many sessions nobody has said anything of, though their day is past."""
        return sum(_part(row, self.today) is SessionPart.TO_RECORD for row in self.rows.values())

    def faces(self) -> list[AgreementFace]:
        """The agreements as their cards show them, those that ask for most first, those that ended last."""
        of_agreement: dict[str, list[SessionRow]] | None = None
        for agreement in self.agreements:
            if agreement.id not in self._faces:
                if of_agreement is None:
                    of_agreement = self._by_agreement()
                self._faces[agreement.id] = self._face(agreement, of_agreement[agreement.id])
        shown = [self._faces[agreement.id] for agreement in self.agreements]
        running = [face for face in shown if not self._ended(face.key)]
        order = {agreement.id: place for place, agreement in enumerate(self.agreements)}
        return sorted(running or shown, key=lambda face: order[face.key])

    def sifted(self, sift: Sift) -> list[ShownRow]:
        """The rows of the list that are asked for."""
        today = self.today
        return [self._row(row, today) for row in self.rows.values() if _fits(row, sift, today)]

    def people_met(self) -> list[tuple[str, str]]:
        """Ids and names of those with whom there were sessions, by name."""
        met = {person for row in self.rows.values() for person in row.people}
        return sorted(((one, self.names.people.get(one, "")) for one in met), key=_by_name)

    def agreement_title(self, agreement: Agreement) -> str:
        """ "Professional, Fiona Alder"."""
        label = load_catalogue().supervision.kind_label(agreement.kind)
        who = agreement.name.strip() or self.names.of(self.others(agreement))
        return f"{label}, {who}" if who else label

    def others(self, agreement: Agreement) -> Sequence[str]:
        """Everybody of an agreement but the owner."""
        everybody = dict.fromkeys((agreement.supervisor, agreement.supervisee, *agreement.members))
        return [one for one in everybody if one is not None and one != self.names.owner]

    def next_due(self, agreement: Agreement) -> date:
        """The day that a new session of it is proposed for: in time, on the weekday of the last one, and not past."""
        days = [
            row.day
            for row in self.rows.values()
            if row.agreement == agreement.id and row.state in (SessionState.HELD, SessionState.PLANNED)
        ]
        last = max(days, default=None)
        due = due_after(agreement, last, self.away)
        proposed = due if due is not None else self.today
        if proposed < self.today:
            wanted = last.weekday() if last is not None else self.today.weekday()
            proposed = self.today + timedelta(days=(wanted - self.today.weekday()) % 7)
        return proposed

    def shown(self, session: str) -> Shown:
        """A session with all that its steps show."""
        record = self._record
        current = record.sessions.get(session)
        proposed = None
        agreement = self.names.agreements.get(current.agreement or "")
        if agreement is not None:
            due = due_after(agreement, current.day, self.away)
            proposed = due if due is not None and due > current.day else None
        lies = agenda_of(record, session)
        return Shown(current, lies, self.names, record.read_only, self._after(current), proposed, self.today)

    def _after(self, current: Session) -> SessionRow | None:
        """The planned session that comes after it with the same people."""
        people = frozenset(current.people)
        coming = [
            row
            for row in self.rows.values()
            if row.state is SessionState.PLANNED
            and row.day > current.day
            and row.agreement == current.agreement
            and frozenset(row.people) == people
        ]
        return min(coming, key=_day_of, default=None)

    def running(self) -> list[Agreement]:
        """Agreements that go on."""
        return [one for one in self.agreements if not self._ended(one.id)]

    def _ended(self, key: str) -> bool:
        return self.names.agreements[key].state_on(self.today) is AgreementState.ENDED

    def _by_agreement(self) -> dict[str, list[SessionRow]]:
        found: dict[str, list[SessionRow]] = defaultdict(list)
        for row in self.rows.values():
            if row.agreement is not None:
                found[row.agreement].append(row)
        return found

    def _face(self, agreement: Agreement, rows: Sequence[SessionRow]) -> AgreementFace:
        today = self.today
        return AgreementFace(
            agreement.id,
            load_catalogue().supervision.kind_label(agreement.kind),
            self._who(agreement),
            often_in_words(agreement.terms_on(today).often),
            standing(agreement, schedule(agreement, rows, today, self.away), today),
            ledger(rows, today, self.away),
            None if agreement.as_supervisor or not self.others(agreement) else agreement.supervisor_is_ot,
        )

    def _who(self, agreement: Agreement) -> str:
        others = self.others(agreement)
        if agreement.name.strip() or agreement.kind is AgreementKind.GROUP:
            number = counted(len(others) + 1, "member")
            return f"{agreement.name.strip()}, {number}" if agreement.name.strip() else number.capitalize()
        told = [self._person(one) for one in others]
        return joined(told) if len(told) < 3 else self.names.of(others).capitalize()

    def _person(self, key: str) -> str:
        person = self.people.get(key)
        if person is None:
            return SOMEBODY
        return f"{person.name}, {_in_small(person.profession)}" if person.profession.strip() else person.name

    def _row(self, row: SessionRow, today: date) -> ShownRow:
        shown = self._shown.get(row.id)
        if shown is None:
            shown = self._shown[row.id] = ShownRow(
                row.id,
                row.day,
                row_title(row, self.names),
                row_meta(row, self.names),
                _part(row, today),
                fell_through=row.state in (SessionState.MISSED, SessionState.MOVED),
                found_by=" ".join(self.names.people.get(one, "") for one in row.people),
            )
        return shown


def _day_of(row: SessionRow) -> date:
    return row.day


def _by_name(found: tuple[str, str]) -> str:
    return found[1].casefold()


def _in_small(profession: str) -> str:
    """ "Social worker" inside a line; "OT manager" stays."""
    second = profession[1:2]
    return profession if second.isupper() else f"{profession[:1].lower()}{profession[1:]}"


def _part(row: SessionRow, today: date) -> SessionPart:
    if row.state is SessionState.PLANNED:
        return SessionPart.COMING if row.day >= today else SessionPart.TO_RECORD
    return SessionPart.PAST


def _fits(row: SessionRow, sift: Sift, today: date) -> bool:
    if sift.agreement and row.agreement != sift.agreement:
        return False
    if sift.person and sift.person not in row.people:
        return False
    if sift.stage is Stage.ALL:
        return True
    if sift.stage in (Stage.TO_RECORD, Stage.COMING):
        wanted = SessionPart.TO_RECORD if sift.stage is Stage.TO_RECORD else SessionPart.COMING
        return _part(row, today) is wanted
    if sift.stage is Stage.HELD:
        return row.state is SessionState.HELD
    return row.state in (SessionState.MISSED, SessionState.MOVED)
