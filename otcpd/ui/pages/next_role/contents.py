"""What the page knows: the roles aimed for, what the chosen one asks, and what the log shows of it.

Read in slices, between which the window answers: a profile may have thousands of items, and a log thousands of
activities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from otcpd.actions.pathway.ladder import ladder_facts
from otcpd.domain.assessment import Assessment
from otcpd.domain.career import AimState, Expectation, ExpectationKind, RoleAim
from otcpd.domain.changes import Changes
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import Ladder, LadderFacts, Rung, Shown, ladder
from otcpd.domain.ladder_suggestions import Suggestion, WordIndex, suggestions
from otcpd.domain.marked_level import MarkedLevel, marked_level
from otcpd.domain.supervision import SessionState
from otcpd.record.ladder_rows import activity_words, shown_in_slices
from otcpd.ui.models.rungs import RungRow
from otcpd.ui.pages.next_role import words
from otcpd.ui.session import Session

_REFS, _NAMES, _TEXTS = 400, 1_000, 30
"""So many in a slice: references looked up, names, texts of activities."""
MATTERS = (
    *("role_aim", "activity", "goal", "evidence", "assessment", "framework", "framework_link", "supervision_session"),
    "employer",
)


class NextRoleContents:
    """`read` gives slices; once they are through, everything here is as the file is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.aims: list[RoleAim] = []
        self.aim: RoleAim | None = None
        self.ladder = Ladder()
        self.rows: list[RungRow] = []
        self.facts: LadderFacts | None = None
        self.index: WordIndex | None = None
        """What the activities say; None while they were not looked through."""
        self._wanted = ""
        self._named_of: Frameworks | None = None
        self._names: dict[str, tuple[str, str]] = {}
        self._assessments: list[Assessment] | None = None

    @property
    def frameworks(self) -> Frameworks:
        """Every framework there is."""
        return self._session.frameworks.now()

    def follow(self, changes: Changes) -> bool:
        """Whether a change is any of ours; what was read before and holds no longer is forgotten."""
        if changes.of("assessment"):
            self._assessments = None
        if changes.of("framework") or changes.of("framework_link"):
            self._names = {}
        return any(changes.of(kind) for kind in MATTERS)

    def choose(self, aim: str) -> None:
        """Show this role from the next reading on."""
        self._wanted = aim

    def read(self) -> Iterator[None]:
        """Slices of reading. Raises an OtcpdError when the file cannot be read at the moment."""
        record, frameworks = self._session.record, self.frameworks
        if self._named_of is not frameworks:
            self._named_of, self._names = frameworks, {}
        self.aims = record.roles.aims()
        aim = self._chosen()
        yield
        activities: list[Shown] = []
        for part in shown_in_slices(record.reader):
            activities += part
            yield
        facts = ladder_facts(record, frameworks, self._marked_so_far(), activities)
        yield
        refs = {ref for one in facts.activities for ref in one.standards} | set(facts.goal_items.values())
        for number, ref in enumerate(sorted(refs)):
            frameworks.counts_for(ref)  # looked up in slices, and known from then on
            if number % _REFS == _REFS - 1:
                yield
        expectations = aim.expectations if aim is not None else ()
        for number, one in enumerate(expectations):
            if one.item not in self._names:
                self._names[one.item] = self._named(one.item)
            if number % _NAMES == _NAMES - 1:
                yield
        found = ladder(aim, facts) if aim is not None else Ladder()
        yield
        self.aim, self.facts, self.ladder = aim, facts, found
        self.rows = [self._row(rung) for rung in found.rungs]

    def look_through(self) -> Iterator[None]:
        """Slices of looking through what the activities say."""
        index = WordIndex()
        for texts in activity_words(self._session.record.reader, _TEXTS):
            index.add(texts)
            yield
        self.index = index

    def row(self, key: str) -> RungRow | None:
        """What is asked under this key."""
        return next((one for one in self.rows if one.key == key), None)

    def suggestions(self, row: RungRow) -> tuple[Suggestion, ...] | None:
        """What may show it; None while the log was not looked through."""
        if self.index is None or self.facts is None:
            return None
        expectation = row.rung.expectation
        item = self.frameworks.item(expectation.item) if expectation.item else None
        text = f"{row.title} {item.notes}" if item is not None else row.title
        facts = self.facts
        return suggestions(
            text,
            expectation.item,
            self.frameworks,
            self.index,
            facts.activities,
            facts.goal_items,
            row.rung.activities,
        )

    def marked(self, item: str) -> MarkedLevel | None:
        """The level that she marked for an item."""
        return marked_level(self.frameworks, item, self._marked_so_far())

    def next_session(self) -> tuple[str, date] | None:
        """The next planned session in which she is supervised: its id and day."""
        record = self._session.record
        today = record.clock.today()
        coming = [
            (row.day, row.id)
            for row in record.sessions.rows()
            if row.state is SessionState.PLANNED and row.day >= today and not row.as_supervisor
        ]
        if not coming:
            return None
        day, session = min(coming)
        return session, day

    def _marked_so_far(self) -> Sequence[Assessment]:
        if self._assessments is None:
            self._assessments = self._session.record.assessments.all()
        return self._assessments

    def _chosen(self) -> RoleAim | None:
        wanted = next((one for one in self.aims if one.id == self._wanted), None)
        aiming = next((one for one in self.aims if one.state is AimState.AIMING), None)
        return wanted or aiming or next(iter(self.aims), None)

    def _named(self, item: str) -> tuple[str, str]:
        """Title and head of an item: the pillar it is below, or the framework for a pillar itself."""
        frameworks = self.frameworks
        parsed, framework = parse_ref(item), frameworks.of_item(item)
        label = frameworks.label(item)
        if parsed is None or framework is None:
            return label, frameworks.framework_name(item)
        code, top, seen = parsed.code, "", {parsed.code}
        while (known := framework.by_code.get(code)) is not None and known.parent not in seen:
            code = known.parent
            seen.add(code)
            if code in framework.by_code:
                top = framework.by_code[code].label
        return label, top or framework.short or framework.name

    def _row(self, rung: Rung) -> RungRow:
        expectation = rung.expectation
        title, group = self._title_of(expectation)
        level = words.level_short(expectation.level)
        return RungRow(expectation.id, title, level, group, rung, f"{title} {group}".casefold())

    def _title_of(self, expectation: Expectation) -> tuple[str, str]:
        if expectation.kind is ExpectationKind.ITEM:
            return self._names.get(expectation.item) or self._named(expectation.item)
        return expectation.text, words.TRAINING if expectation.kind is ExpectationKind.TRAINING else words.ELSE
