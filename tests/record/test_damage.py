"""A damaged file: whatever is asked of it, the answer is right or says that it is damaged."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.domain.errors import CannotOpen, OtcpdError
from otcpd.record import opening
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import (
    add_activity,
    add_answer,
    add_companion,
    add_person,
    add_tag,
    attach,
    delete,
    edit,
    new_record,
    surroundings,
)

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file with something of everything."""
    folder = tmp_path_factory.mktemp("whole")
    text = folder / "certificate.txt"
    text.write_bytes(b"Certificate of attendance\n" * 900)
    with new_record(folder / "eilidh.otcpd", FixedClock()) as record:
        person = add_person(record, "Rory Alder")
        for number in range(12):
            activity = add_activity(record, f"Reading {number}", learning="What falls teach us. " * 60)
            add_tag(record, activity, f"topic {number % 3}")
            add_answer(record, activity, "I felt calm. " * 30)
            add_companion(record, activity, person)
        attach(record, activity, text, text="Certificate of attendance")
        edit(record, activity, "minutes", 90)
        record.search("falls")
        record.undo()
        delete(record, activity)
        return record.path


def uses(record: Record) -> list[Callable[[], object]]:
    """What a person may do with an open file, one thing each."""

    def read_evidence() -> None:
        for evidence in record.evidence.all():
            b"".join(record.evidence.chunks(evidence.id))

    def save() -> None:
        add_activity(record)
        record.undo()

    def search() -> None:
        record.search("falls")

    def erase() -> None:
        record.erase(record.owner, "name", "a name")

    reading: list[Callable[[], object]] = [
        record.activities.all,
        record.activities.rows,
        record.activities.tags,
        record.people.owner,
        record.people.all,
        record.people.posts,
        record.people.employers,
        record.portfolios.all,
        record.gap_reasons.all,
        record.settings.all,
        record.history.all_changes,
        record.changed_at,
        record.undo_lists,
        record.verify,
        record.integrity,
        record.damaged_content,
        read_evidence,
        search,
    ]
    if record.read_only:
        return reading
    return [*reading, record.undo, record.redo, save, record.tidy, erase]


def ask_everything(path: Path) -> None:
    """Only errors in our own words may come out; anything else fails the test."""
    for way in (opening.open_for_reading, opening.open_for_writing):
        try:
            record = way(path, surroundings(FixedClock(), 5))
        except CannotOpen:
            continue
        with record:
            for use in uses(record):
                with contextlib.suppress(OtcpdError):
                    use()


# The suite asks after the same damage each time; the long form after ever new damage.
@settings(derandomize=settings.get_current_profile_name() != "thorough")
@given(
    seed=st.integers(0, 2**32),
    kind=st.sampled_from(("one bit", "a page written over", "a page of zeros", "its head", "a page from elsewhere")),
)
def test_damage_anywhere_is_met_in_our_own_words(
    tmp_path_factory: pytest.TempPathFactory, whole: Path, seed: int, kind: str
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "eilidh.otcpd"
    path.write_bytes(damaged(whole.read_bytes(), kind, random.Random(seed)))
    ask_everything(path)


def damaged(content: bytes, kind: str, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    pages = len(content) // PAGE
    start = chance.randrange(pages) * PAGE
    if kind == "one bit":
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    elif kind == "a page written over":
        spoilt[start : start + PAGE] = chance.randbytes(PAGE)
    elif kind == "a page of zeros":
        spoilt[start : start + PAGE] = bytes(PAGE)
    elif kind == "its head":
        for _byte in range(8):
            spoilt[start + chance.randrange(120)] = chance.randrange(256)
    else:
        other = chance.randrange(pages) * PAGE
        spoilt[start : start + PAGE] = content[other : other + PAGE]
    return bytes(spoilt)


@pytest.mark.parametrize("page", range(1, 40, 3))
def test_a_page_written_over_does_not_go_unnoticed(tmp_path: Path, whole: Path, page: int) -> None:
    path = tmp_path / "eilidh.otcpd"
    spoilt = bytearray(whole.read_bytes())
    spoilt[page * PAGE : (page + 1) * PAGE] = random.Random(page).randbytes(PAGE)
    path.write_bytes(spoilt)
    assert noticed(path)


def noticed(path: Path) -> bool:
    try:
        with opening.open_for_reading(path, surroundings(FixedClock(), 5)) as record:
            return bool(record.integrity() or record.verify() or record.damaged_content())
    except OtcpdError:
        return True
