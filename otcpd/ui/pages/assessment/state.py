"""What the page "Self-assessment" reads from the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from otcpd.actions.pathway.ladder import ladder_facts
from otcpd.domain.assessment import Assessment, Mark
from otcpd.domain.assessment_change import ItemChange, assessment_changes
from otcpd.domain.dates import long_day
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkKind
from otcpd.domain.framework_ref import EditionRef, parse_edition
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import LadderFacts, Shown, shown_by
from otcpd.domain.person import SOMEBODY
from otcpd.portfolio.charts.wheel import Spoke, Wheel
from otcpd.record.ladder_rows import shown_activities
from otcpd.record.record import Record

MOST_SPOKES = 30
_PILLAR, _ITEM = "Pillar", "Item"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person chose to see; empty for what she did not."""

    framework: str = ""
    assessment: str = ""
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentState:
    """One self-assessment in a framework, perhaps beside an earlier one. `assessments` are all of the framework, the
    newest first; `items` what is marked, by reference; `counts` the activities that count for each, newest first."""

    offered: tuple[Framework, ...] = ()
    framework: Framework | None = None
    assessments: tuple[Assessment, ...] = ()
    current: Assessment | None = None
    earlier: Assessment | None = None
    items: Mapping[str, FrameworkItem] = field(default_factory=dict)
    counts: Mapping[str, Sequence[Shown]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def mark(self, key: str) -> Mark:
        """What is marked for an item in the one that is open."""
        return self.current.mark(key) if self.current is not None else Mark(key)

    def changes(self) -> tuple[ItemChange, ...]:
        """What changed since the earlier date; nothing where there is none to compare with."""
        if self.current is None or self.earlier is None:
            return ()
        return assessment_changes(self.earlier, self.current, self.items)

    def spokes(self) -> Mapping[str, FrameworkItem]:
        """The items that have a spoke on the wheel: all of them, or those at the top; none where they are too many."""
        if len(self.items) <= MOST_SPOKES:
            return self.items
        pillars = self.framework.pillars if self.framework is not None else ()
        if self.framework is None or len(pillars) > MOST_SPOKES:
            return {}
        return {self.framework.ref.item(item.code): item for item in pillars}

    def wheel(self) -> Wheel:
        """The picture of it."""
        levels = tuple(one.number for one in self.framework.levels) if self.framework is not None else ()
        spokes = []
        for key, item in self.spokes().items():
            mark = self.mark(key)
            before = self.earlier.mark(key).now if self.earlier is not None else None
            spokes.append(Spoke(item.label, mark.now, mark.target, before))
        return Wheel(levels, tuple(spokes), long_day(self.earlier.day) if self.earlier is not None else "")


def read_state(
    record: Record, known: Frameworks, wanted: Wanted, facts: dict[EditionRef, LadderFacts] | None = None
) -> AssessmentState:
    """What is wanted, or what comes next to it: the newest self-assessment of the framework it was last done in.

    `facts` are what the log says of an edition, for whoever keeps it; what is not there yet is put in.
    """
    days = record.assessments.days()
    framework = _framework(known, wanted, [(key, ref) for key, _, ref in days])
    offered = _offered(known, framework, {ref for _, _, ref in days})
    if framework is None:
        return AssessmentState(offered)
    assessments = tuple(reversed(record.assessments.all(str(framework.ref))))
    current = next((one for one in assessments if one.id == wanted.assessment), assessments[0] if assessments else None)
    earlier = next((one for one in assessments if one.id == wanted.earlier and one is not current), None)
    if current is not None and earlier is not None and earlier.day > current.day:
        current, earlier = earlier, current
    ref = framework.ref
    items = {ref.item(item.code): item for item in marked_items(framework)}
    kept = {} if facts is None else facts
    if ref not in kept:
        kept[ref] = ladder_facts(record, known, activities=_linked_to(record, known, items))
    counts = shown_by(items, kept[ref])
    people = (record.people.owner(), *record.people.all(), *record.people.all(binned=True))
    names = {person.id: person.name or SOMEBODY for person in people}
    return AssessmentState(offered, framework, assessments, current, earlier, items, counts, names)


def _linked_to(record: Record, known: Frameworks, items: Collection[str]) -> list[Shown]:
    """The activities that may count for one of these items, of a long log a part; for many items all of them."""
    if len(items) > MOST_SPOKES:
        return shown_activities(record.reader)
    return shown_activities(record.reader, frozenset(ref for item in items for ref in known.counting_for(item)))


def head_of(framework: Framework) -> str:
    """What the items at the top of a framework are called: "Pillar"."""
    words = {item.type for item in framework.pillars}
    only = words.pop() if len(words) == 1 else ""
    return only or (_PILLAR if framework.kind is FrameworkKind.CAREER else _ITEM)


def marked_items(framework: Framework) -> tuple[FrameworkItem, ...]:
    """What is marked in a framework: the pillars of a career, every item of the profile of a role."""
    if framework.kind is FrameworkKind.CAREER:
        return framework.pillars
    return tuple(item for item in framework.items if not item.retired)


def _framework(known: Frameworks, wanted: Wanted, done: Sequence[tuple[str, str]]) -> Framework | None:
    of_assessment = next((ref for key, ref in done if key == wanted.assessment), "")
    for ref in (wanted.framework, of_assessment, *(ref for _, ref in done)):
        found = known.edition(ref) if parse_edition(ref) is not None else None
        if found is not None:
            return found
    return next((one for one in known.offered if _can_be_marked(one)), None)


def _can_be_marked(framework: Framework) -> bool:
    """Whether there are levels; of what a role asks one can say why and what shows it without them."""
    return bool(framework.items) and (bool(framework.levels) or framework.kind is FrameworkKind.ROLE)


def _offered(known: Frameworks, chosen: Framework | None, done: set[str]) -> tuple[Framework, ...]:
    """Those that can be marked, and whatever was assessed before, even if another edition has replaced it."""
    offered = [one for one in known.offered if _can_be_marked(one)]
    there = {str(one.ref) for one in offered}
    older = [known.edition(ref) for ref in sorted(done - there)]
    offered += [one for one in older if one is not None]
    if chosen is not None and str(chosen.ref) not in {str(one.ref) for one in offered}:
        offered.append(chosen)
    return tuple(offered)
