"""`otcpd list`: the fields of the contract, days, searching, and the three forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

ACTIVITY = [
    *("id", "date", "end_date", "title", "category", "type", "minutes", "protected_minutes", "mandatory", "expires"),
    *("description", "learning", "practice_impact", "service_user_benefit", "reflections", "notes_to_myself", "with"),
    *("post", "tags", "standards", "goals", "evidence", "status", "layers", "created", "modified"),
]
EVIDENCE = ["id", "caption", "name", "kind", "size", "sha256", "used_in", "layer"]


def titles(otcpd: CommandLine, *options: object) -> list[str]:
    return [one["title"] for one in otcpd("list", otcpd.record, *options, "--format", "json").json]


def test_an_activity_has_the_fields_of_the_contract_in_their_order(otcpd: CommandLine) -> None:
    otcpd.add("2h journal club on falls yesterday #falls with Sam Birch")
    [activity] = otcpd("list", otcpd.record, "--format", "json").json
    assert list(activity) == ACTIVITY
    assert list(activity["with"][0]) == ["person", "name", "profession", "employer"]
    assert activity["created"] == "2026-11-21T09:12:00.000Z"
    assert (activity["category"], activity["status"], activity["expires"]) == ("work_based", "captured", None)


def test_evidence_has_the_fields_of_the_contract_in_their_order(otcpd: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"notes")
    otcpd("attach", otcpd.record, otcpd.add("falls"), file)
    [evidence] = otcpd("list", otcpd.record, "evidence", "--format", "json").json
    assert list(evidence) == EVIDENCE
    assert (evidence["name"], evidence["size"], evidence["layer"]) == ("notes.txt", 5, "regulator")


def test_people_and_not_the_owner(otcpd: CommandLine) -> None:
    otcpd.add("joint visit with Sam Birch")
    [person] = otcpd("list", otcpd.record, "people", "--format", "json").json
    assert list(person) == ["id", "name", "profession", "is_ot", "registration", "employer", "roles"]
    assert person["name"] == "Sam Birch"


def test_days_choose_what_touches_them(otcpd: CommandLine) -> None:
    for line in ("one 1 March 2026", "two 3 to 5 March 2026", "three 9 March 2026"):
        otcpd.add(line)
    assert titles(otcpd, "--from", "5/3/2026") == ["Two", "Three"]
    assert titles(otcpd, "--to", "3 March") == ["One", "Two"]
    assert titles(otcpd, "--from", "2026-03-04", "--to", "2026-03-04") == ["Two"]


@pytest.mark.parametrize(
    "days", [("--from", "5 March", "--to", "1 March"), ("--from", "31 November"), ("--to", "next week")]
)
def test_days_that_cannot_be(otcpd: CommandLine, days: tuple[str, ...]) -> None:
    said = otcpd("list", otcpd.record, *days)
    assert (said.code, said.out) == (4, "")
    assert said.err.count("\n") == 1


def test_evidence_of_a_period(otcpd: CommandLine, tmp_path: Path) -> None:
    for number, line in enumerate(("one 1 March 2026", "two 3 March 2026")):
        file = tmp_path / f"{number}.txt"
        file.write_text(line, encoding="utf-8")
        otcpd("attach", otcpd.record, otcpd.add(line), file)
    said = otcpd("list", otcpd.record, "evidence", "--from", "2 March", "--format", "json")
    assert [one["name"] for one in said.json] == ["1.txt"]


def test_searching_finds_words_in_activities_and_inside_evidence(otcpd: CommandLine, tmp_path: Path) -> None:
    activity = otcpd.add("Wheelchair clinic")
    otcpd.add("Splints")
    file = tmp_path / "notes.txt"
    file.write_text("pressure cushions", encoding="utf-8")
    otcpd("attach", otcpd.record, activity, file)
    assert titles(otcpd, "--search", "wheel") == ["Wheelchair clinic"]
    said = otcpd("list", otcpd.record, "evidence", "--search", "cushion", "--format", "json")
    assert [one["name"] for one in said.json] == ["notes.txt"]
    nothing = otcpd("list", otcpd.record, "--search", "hydrotherapy")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing found.\n")


def test_one_letter_is_too_short_to_search_for(otcpd: CommandLine) -> None:
    assert otcpd("list", otcpd.record, "--search", "w").code == 4


def test_csv_has_the_same_fields(otcpd: CommandLine) -> None:
    otcpd.add('1 h 30 "chairs, beds" #seating')
    said = otcpd("list", otcpd.record, "--format", "csv")
    [row] = csv.DictReader(io.StringIO(said.out))
    assert list(row) == ACTIVITY
    assert row["title"] == '"chairs, beds"'
    assert (row["minutes"], row["mandatory"], json.loads(row["tags"])) == ("90", "false", ["seating"])
    assert "\r" not in said.out


def test_a_table_is_for_people(otcpd: CommandLine) -> None:
    otcpd.add("2h journal club on falls yesterday")
    said = otcpd("list", otcpd.record)
    head, row = said.lines
    assert head.split() == ["Id", "Date", "Length", "Category", "Evidence", "Title"]
    assert "20 November 2026  2 h     Work-based" in row
    assert row.endswith("Journal club on falls")


def test_an_empty_file_lists_nothing_and_says_so(otcpd: CommandLine) -> None:
    assert otcpd("list", otcpd.record, "--format", "json").json == []
    said = otcpd("list", otcpd.record)
    assert (said.out, said.err) == ("", "There is nothing here yet.\n")


def test_no_control_character_reaches_a_terminal(otcpd: CommandLine) -> None:
    otcpd.add("bell \x07 and \x1b[31m red")
    assert not {"\x07", "\x1b"} & set(otcpd("list", otcpd.record).out)


def test_sizes_for_people_are_those_of_the_window(otcpd: CommandLine, tmp_path: Path) -> None:
    scan = tmp_path / "scan.bin"
    scan.write_bytes(b"\0" * 1_400_000)
    otcpd("attach", otcpd.record, otcpd.add("splints"), scan)
    assert "1.4 MB" in otcpd("list", otcpd.record, "evidence").out
