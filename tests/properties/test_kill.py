"""Killed at any moment, the file has every save that was acknowledged, and no lock stays in the way."""

from __future__ import annotations

import random
import time
from pathlib import Path

from otcpd.record import opening
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.processes import running, says
from tests.record.support import NAME, NUMBER, sound, surroundings

SAVES = 200
LONGEST = 40
"""Acknowledged saves after which a process is killed at the latest."""

KEEP_SAVING = """
import random, time
from otcpd.record import opening
path, seed, number = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance, clock = random.Random(seed), FixedClock()
scan = path.with_name("scan.pdf")
scan.write_bytes(b"scan" * 60_000)
record = opening.open_for_writing(path, surroundings(clock, seed))
print("open", flush=True)
while True:
    number += 1
    kind = chance.choice(("new", "new", "typing", "link", "evidence", "undo", "search"))
    activity = add_activity(record, f"Save {number}", learning="What falls teach us. " * chance.randint(1, 400))
    print(number, flush=True)
    clock.advance(20)
    if kind == "typing":
        type_text(record, activity, "description", f"typed in {number} " * chance.randint(1, 300))
    elif kind == "link":
        add_tag(record, activity, f"tag {number % 5}")
    elif kind == "evidence":
        attach(record, activity, scan)
    elif kind == "undo":
        type_text(record, activity, "description", "to be undone")
        record.undo()
    elif kind == "search":
        record.search("falls")
"""
"""Saves one activity after the other, prints the number of each once it is saved, and does other things between."""


def kill_while_it_saves(path: Path, seed: int, done: int, chance: random.Random) -> int:
    """Runs a process that saves and kills it at a random moment; returns the last save it acknowledged."""
    with running(KEEP_SAVING, path, str(seed), str(done)) as process:
        assert says(process) == "open"
        last = done
        for _save in range(chance.randint(5, LONGEST)):
            last = int(says(process))
        time.sleep(chance.uniform(0, 0.03))  # not to wait for something, but to hit any moment of a save
        process.kill()
        while number := says(process):
            last = int(number)
    return last


def holds(record: Record, last: int) -> bool:
    """Whether every acknowledged save is there, and at most the one after it that was not acknowledged any more."""
    numbers = {int(activity.title.removeprefix("Save ")) for activity in record.activities.all()}
    return set(range(1, last + 1)) <= numbers <= set(range(1, last + 2))


def test_no_acknowledged_save_is_ever_lost(tmp_path: Path) -> None:
    chance = random.Random(2026)
    clock = FixedClock()
    path = tmp_path / "eilidh.otcpd"
    opening.create(path, NAME, NUMBER, surroundings(clock, 1)).close()
    last, kills = 0, 0
    while last < SAVES:
        kills += 1
        last = kill_while_it_saves(path, 100 + kills, last, chance)
        with opening.open_for_writing(path, surroundings(clock, 1000 + kills)) as record:
            assert holds(record, last)
            assert sound(record)
            assert record.damaged_content() == []
            last = len(record.activities.all())
    assert kills >= 5
    names = sorted(other.name for other in tmp_path.iterdir())
    assert names == [path.name, "scan.pdf"]
