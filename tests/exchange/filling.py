"""CPD files with something in every table, drawn by hypothesis."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from otcpd.domain.activity import Category
from otcpd.domain.layers import DEFAULT_LAYERS, Layer
from otcpd.domain.order import keys_after
from otcpd.record import opening
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock, SeededBits

NAME, NUMBER = "Eilidh Rowan", "OT000123"

TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=20) | st.sampled_from(
    ["", "Falls", "=1+1", "‘café’", "cafe\u0301", "two\nlines", " \t", "🧠"]
)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 11, 20)).map(dt.date.isoformat)


def nothing_before_migration(path: Path) -> None:
    """These tests migrate nothing."""


def around(seed: int) -> Surroundings:
    """Surroundings with chance of their own."""
    return Surroundings(FixedClock(), SeededBits(seed), "study", "otcpd test", nothing_before_migration)


def new_record(path: Path, seed: int = 1, *, name: str = NAME, number: str = NUMBER) -> Record:
    """A new CPD file at `path`, in the place of whatever was there."""
    path.write_bytes(_blank(seed, name, number))
    return opening.open_for_writing(path, around(seed + 100))


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
class Filler:
    """Fills a CPD file with what `data` gives."""

    record: Record
    folder: Path
    data: st.DataObject
    rows: dict[str, list[str]] = field(default_factory=dict)

    def fill(self) -> None:
        """A few rows in every table, some of them in the bin."""
        files = [stored(self.record, self.folder, self.data.draw(st.binary(min_size=1, max_size=40))) for _ in range(2)]
        with self.record.step("Fill") as step:
            self._people(step)
            self._log(step)
            self._evidence(step, files)
            self._portfolios(step)
            self._layers(step)
            self._bin(step)

    def _make(self, step: Step, table: str, **values: str | int | None) -> str:
        row = step.insert(table, values)
        self.rows.setdefault(table, []).append(row)
        return row

    def _one(self, table: str) -> str:
        return self.data.draw(st.sampled_from(self.rows[table]))

    def _some(self, table: str) -> list[str]:
        return self.data.draw(st.lists(st.sampled_from(self.rows[table]), unique=True, max_size=3))

    def _text(self) -> str:
        return self.data.draw(TEXTS)

    def _maybe(self, value: str) -> str | None:
        return value if self.data.draw(st.booleans()) else None

    def _span(self) -> tuple[str, str]:
        first, last = sorted((self.data.draw(DAYS), self.data.draw(DAYS)))
        return first, last

    def _people(self, step: Step) -> None:
        for sector in ("council", ""):
            self._make(step, "employer", name=self._text(), sector=sector)
        for _ in range(3):
            employer = self._maybe(self._one("employer"))
            self._make(step, "person", name=self._text(), profession=self._text(), employer=employer)
        start, end = self._span()
        self._make(step, "post", title=self._text(), employer=self._one("employer"), start=start, end=self._maybe(end))
        step.set("person", self.record.owner, "employer", self._maybe(self._one("employer")))
        for name in self.data.draw(st.sets(st.sampled_from(["falls", "kit", "café", "=x"]), min_size=1)):
            self._make(step, "tag", id=text_id("tag", name), name=name)
        self._make(step, "goal", title=self._text())
        self._make(step, "own_type", name=self._text(), category=self._maybe(self.data.draw(st.sampled_from(Category))))
        self._make(step, "setting", id=text_id("setting", "day_minutes"), key="day_minutes", value=self._text())

    def _log(self, step: Step) -> None:
        for _ in range(self.data.draw(st.integers(1, 3))):
            first, last = self._span()
            activity = self._make(
                step,
                "activity",
                date=first,
                end_date=self._maybe(last),
                expires=self._maybe(last),
                title=self._text(),
                type=self._text(),
                category=self._maybe(self.data.draw(st.sampled_from(Category))),
                minutes=self.data.draw(st.none() | st.integers(0, 900)),
                protected_minutes=self.data.draw(st.integers(0, 60)),
                mandatory=self.data.draw(st.integers(0, 1)),
                finished=self.data.draw(st.integers(0, 1)),
                description=self._text(),
                learning=self._text(),
                practice_impact=self._text(),
                service_user_benefit=self._text(),
                notes_to_myself=self._text(),
                post=self._maybe(self._one("post")),
                created="2026-10-01T08:00:00.000Z",
                modified="2026-11-02T09:30:00.123Z",
            )
            for table, other in (("activity_tag", "tag"), ("activity_companion", "person"), ("activity_goal", "goal")):
                for end in self._some(other):
                    step.link(table, {"activity": activity, other: end})
            step.link("activity_standard", {"activity": activity, "standard": "hcpc_sop_ot@2023:4.1"})
            self._reflection(step, activity)
        first, last = self._span()
        self._make(step, "gap_reason", start=first, end=last, reason=self._text(), note=self._text())

    def _reflection(self, step: Step, activity: str) -> None:
        reflection = text_id("reflection", activity, "gibbs")
        self._make(step, "reflection", id=reflection, activity=activity, model="gibbs")
        for prompt in ("feelings", "evaluation"):
            self._make(
                step,
                "reflection_answer",
                id=text_id("reflection_answer", reflection, prompt),
                activity=activity,
                reflection=reflection,
                prompt=prompt,
                text=self._text(),
            )

    def _evidence(self, step: Step, files: list[tuple[str, int]]) -> None:
        for sha256, size in (*files, ("", 0)):
            evidence = self._make(
                step,
                "evidence",
                name=self._text(),
                caption=self._text(),
                kind="text",
                state="readable",
                sha256=sha256,
                size=size,
                created=step.at,
            )
            for activity in self._some("activity"):
                position = self.data.draw(st.sampled_from(keys_after(None, 5)))
                step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": position})

    def _portfolios(self, step: Step) -> None:
        start, end = self._span()
        portfolio = self._make(
            step,
            "portfolio",
            name="2026",
            start=start,
            end=end,
            summary=self._text(),
            created="2026-10-01T08:00:00.000Z",
        )
        for activity in self._some("activity"):
            position = self.data.draw(st.sampled_from(keys_after(None, 5)))
            step.link("portfolio_activity", {"portfolio": portfolio, "activity": activity}, {"position": position})
        for number, evidence in enumerate(self._some("evidence"), 2):
            step.link("portfolio_evidence", {"portfolio": portfolio, "evidence": evidence}, {"number": number})

    def _layers(self, step: Step) -> None:
        for table, name in self.data.draw(st.lists(st.sampled_from(sorted(DEFAULT_LAYERS)), max_size=5, unique=True)):
            row = self._one(table)
            layer = self.data.draw(st.sampled_from(Layer))
            step.link("layer", {"tbl": table, "row": row, "field": name}, {"layer": layer})

    def _bin(self, step: Step) -> None:
        things = ("activity", "evidence", "person", "tag", "goal", "gap_reason", "post", "employer", "setting")
        links = ("activity_tag", "evidence_use", "reflection", "reflection_answer", "layer")
        for table in self.data.draw(st.lists(st.sampled_from(things + links), max_size=4, unique=True)):
            found = self.record.reader.rows(f'SELECT id FROM "{table}" ORDER BY id LIMIT 1')
            if found and found[0][0] != self.record.owner:
                step.remove(table, str(found[0][0]))
