"""A profile PDF taken in: as a new file, beside what is there, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from otcpd.actions.activities import delete_activity, edit_activity, new_activity, set_layer, set_standards
from otcpd.actions.evidence import edit_caption, remove_from_activity
from otcpd.actions.exporting import export, read_tables
from otcpd.actions.importing import import_file
from otcpd.actions.portfolio import edit_portfolio, number_evidence, use_in_statement
from otcpd.actions.profile import profile_content
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.exchange.evidence_text import read_evidence
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.record.record import Record
from tests.actions.support import attached, written
from tests.exchange.carried import profile_of, write_pdf, write_profile
from tests.exchange.filling import new_record


@dataclass(frozen=True, slots=True)
class Desk:
    """Eilidh's file with two activities and three pieces of evidence, and a folder to work in."""

    folder: Path
    mine: Record
    falls: str
    splints: str

    @property
    def profile(self) -> Path:
        """The profile of her file, one page for each piece of evidence."""
        write_profile(self.mine, self.folder / "profile.pdf")
        return self.folder / "profile.pdf"

    def parts(self) -> tuple[Path, Path]:
        """The profile in two parts that lie apart: E2 and the first page of E3 are in the first."""
        _content, data = profile_of(self.mine)
        paths = self.folder / "first" / "part 1.pdf", self.folder / "second" / "part 2.pdf"
        for path, pages in zip(paths, ([(2, 1)], [(3, 1), (4, 1)]), strict=True):
            path.parent.mkdir()
            write_pdf(path, data, pages)
        return paths


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_record(tmp_path / "mine.otcpd") as mine:
        falls = new_activity(mine, title="Falls course", date=date(2026, 3, 12), learning="Much", minutes=90).new_id
        splints = new_activity(mine, title="Splints", date=date(2026, 9, 1), learning="More").new_id
        set_standards(mine, falls, ["hcpc_cpd@2006:3", "hcpc_sop@2023:4"])
        for activity, word in ((falls, "certificate"), (falls, "slides"), (splints, "notes")):
            attached(mine, activity, written(tmp_path / f"{word}.txt", word), word.capitalize())
        use_in_statement(mine, falls, True)
        edit_portfolio(mine, mine.portfolios.current().id, "statement", "E3 shows it.")
        yield Desk(tmp_path, mine, falls, splints)


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Record]:
    with new_record(tmp_path / "new.otcpd", 2, name="Nobody", number="OT999999") as record:
        yield record


def _captions(record: Record) -> dict[int, str]:
    return {row.number: row.caption for row in profile_content(record).evidence if row.id}


def test_a_new_file_gets_the_portfolio_back(desk: Desk, new: Record) -> None:
    report = import_file(new, desk.profile, look=read_evidence)
    assert report.taken == ("one person", "two activities", "three pieces of evidence", "one portfolio")
    assert report.skipped == ()
    assert (new.people.owner().name, new.people.owner().registration) == ("Eilidh Rowan", "OT000123")
    assert [one.title for one in new.activities.all()] == ["Falls course", "Splints"]
    assert _captions(new) == {2: "Certificate", 3: "Slides", 4: "Notes"}
    assert new.portfolios.current().statement == "E3 shows it."
    assert [one.learning for one in new.activities.all()] == ["", ""], "what is not printed does not travel"
    assert new.search("E3p1")["evidence"] == {next(one.id for one in new.evidence.all() if one.caption == "Slides")}
    assert (new.verify(), new.damaged_content()) == ([], [])
    new.undo()
    assert (new.activities.all(), new.people.owner().name, new.verify()) == ([], "Nobody", [])


def test_evidence_keeps_its_number_when_more_comes(desk: Desk, new: Record, tmp_path: Path) -> None:
    number_evidence(desk.mine, desk.mine.portfolios.current().id, desk.mine.evidence.all()[0].id, 7)
    before = _captions(desk.mine)
    import_file(new, desk.profile)
    assert _captions(new) == before
    first = new.activities.all()[0].id
    attached(new, first, written(tmp_path / "more.txt", "more"), "More")
    assert {number: caption for number, caption in _captions(new).items() if caption != "More"} == before


def test_its_own_profile_changes_nothing_in_a_file(desk: Desk) -> None:
    path = desk.profile
    edit_activity(desk.mine, desk.falls, "title", "Falls course, two days")
    edit_caption(desk.mine, desk.mine.evidence.all()[0].id, "Certificate, signed")
    set_standards(desk.mine, desk.falls, [])
    remove_from_activity(desk.mine, desk.splints, desk.mine.activities.get(desk.splints).evidence[0])
    before = read_tables(desk.mine)
    report = import_file(desk.mine, path)
    assert (report.taken, bool(report.changes), read_tables(desk.mine)) == ((), False, before)
    assert ("piece of evidence ‘E4’", "You have it in your bin, and it stays there.") in report.skipped


def test_what_is_not_there_joins_and_nothing_is_overwritten(desk: Desk, new: Record) -> None:
    import_file(new, desk.profile)
    edit_activity(new, new.activities.all()[0].id, "learning", "Other words")
    third = new_activity(desk.mine, title="Journal club", date=date(2026, 10, 1)).new_id
    set_layer(desk.mine, "activity", third, "title", Layer.PRIVATE)
    report = import_file(new, desk.profile)
    assert report.taken == ("one activity",)
    assert [one.title for one in new.activities.all()] == ["Falls course", "Splints", "Activity of 1 October 2026"]
    assert new.activities.all()[0].learning == "Other words"
    assert len(new.portfolios.all()) == 1
    assert new.verify() == []


def test_a_file_that_began_as_a_profile_is_united_with_the_whole_one(desk: Desk, new: Record, tmp_path: Path) -> None:
    import_file(new, desk.profile)
    back = new_activity(new, title="Since then", date=date(2026, 11, 2)).new_id
    export(desk.mine, tmp_path / "mine.json")
    import_file(new, tmp_path / "mine.json")
    assert [one.title for one in new.activities.all()] == ["Falls course", "Splints", "Since then"]
    assert "hcpc_sop@2023:4" in new.activities.all()[0].standards
    assert (len(new.evidence.all()), new.verify(), new.integrity()) == (3, [], [])
    export(new, tmp_path / "new.json")
    import_file(desk.mine, tmp_path / "new.json")
    assert [one.title for one in desk.mine.activities.all()] == ["Falls course", "Splints", "Since then"]
    assert desk.mine.activities.get(back).title == "Since then"
    assert (desk.mine.verify(), desk.mine.integrity()) == ([], [])


def test_parts_that_lie_apart_come_one_after_the_other(desk: Desk, new: Record) -> None:
    first, second = desk.parts()
    report = import_file(new, first)
    assert _captions(new) == {2: "Certificate"}
    assert [what for what, _why in report.skipped] == ["E3 ‘Slides’", "E4 ‘Notes’"]
    assert all(why.startswith("Its pages are not in this PDF.") for _what, why in report.skipped)
    before = profile_content(new)
    report = import_file(new, second)
    assert report.taken == ("two pieces of evidence", "two additions to activities that you had already")
    after = profile_content(new)
    assert _captions(new) == _captions(desk.mine)
    assert (after.summary, after.statement, after.totals) == (before.summary, before.statement, before.totals)
    assert after.activities[0].evidence == (2, 3)
    assert (import_file(new, first).taken, new.verify()) == ((), [])


def test_a_number_that_is_taken_stays_with_what_has_it(desk: Desk, new: Record, tmp_path: Path) -> None:
    first, second = desk.parts()
    import_file(new, first)
    mine = attached(new, new.activities.all()[0].id, written(tmp_path / "own.txt", "own"), "Own").evidence
    number_evidence(new, new.portfolios.current().id, mine, 3)
    import_file(new, second)
    assert _captions(new) == {2: "Certificate", 3: "Own", 4: "Notes", 5: "Slides"}


def test_words_come_back_as_a_text(desk: Desk, new: Record, tmp_path: Path) -> None:
    pieces = {3: PreparedPiece(3, paragraphs=("What I saw.", "", "What I did."))}
    _content, data = profile_of(desk.mine, pieces)
    import_file(new, write_pdf(tmp_path / "profile.pdf", data, [(2, 1), (4, 1)]))
    slides = next(one for one in new.evidence.all() if one.caption == "Slides")
    assert (slides.name, b"".join(new.evidence.chunks(slides.id))) == ("E3.txt", b"What I saw.\n\nWhat I did.")


def test_another_persons_profile_is_refused(desk: Desk, new: Record) -> None:
    new_activity(new, title="Mine")
    before = new.path.read_bytes()
    with pytest.raises(NotAcceptable, match="Eilidh Rowan"):
        import_file(new, desk.profile)
    assert new.path.read_bytes() == before


def test_a_trial_says_what_would_come_and_writes_nothing(desk: Desk, new: Record) -> None:
    path, before = desk.profile, new.path.read_bytes()
    report = import_file(new, path, dry_run=True)
    assert (report.dry_run, report.taken[1]) == (True, "two activities")
    assert new.path.read_bytes() == before


def test_a_piece_in_the_bin_stays_there(desk: Desk, new: Record) -> None:
    import_file(new, desk.profile)
    delete_activity(new, new.activities.all()[0].id)
    report = import_file(new, desk.profile)
    assert (report.taken, len(new.activities.all())) == ((), 1)


def test_columns_cannot_be_mapped(desk: Desk, new: Record) -> None:
    with pytest.raises(NotAcceptable, match="this is a PDF"):
        import_file(new, desk.profile, {"A": "date"})
