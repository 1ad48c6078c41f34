"""Anything a person may do, in any order, on a real file: the journal always tells the same as the tables."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from otcpd.record import opening
from otcpd.record.ids import text_id
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.ports import FixedClock
from tests.record.support import (
    add_activity,
    add_companion,
    add_person,
    add_tag,
    attach,
    edit,
    new_record,
    remove_tag,
    surroundings,
)

pytestmark = pytest.mark.timeout(3600)  # the long form takes its time

State = dict[str, list[tuple[object, ...]]]

_PICK = st.integers(0, 10_000)
_FIELD = st.sampled_from(("title", "learning", "notes_to_myself"))
_TEXT = st.sampled_from(("", "falls", "Café à Édimbourg", "falls and splints", "x\x00y", "Sì 🦉"))
_TAG = st.sampled_from(("falls", "splints", "hoists"))


def visible(record: Record) -> State:
    """Every row that is not in the bin, without the stamps that each step renews."""
    found: State = {}
    for name in JOURNALED:
        columns = [str(row[1]) for row in record.reader.rows(f'PRAGMA table_info("{name}")')]
        wanted = ", ".join(f'"{column}"' for column in columns if column not in ("modified", "deleted"))
        found[name] = record.reader.rows(f'SELECT {wanted} FROM "{name}" WHERE deleted IS NULL ORDER BY id')
    return found


class RecordMachine(RuleBasedStateMachine):
    """A CPD file and what is expected of it.

    For every step that can be undone or redone the state before it is remembered: undoing must lead
    back to exactly that. Erasing may reach back into the past, so it ends these expectations.
    """

    def __init__(self) -> None:
        super().__init__()
        self.clock = FixedClock()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "eilidh.otcpd"
        self.seed = 1
        self.record = new_record(self.path, self.clock)
        self.before: dict[str, State] = {}
        self.secrets: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.number = 0

    def teardown(self) -> None:
        self.record.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        add_activity(self.record, "Journal club")
        self.person = add_person(self.record, "Rory Alder")

    def activity(self, pick: int) -> str:
        rows = self.record.reader.rows("SELECT id FROM activity ORDER BY id")
        return str(rows[pick % len(rows)][0])

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Remembers the state before the step that is made meanwhile, if one is begun."""
        before, last = visible(self.record), self.newest_step()
        yield
        if self.newest_step() != last:
            self.before[self.newest_step()] = before

    def newest_step(self) -> str:
        return str(self.record.reader.value("SELECT id FROM step ORDER BY seq DESC LIMIT 1"))

    @rule(text=_TEXT)
    def create(self, text: str) -> None:
        with self.noting():
            add_activity(self.record, text)

    @rule(pick=_PICK, field=_FIELD, text=_TEXT)
    def edit(self, pick: int, field: str, text: str) -> None:
        with self.noting():
            edit(self.record, self.activity(pick), field, text)

    @rule(pick=_PICK, field=_FIELD, text=_TEXT, pause=st.sampled_from((0, 5, 59, 60, 3600, -10)))
    def type(self, pick: int, field: str, text: str, pause: int) -> None:
        self.clock.advance(pause)
        with self.noting(), self.record.step("Edit activity", typing=True) as step:
            step.set("activity", self.activity(pick), field, text)

    @rule(pick=_PICK, text=_TEXT, pause=st.sampled_from((0, 5, 60)))
    def type_answer(self, pick: int, text: str, pause: int) -> None:
        """An answer to a prompt: the first key makes its rows, or brings them back from the bin."""
        self.clock.advance(pause)
        activity = self.activity(pick)
        reflection = text_id("reflection", activity, "gibbs")
        with self.noting(), self.record.step("Edit reflection", typing=True) as step:
            step.put("reflection", reflection, {"activity": activity, "model": "gibbs"})
            step.put(
                "reflection_answer",
                text_id("reflection_answer", reflection, "feelings"),
                {"activity": activity, "reflection": reflection, "prompt": "feelings", "text": text},
            )

    @rule(pick=_PICK, field=_FIELD)
    def confide(self, pick: int, field: str) -> None:
        """Writes a word that stands nowhere else."""
        self.number += 1
        activity, word = self.activity(pick), f"quixworthy{self.number:04}"
        with self.noting():
            edit(self.record, activity, field, f"Visit to {word}")
            self.secrets[activity, field].append(word)

    @rule(pick=_PICK, name=_TAG)
    def tag(self, pick: int, name: str) -> None:
        with self.noting():
            add_tag(self.record, self.activity(pick), name)

    @rule(pick=_PICK)
    def untag(self, pick: int) -> None:
        with self.noting():
            links = self.record.reader.rows("SELECT activity, tag FROM activity_tag ORDER BY id")
            if links:
                remove_tag(self.record, *links[pick % len(links)])

    @rule(pick=_PICK)
    def learn_with(self, pick: int) -> None:
        with self.noting():
            add_companion(self.record, self.activity(pick), self.person)

    @rule(pick=_PICK, standard=st.sampled_from(("hcpc@2023:1.1", "hcpc@2023:4.2")), on=st.booleans())
    def link_standard(self, pick: int, standard: str, on: bool) -> None:
        with self.noting():
            ends = {"activity": self.activity(pick), "standard": standard}
            with self.record.step("Edit standards") as step:
                if on:
                    step.link("activity_standard", ends)
                else:
                    step.unlink("activity_standard", ends)

    @rule(pick=_PICK, content=st.binary(min_size=1, max_size=40))
    def attach(self, pick: int, content: bytes) -> None:
        with self.noting():
            file = Path(self.folder.name) / "scan.pdf"
            file.write_bytes(content)
            evidence = attach(self.record, self.activity(pick), file)
            assert b"".join(self.record.evidence.chunks(evidence)) == content

    @rule(pick=_PICK)
    def delete(self, pick: int) -> None:
        with self.noting(), self.record.step("Delete activity") as step:
            step.remove("activity", self.activity(pick))

    @rule(pick=_PICK)
    def restore(self, pick: int) -> None:
        with self.noting(), self.record.step("Restore activity") as step:
            step.set("activity", self.activity(pick), "deleted", None)

    @rule()
    def undo(self) -> None:
        now, top = visible(self.record), self.record.undo_lists().undo[-1:]
        assert bool(self.record.undo()) == bool(top)
        self.arrived(top, now)

    @rule()
    def redo(self) -> None:
        now, top = visible(self.record), self.record.undo_lists().redo[-1:]
        assert bool(self.record.redo()) == bool(top)
        self.arrived(top, now)

    def arrived(self, top: tuple[tuple[str, str], ...], now: State) -> None:
        """After reverting the step `top` all is as it was before it; reverting that leads back to `now`."""
        for step, _label in top:
            if step in self.before:
                assert visible(self.record) == self.before[step]
        if top:
            self.before[self.newest_step()] = now

    @rule(rounds=st.integers(1, 3))
    @precondition(lambda self: self.record.undo_lists().undo)
    def undo_then_redo(self, rounds: int) -> None:
        now = visible(self.record)
        done = [self.record.undo() for _round in range(rounds)]
        for _changes in filter(None, done):
            assert self.record.redo()
        assert visible(self.record) == now

    @rule(pick=_PICK, field=_FIELD)
    def erase_field(self, pick: int, field: str) -> None:
        activity = self.activity(pick)
        self.record.erase(activity, field, "a name")
        self.forget({(activity, field)})

    @rule(pick=_PICK)
    def erase_entry(self, pick: int) -> None:
        activity = self.activity(pick)
        self.record.erase(activity, None, "a name")
        self.forget({place for place in self.secrets if place[0] == activity})

    def forget(self, places: set[tuple[str, str]]) -> None:
        self.before.clear()
        content = self.path.read_bytes()
        for place in places:
            for word in self.secrets.pop(place, []):
                assert word.encode() not in content

    @rule(pause=st.sampled_from((0, 1, 86_400)))
    def reopen(self, pause: int) -> None:
        before = visible(self.record), self.record.undo_lists(), self.record.history.all_changes()
        self.record.close()
        assert [path.name for path in self.path.parent.iterdir() if path.name.startswith("eilidh")] == [self.path.name]
        self.clock.advance(pause)
        self.seed += 1
        self.record = opening.open_for_writing(self.path, surroundings(self.clock, self.seed))
        assert (visible(self.record), self.record.undo_lists(), self.record.history.all_changes()) == before

    @rule(query=st.sampled_from(("fa", "falls", "splints cafe", "hoi", "zz")))
    def search(self, query: str) -> None:
        with opening.open_for_reading(self.path, surroundings(self.clock, 99)) as reader:
            beside = reader.search(query)
        assert self.record.search(query) == beside
        shown = {activity.id for activity in self.record.activities.all()}
        assert beside.get("activity", frozenset()) <= shown

    @invariant()
    def the_journal_tells_what_the_tables_hold(self) -> None:
        assert self.record.verify() == []

    @invariant()
    def the_file_is_whole(self) -> None:
        assert self.record.integrity() == []
        assert self.record.damaged_content() == []

    @invariant()
    def changes_chain(self) -> None:
        """Every change replaces the one before it of the same field, or the making of the row."""
        newest: dict[tuple[str, str, str], str] = {}
        for change in self.record.history.all_changes():
            place = (change.table, change.row, change.field)
            expected = newest.get(place) or newest.get((change.table, change.row, ""))
            assert change.replaces == (expected if change.field else None)
            newest[place] = change.id


_THOROUGH = settings.get_current_profile_name() == "thorough"
RecordMachine.TestCase.settings = settings(max_examples=600 if _THOROUGH else 15, stateful_step_count=40)

TestRecordMachine = RecordMachine.TestCase
