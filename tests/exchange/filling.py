"""CPD files with something in every table, drawn by hypothesis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from otcpd.domain.activity import Category
from otcpd.domain.career import Setting
from otcpd.domain.layers import DEFAULT_LAYERS, Layer
from otcpd.domain.order import keys_after
from otcpd.domain.person import PersonRole
from otcpd.record import opening
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.exchange.drawing import Drawing
from tests.exchange.filling_pathway import fill_pathway
from tests.exchange.filling_supervision import fill_supervision
from tests.ports import FixedClock, SeededBits

NAME, NUMBER = "Eilidh Rowan", "OT000123"

_OF_POST = ("grade", "locality", "specialisms", "note")
_BINNED = (
    *("activity", "evidence", "person", "tag", "goal", "gap_reason", "post", "employer", "setting"),
    *("agreement", "supervision_session", "entitlement", "protected_slot", "workload"),
    *("activity_tag", "evidence_use", "reflection", "reflection_answer", "layer"),
    *("session_topic", "session_action", "session_person", "person_role"),
    *("framework", "framework_item", "framework_link", "role_aim", "role_expectation", "opportunity"),
    *("assessment", "assessment_mark", "assessment_activity", "goal_milestone", "goal_review"),
    *("learning_plan", "plan_goal", "planned_learning", "plan_agreement", "impact", "impact_measure", "reading"),
)
"""Tables of which something may go to the bin."""


def nothing_before_migration(path: Path) -> None:
    """These tests migrate nothing."""


def around(seed: int) -> Surroundings:
    """Surroundings with chance of their own."""
    return Surroundings(FixedClock(), SeededBits(seed), "study", "otcpd test", nothing_before_migration)


def new_record(path: Path, seed: int = 1, *, name: str = NAME, number: str = NUMBER) -> Record:
    """A new CPD file at `path`, in the place of whatever was there."""
    path.write_bytes(_blank(seed, name, number))
    record = opening.open_for_writing(path, around(seed + 100))
    record.hurry()  # these tests are about what is in it, and fill hundreds
    return record


@cache
def _blank(seed: int, name: str, number: str) -> bytes:
    """Made once: making tables takes longer than all else that these tests do."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.otcpd"
        opening.create(path, name, number, around(seed)).close()
        return path.read_bytes()


def stored(record: Record, folder: Path, content: bytes, name: str = "note.txt") -> tuple[str, int]:
    """Takes bytes in and returns their SHA-256 and size."""
    path = folder / name
    path.write_bytes(content)
    intake = record.intake(path)
    while intake.step():
        pass
    found = intake.finish()
    return found.sha256, found.size


@dataclass(slots=True)
class Filler(Drawing):
    """Fills a CPD file with what `data` gives."""

    record: Record
    folder: Path

    def fill(self) -> None:
        """A few rows in every table, some of them in the bin."""
        files = [stored(self.record, self.folder, self.data.draw(st.binary(min_size=1, max_size=40))) for _ in range(2)]
        with self.record.step("Fill") as step:
            self._people(step)
            self._log(step)
            self._evidence(step, files)
            self._portfolios(step)
            fill_supervision(self, step)
            fill_pathway(self, step)
            self._layers(step)
            self._bin(step)

    def _people(self, step: Step) -> None:
        for sector in ("council", ""):
            self.make(step, "employer", name=self.text(), sector=sector)
        for _ in range(3):
            employer = self.maybe(self.one("employer"))
            person = self.make(
                step,
                "person",
                name=self.text(),
                profession=self.text(),
                employer=employer,
                contact=self.text(),
                is_ot=self.data.draw(st.sampled_from([None, 0, 1])),
            )
            for role in self.data.draw(st.sets(st.sampled_from(PersonRole))):
                step.link("person_role", {"person": person, "role": role})
        start, end = self.span()
        self.make(
            step,
            "post",
            title=self.text(),
            employer=self.one("employer"),
            start=start,
            end=self.maybe(end),
            setting=self.data.draw(st.sampled_from(["", *Setting])),
            wte=self.data.draw(st.none() | st.integers(0, 100)),
            fixed_until=self.maybe(end),
            **{name: self.text() for name in self.data.draw(st.sets(st.sampled_from(_OF_POST), max_size=1))},
        )
        step.set("person", self.record.owner, "employer", self.maybe(self.one("employer")))
        for name in self.data.draw(st.sets(st.sampled_from(["falls", "kit", "café", "=x"]), min_size=1)):
            self.make(step, "tag", id=text_id("tag", name), name=name)
        self.make(step, "goal", title=self.text())
        self.make(step, "own_type", name=self.text(), category=self.maybe(self.data.draw(st.sampled_from(Category))))
        self.make(step, "setting", id=text_id("setting", "day_minutes"), key="day_minutes", value=self.text())

    def _log(self, step: Step) -> None:
        for _ in range(self.data.draw(st.integers(1, 3))):
            first, last = self.span()
            activity = self.make(
                step,
                "activity",
                date=first,
                end_date=self.maybe(last),
                expires=self.maybe(last),
                title=self.text(),
                type=self.text(),
                category=self.maybe(self.data.draw(st.sampled_from(Category))),
                minutes=self.data.draw(st.none() | st.integers(0, 900)),
                protected_minutes=self.data.draw(st.integers(0, 60)),
                mandatory=self.data.draw(st.integers(0, 1)),
                finished=self.data.draw(st.integers(0, 1)),
                bring=self.data.draw(st.integers(0, 1)),
                description=self.text(),
                learning=self.text(),
                practice_impact=self.text(),
                service_user_benefit=self.text(),
                notes_to_myself=self.text(),
                post=self.maybe(self.one("post")),
                created="2026-10-01T08:00:00.000Z",
                modified="2026-11-02T09:30:00.123Z",
            )
            for table, other in (("activity_tag", "tag"), ("activity_companion", "person"), ("activity_goal", "goal")):
                for end in self.some(other):
                    step.link(table, {"activity": activity, other: end})
            step.link("activity_standard", {"activity": activity, "standard": "hcpc_sop_ot@2023:4.1"})
            self._reflection(step, activity)
        first, last = self.span()
        self.make(step, "gap_reason", start=first, end=last, reason=self.text(), note=self.text())

    def _reflection(self, step: Step, activity: str) -> None:
        reflection = text_id("reflection", activity, "gibbs")
        self.make(step, "reflection", id=reflection, activity=activity, model="gibbs")
        for prompt in ("feelings", "evaluation"):
            self.make(
                step,
                "reflection_answer",
                id=text_id("reflection_answer", reflection, prompt),
                activity=activity,
                reflection=reflection,
                prompt=prompt,
                text=self.text(),
            )

    def _evidence(self, step: Step, files: list[tuple[str, int]]) -> None:
        for sha256, size in (*files, ("", 0)):
            evidence = self.make(
                step,
                "evidence",
                name=self.text(),
                caption=self.text(),
                kind="text",
                state="readable",
                sha256=sha256,
                size=size,
                created=step.at,
            )
            for activity in self.some("activity"):
                position = self.data.draw(st.sampled_from(keys_after(None, 5)))
                step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": position})

    def _portfolios(self, step: Step) -> None:
        start, end = self.span()
        portfolio = self.make(
            step,
            "portfolio",
            name="2026",
            start=start,
            end=end,
            summary=self.text(),
            created="2026-10-01T08:00:00.000Z",
        )
        for activity in self.some("activity"):
            position = self.data.draw(st.sampled_from(keys_after(None, 5)))
            step.link("portfolio_activity", {"portfolio": portfolio, "activity": activity}, {"position": position})
        for number, evidence in enumerate(self.some("evidence"), 2):
            step.link("portfolio_evidence", {"portfolio": portfolio, "evidence": evidence}, {"number": number})

    def _layers(self, step: Step) -> None:
        for table, name in self.data.draw(st.lists(st.sampled_from(sorted(DEFAULT_LAYERS)), max_size=5, unique=True)):
            row = self.one(table)
            layer = self.data.draw(st.sampled_from(Layer))
            step.link("layer", {"tbl": table, "row": row, "field": name}, {"layer": layer})

    def _bin(self, step: Step) -> None:
        for table in self.data.draw(st.lists(st.sampled_from(_BINNED), max_size=4, unique=True)):
            found = self.record.reader.rows(f'SELECT id FROM "{table}" ORDER BY id LIMIT 1')
            if found and found[0][0] != self.record.owner:
                step.remove(table, str(found[0][0]))
