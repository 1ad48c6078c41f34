"""What the tests of the CPD file share: surroundings, and short ways to make content."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from otcpd.domain.ports import Clock
from otcpd.record import opening
from otcpd.record.blobs import StoredBytes
from otcpd.record.ids import text_id
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import SeededBits
from tests.record.moulds import moulded, surroundings_with

NAME = "Eilidh Rowan"
NUMBER = "OT000123"


def surroundings(clock: Clock, seed: int = 1) -> Surroundings:
    """Surroundings with seeded chance; two copies of one file need two seeds."""
    return surroundings_with(SeededBits(seed), clock)


def new_record(path: Path, clock: Clock, seed: int = 1) -> Record:
    """A new CPD file, open for writing."""
    return moulded(path, clock, seed, "new", make_file)


def make_file(path: Path, around: Surroundings) -> Record:
    """The same, made by the program itself."""
    return opening.create(path, NAME, NUMBER, around)


def reopened(record: Record, clock: Clock, seed: int = 2) -> Record:
    record.close()
    return opening.open_for_writing(record.path, surroundings(clock, seed))


def add_activity(record: Record, title: str = "Journal club", **fields: str | int | None) -> str:
    with record.step("New activity") as step:
        return step.insert(
            "activity", {"date": "2026-11-01", "title": title, "created": step.at, "modified": step.at, **fields}
        )


def edit(record: Record, row: str, name: str, value: str | int | None, *, table: str = "activity") -> None:
    with record.step("Edit activity") as step:
        step.set(table, row, name, value)


def type_text(record: Record, row: str, name: str, text: str, *, label: str = "Edit activity") -> None:
    with record.step(label, typing=True) as step:
        step.set("activity", row, name, text)


def delete(record: Record, row: str, *, table: str = "activity") -> None:
    with record.step("Delete activity") as step:
        step.remove(table, row)


def add_tag(record: Record, activity: str, name: str) -> str:
    with record.step("Edit tags") as step:
        tag = step.put("tag", text_id("tag", name), {"name": name})
        step.link("activity_tag", {"activity": activity, "tag": tag})
    return tag


def remove_tag(record: Record, activity: str, tag: str) -> None:
    with record.step("Edit tags") as step:
        step.unlink("activity_tag", {"activity": activity, "tag": tag})


def add_person(record: Record, name: str, *, employer: str | None = None) -> str:
    with record.step("New person") as step:
        return step.insert("person", {"name": name, "profession": "Physiotherapist", "employer": employer})


def add_companion(record: Record, activity: str, person: str) -> None:
    with record.step("Edit with whom") as step:
        step.link("activity_companion", {"activity": activity, "person": person})


def add_answer(record: Record, activity: str, text: str) -> str:
    with record.step("Edit reflection") as step:
        reflection = step.insert("reflection", {"activity": activity, "model": "gibbs"})
        return step.insert(
            "reflection_answer",
            {"activity": activity, "reflection": reflection, "prompt": "feelings", "text": text},
        )


def take_in(record: Record, path: Path) -> StoredBytes:
    """Takes the bytes of a file in, without an entry that refers to them."""
    intake = record.intake(path)
    try:
        while intake.step():
            pass
    except BaseException:
        intake.cancel()
        raise
    return intake.finish()


def attach(record: Record, activity: str, path: Path, *, text: str = "", caption: str = "") -> str:
    """Takes a file in as evidence of an activity and returns the evidence's id."""
    stored = take_in(record, path)
    with record.step("Add evidence") as step:
        evidence = step.insert(
            "evidence",
            {
                "name": path.name,
                "caption": caption,
                "kind": "text",
                "state": "readable",
                "sha256": stored.sha256,
                "size": stored.size,
                "created": step.at,
            },
        )
        step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": "m"})
    if text:
        record.note_text(stored.sha256, text)
    return evidence


def undo_labels(record: Record) -> list[str]:
    return [label for _step, label in record.undo_lists().undo]


def redo_labels(record: Record) -> list[str]:
    return [label for _step, label in record.undo_lists().redo]


def found(record: Record, query: str, kind: str = "activity") -> frozenset[str]:
    return record.search(query).get(kind, frozenset())


def tables(record: Record, names: Iterable[str]) -> dict[str, list[tuple[object, ...]]]:
    """The rows of some tables as they stand, without the stamps that every step renews."""
    return {name: sorted(record.reader.rows(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def sound(record: Record) -> bool:
    """Whether the journal replays to the tables and the file is whole."""
    return record.verify() == [] and record.integrity() == []
