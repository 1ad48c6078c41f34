"""What autosaving costs in bytes."""

from __future__ import annotations

import random
from pathlib import Path

from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import add_activity, add_answer, found, new_record, sound

AUTOSAVES = 500
WORDS = 3_000
ALLOWED = 100_000


def reflection(seed: int) -> list[str]:
    """3,000 words of some variety."""
    chance = random.Random(seed)
    stock = ["".join(chance.choices("abcdefghilmnoprstuvw", k=chance.randint(2, 10))) for _word in range(900)]
    return chance.choices(stock, k=WORDS)


def autosave(record: Record, clock: FixedClock, answer: str, text: str) -> None:
    """As the window does: a save a few seconds after the last, and what an idle moment brings."""
    clock.advance(4)
    with record.step("Edit reflection", typing=True) as step:
        step.set("reflection_answer", answer, "text", text)
    record.tidy()


def test_500_autosaves_of_a_long_reflection_hardly_grow_the_file(record: Record, clock: FixedClock) -> None:
    words = reflection(1)
    answer = add_answer(record, add_activity(record), " ".join(words))
    record.search("anything")
    before = record.path.stat().st_size
    for save in range(AUTOSAVES):
        words[save * 5] = f"rewritten{save}"
        autosave(record, clock, answer, " ".join(words))
    assert record.path.stat().st_size - before < ALLOWED
    assert len(record.history.of_field(answer, "text")) == 1
    assert sound(record)
    record.close()
    assert record.path.stat().st_size - before < ALLOWED


def test_a_reflection_typed_in_500_autosaves_takes_no_more_than_one_saved_at_once(
    record: Record, clock: FixedClock, tmp_path: Path
) -> None:
    words = reflection(2)
    with new_record(tmp_path / "at once.otcpd", FixedClock()) as other:
        autosave(other, clock, add_answer(other, add_activity(other), ""), " ".join(words))
    answer = add_answer(record, add_activity(record), "")
    before = record.path.stat().st_size
    for save in range(1, AUTOSAVES + 1):
        autosave(record, clock, answer, " ".join(words[: WORDS * save // AUTOSAVES]))
    assert record.path.stat().st_size - before < ALLOWED
    record.close()
    assert record.path.stat().st_size <= other.path.stat().st_size + 20_000


def test_the_index_waits_for_a_pause_in_typing_and_a_search_does_not(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    answer = add_answer(record, activity, "")
    autosave(record, clock, answer, "zebra")
    assert stale(record) > 0
    assert found(record, "zebra") == {activity}
    assert stale(record) == 0
    autosave(record, clock, answer, "zebra crossing")
    clock.advance(60)
    record.tidy()
    assert stale(record) == 0


def stale(record: Record) -> int:
    return int(record.reader.value("SELECT count(*) FROM search_stale"))
