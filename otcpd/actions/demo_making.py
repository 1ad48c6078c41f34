"""The hands that fill the sample: each method does what the owner would have done, through the actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from otcpd.actions import activities as log
from otcpd.actions import people as persons
from otcpd.actions import portfolio as profile
from otcpd.actions.demo_content import Sample, SampleActivity, SampleEvidence
from otcpd.actions.evidence import attach
from otcpd.actions.gaps import give_reason
from otcpd.actions.own_types import add_type
from otcpd.domain.gaps import GapReason
from otcpd.domain.period import Period
from otcpd.exchange.evidence_text import read_evidence
from otcpd.exchange.sample_files import make_file
from otcpd.record.gate import Step, StepKind
from otcpd.record.record import Record

BATCH = 500
"""Activities in one step when many come in at once."""


class Making:
    """A sample being filled. `folder` is a passing place for the files that become evidence."""

    def __init__(self, record: Record, sample: Sample, folder: Path) -> None:
        self.record = record
        self._sample = sample
        self._folder = folder
        self.people: dict[str, str] = {sample.name: record.owner}
        """Ids by name; all are there once `begin` is done."""
        self._posts: list[tuple[date, str]] = []
        self.activities: dict[str, str] = {}
        """Ids by key, of those that are there by now."""
        self._evidence: dict[str, str] = {}

    def begin(self) -> None:
        """Employers, the owner's posts, and one person after another."""
        record, sample = self.record, self._sample
        with record.step("New employers") as step:
            for name, sector in sample.sectors.items():
                persons.make_employer(step, name, sector)
        persons.edit_person(record, record.owner, "employer", sample.employer)
        for post in sample.posts:
            made = persons.add_post(record, post.title, post.employer, post.start, post.end)
            self._posts.append((post.start, made.new_id))
        for one in sample.people:
            self.people[one.name] = persons.add_person(record, one.name, one.profession, one.employer).new_id
        for name, category in sample.own_types.items():
            add_type(record, name, category)

    def take_in(self, activities: Sequence[SampleActivity]) -> None:
        """Many activities at once, as from an older list of the owner's."""
        for start in range(0, len(activities), BATCH):
            with self.record.step("Import", StepKind.IMPORT) as step:
                for activity in activities[start : start + BATCH]:
                    self._put(step, activity)

    def add(self, activity: SampleActivity) -> None:
        """One activity with what hangs on it, as it was first written."""
        with self.record.step("New activity") as step:
            made = self._put(step, activity)
        if activity.key:
            self.activities[activity.key] = made

    def edit(self, activity: SampleActivity) -> None:
        """What was first written becomes what it says now."""
        made = self._made(activity)
        for field in activity.first:
            log.edit_activity(self.record, made, field, activity.fields[field])

    def reflect(self, activity: SampleActivity) -> None:
        """The answers to the prompts of its reflective models."""
        made = self._made(activity)
        for model, answers in activity.reflections.items():
            for prompt, text in answers.items():
                log.answer_prompt(self.record, made, model, prompt, text)

    def add_and_bin(self, activity: SampleActivity) -> None:
        """An activity that was a mistake."""
        with self.record.step("New activity") as step:
            made = self._put(step, activity)
        log.delete_activity(self.record, made)

    def attach(self, evidence: SampleEvidence, activity: str, day: date) -> None:
        """Makes a file as if from `day` and adds it to the activity with this key."""
        path = self._folder / evidence.name
        if evidence.key not in self._evidence:
            path.write_bytes(make_file(evidence.file(day, self._sample.name)))
        added = attach(self.record, self.activities[activity], path, read_evidence, caption=evidence.caption)
        self._evidence[evidence.key] = added.evidence
        if evidence.layer is not None:
            log.set_layer(self.record, "evidence", added.evidence, "file", evidence.layer)

    def explain(self, reason: GapReason) -> None:
        """Gives a reason for a gap."""
        give_reason(self.record, reason.start, reason.end, reason.reason, reason.note)

    def write(self, field: str, text: str) -> None:
        """Writes the summary or the statement."""
        profile.edit_portfolio(self.record, self._portfolio, field, text)

    def choose(self, chosen: Sequence[str], numbers: Mapping[str, int]) -> None:
        """Fixes the numbers of evidence and chooses what the statement is about.

        The choice comes last: what one takes back first should be what a person did.
        """
        for key, number in numbers.items():
            if key in self._evidence:
                profile.number_evidence(self.record, self._portfolio, self._evidence[key], number)
        for key in chosen:
            if key in self.activities:
                profile.use_in_statement(self.record, self.activities[key], on=True)

    def fix_period(self, period: Period) -> None:
        """Fixes the period of the profile."""
        profile.set_period(self.record, self._portfolio, period.start, period.end)

    @property
    def _portfolio(self) -> str:
        return self.record.portfolios.current().id

    def _made(self, activity: SampleActivity) -> str:
        return self.activities[activity.key]

    def _put(self, step: Step, activity: SampleActivity) -> str:
        post = next(post for start, post in reversed(self._posts) if start <= activity.day)
        made = log.add_activity(
            step=step, record=self.record, fields={**activity.fields, **activity.first, "post": post}
        )
        log.link_tags(step, made, activity.tags)
        for name in activity.companions:
            step.link("activity_companion", {"activity": made, "person": self.people[name]})
        for reference in activity.standards:
            step.link("activity_standard", {"activity": made, "standard": reference})
        return made
