"""The data that a profile carries: all of it is in print, and from it the profile can be made again."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.activities import answer_prompt, new_activity, set_layer, set_standards, set_tags
from otcpd.actions.gaps import give_reason
from otcpd.actions.importing import import_file
from otcpd.actions.people import edit_person
from otcpd.actions.portfolio import edit_portfolio, use_in_statement
from otcpd.actions.profile import profile_content
from otcpd.actions.profile_export import write_profile as export_profile
from otcpd.actions.profile_plan import ProfilePlan
from otcpd.domain.activity import Category
from otcpd.domain.carried import DATA_NAME
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, default_layer
from otcpd.exchange.json_layout import FIRST_VERSION
from otcpd.portfolio.content import LeftOut, ProfileContent
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.actions.support import attached, written
from tests.exchange.carried import profile_of, write_profile
from tests.exchange.filling import Filler, new_record, stored
from tests.portfolio.reading import read_pdf

CARRIED_LISTS = {"people", "activities", "evidence", "gap_reasons", "portfolios"}


def _comparable(content: ProfileContent) -> ProfileContent:
    """What comes back: all but what stayed at home, and the kind and the size of files, which are now pages."""
    rows = tuple(replace(row, id="", kind="", size=None) for row in content.evidence)
    return replace(content, evidence=rows, left_out=LeftOut())


@given(st.data())
def test_a_profile_that_is_imported_is_the_same_profile(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        Filler(data, record, Path(name)).fill()
        content = write_profile(record, Path(name) / "profile.pdf")
        with new_record(Path(name) / "new.otcpd", 2, name="Nobody", number="OT999999") as other:
            report = import_file(other, Path(name) / "profile.pdf")
            assert report.skipped == ()
            assert (other.verify(), other.integrity(), other.damaged_content()) == ([], [], [])
            assert _comparable(profile_content(other)) == _comparable(content)
            again = write_profile(other, Path(name) / "again.pdf")
            assert _comparable(again) == _comparable(content)
            before = other.path.read_bytes()
            assert not import_file(other, Path(name) / "again.pdf").changes
            assert other.path.read_bytes() == before
        assert not import_file(record, Path(name) / "again.pdf").changes


@given(st.data())
def test_the_data_tells_no_ids_and_no_times_of_the_file(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        Filler(data, record, Path(name)).fill()
        content, carried = profile_of(record)
        assert profile_of(record) == (content, carried)
        for table in ("activity", "evidence", "gap_reason", "portfolio", "person"):
            for (row,) in record.reader.rows(f'SELECT id FROM "{table}"'):
                assert str(row).encode() not in carried
        found = json.loads(carried)
        things = [*found["activities"], *found["evidence"], *found["portfolios"]]
        assert {one["created"][:10] for one in things} == {content.cover.prepared.isoformat()}
        assert {uuid.UUID(one["id"]).version for one in [*things, *found["people"], *found["gap_reasons"]]} == {5}


# Layers


class _Words:
    """Makes words that are like no others, and remembers which of them may be in print."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data
        self._numbers: Iterator[int] = count(1000)
        self.kept: list[str] = []

    def secret(self) -> str:
        word = f"q{next(self._numbers)}q"
        self.kept.append(word)
        return word

    def text(self, step: Step, table: str, row: str, field: str) -> str:
        """A text of a layer that is drawn, or the default one."""
        layer = self._data.draw(st.none() | st.sampled_from(Layer))
        if layer is not None:
            step.link("layer", {"tbl": table, "row": row, "field": field}, {"layer": layer})
        word = self.secret()
        if (layer or default_layer(table, field)) is Layer.REGULATOR:
            self.kept.remove(word)
        return word


def _fill(record: Record, words: _Words, folder: Path) -> None:
    """One of everything, each text a word of its own."""
    sha256, size = stored(record, folder, b"%PDF-1.7")
    with record.step("Fill") as step:
        employer = step.insert("employer", {"name": words.secret()})
        post = step.insert("post", {"title": words.secret(), "employer": employer})
        friend = step.insert("person", {"name": words.secret(), "profession": words.secret()})
        tag = step.insert("tag", {"name": words.secret()})
        step.insert("own_type", {"name": words.secret()})
        step.insert("setting", {"key": words.secret(), "value": words.secret()})
        step.insert("goal", {"title": words.secret()})
        step.set("person", record.owner, "employer", employer)
        chosen, other = (step.insert("activity", _activity(step.at)) for _ in range(2))
        for activity in (chosen, other):
            for table, field in DEFAULT_LAYERS:
                if table == "activity":
                    step.set("activity", activity, field, words.text(step, table, activity, field))
            step.set("activity", activity, "post", post)
            step.link("activity_tag", {"activity": activity, "tag": tag})
            step.link("activity_companion", {"activity": activity, "person": friend})
            step.link("activity_standard", {"activity": activity, "standard": f"hcpc_sop@2023:{words.secret()}"})
            reflection = text_id("reflection", activity, "gibbs")
            step.insert("reflection", {"id": reflection, "activity": activity, "model": "gibbs"})
            answer = {"activity": activity, "reflection": reflection, "prompt": "feelings", "text": words.secret()}
            step.insert("reflection_answer", answer)
            evidence = step.insert(
                "evidence",
                {"name": words.secret(), "kind": "pdf", "state": "readable", "created": step.at}
                | {"sha256": sha256, "size": size},
            )
            layer = words.text(step, "evidence", evidence, "file")
            caption = words.text(step, "evidence", evidence, "caption")
            if layer in words.kept:
                words.kept.append(caption)
            step.set("evidence", evidence, "caption", caption)
            step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": "i"})
        _fill_portfolio(record, words, step, chosen)
        _fill_supervision(words, step, friend, chosen)


def _activity(at: str) -> dict[str, str | int | None]:
    return {"date": "2026-03-12", "created": at, "modified": at}


def _fill_portfolio(record: Record, words: _Words, step: Step, chosen: str) -> None:
    portfolio = record.portfolios.current().id
    for field in ("summary", "statement"):
        step.set("portfolio", portfolio, field, words.text(step, "portfolio", portfolio, field))
    step.set("portfolio", portfolio, "name", words.secret())
    step.link("portfolio_activity", {"portfolio": portfolio, "activity": chosen}, {"position": "i"})
    for start, end in (("2026-03-13", "2026-11-21"), ("2026-03-12", "2026-03-12")):
        reason = step.insert("gap_reason", {"start": start, "end": end})
        for field in ("reason", "note"):
            text = words.text(step, "gap_reason", reason, field) if end > "2026-04" else words.secret()
            step.set("gap_reason", reason, field, text)


def _fill_supervision(words: _Words, step: Step, friend: str, activity: str) -> None:
    """Supervision in every text that it has. None of it is ever in a profile, whatever layer it was given."""
    stamps = {"created": step.at, "modified": step.at}
    step.set("person", friend, "contact", words.secret())
    step.link("person_role", {"person": friend, "role": "supervisor"})
    step.set("activity", activity, "bring", 1)
    agreement = step.insert(
        "agreement", {"kind": "professional", "supervisee": step.owner, "supervisor": friend} | stamps
    )
    terms = {"agreement": agreement, "start": "2026-01-05", "mode": "video"}
    terms_row = step.insert("agreement_terms", {**terms, "every_weeks": 6})
    session = {"agreement": agreement, "date": "2026-03-12", "kind": "professional", "mode": "video", "state": "held"}
    held = step.insert("supervision_session", {**session, "calendar_uid": words.secret(), **stamps})
    rows = {"agreement": agreement, "agreement_terms": terms_row, "supervision_session": held}
    for table, values in (
        ("session_topic", {"session": held, "activity": activity}),
        ("session_decision", {"session": held}),
        ("session_action", {"session": held, "who": friend, "state": "open"}),
        ("entitlement", {"start": "2026-01-05", "per": "month", "source": "agreement"}),
        ("protected_slot", {"date": "2026-03-12", "purpose": "cpd", "activity": activity}),
    ):
        rows[table] = step.insert(table, values)
    step.insert("workload", {"date": "2026-03-12", "caseload": 987654})
    step.link("session_person", {"session": held, "person": friend})
    step.link("session_activity", {"session": held, "activity": activity}, {"role": "made"})
    for table, row in rows.items():
        for name in JOURNALED[table].text:
            step.link("layer", {"tbl": table, "row": row, "field": name}, {"layer": Layer.REGULATOR})
            step.set(table, row, name, words.secret())


@given(st.data())
def test_whatever_the_layers_are_nothing_leaves_that_is_not_in_print(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        words = _Words(data)
        _fill(record, words, Path(name))
        content, carried = profile_of(record)
        text = carried.decode()
        assert [word for word in words.kept if word in text] == []
        assert set(json.loads(text)) == CARRIED_LISTS | {"format", "version", "owner"}
        assert (json.loads(text)["version"], "987654" in text, "bring" in text) == (FIRST_VERSION, False, False)
        printed = repr(content)
        everything = [f"q{number}q" for number in range(1000, 1200)]
        assert [word for word in everything if (word in text) != (word in printed)] == []


# Print

_NO_WORDS = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(T[\d:.]+Z)?|hcpc_cpd@\d{4}:\d|otcpd|readable"
)
"""Ids, days and instants, references to standards, and the words of the format."""


def _write_everything(record: Record, folder: Path) -> None:
    """Something in every text that a person can type, each of a layer that may leave."""
    edit_person(record, record.owner, "profession", "Occupational therapist")
    edit_person(record, record.owner, "audit_number", "12345")
    texts = ("description", "learning", "practice_impact", "service_user_benefit", "notes_to_myself", "type")
    for title, month in (("Falls\ncourse,  two days", 3), ("Splints", 11)):
        typed = {name: f"The {name} of {title}" for name in texts}
        made = new_activity(
            record, title=title, date=date(2026, month, 12), category=Category.FORMAL, minutes=90, **typed
        ).new_id
        for name in texts:
            set_layer(record, "activity", made, name, Layer.REGULATOR)
        answer_prompt(record, made, "gibbs", "feelings", "I felt sure.")
        set_tags(record, made, ["falls"])
        set_standards(record, made, ["hcpc_cpd@2006:3", "hcpc_sop@2023:4"])
        attached(
            record, made, written(folder / f"{month}.txt", f"Notes of {month}\n\nAnd more."), f"What I saw in {month}"
        )
    use_in_statement(record, made, True)
    give_reason(record, date(2026, 3, 13), date(2026, 11, 11), "In my own words", "With a note.")
    portfolio = record.portfolios.current().id
    edit_portfolio(record, portfolio, "name", "The one for the audit")
    edit_portfolio(record, portfolio, "summary", "First paragraph.\n\nSecond ‘paragraph’.")
    edit_portfolio(record, portfolio, "statement", "What I did\nI learnt much (E2).")


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from _texts(one)
    elif isinstance(found, str) and not _NO_WORDS.fullmatch(found):
        yield found


def test_every_text_that_a_profile_carries_stands_in_its_print(record: Record, tmp_path: Path) -> None:
    _write_everything(record, tmp_path)
    out = tmp_path / "profile.pdf"
    export_profile(record, ProfilePlan(out))
    with pikepdf.open(out) as pdf:
        found = json.loads(pdf.attachments[DATA_NAME].get_file().read_bytes())
    reading = read_pdf(out)
    (foot,) = (one.pop("name") for one in found["portfolios"])
    assert foot in reading.pages[0]
    codes = {one.pop(key) for table, key in (("activities", "category"), ("evidence", "kind")) for one in found[table]}
    assert codes == {"formal", "text"}
    printed = "".join(reading.document.whole_text.split())
    texts = list(_texts(found))
    assert [text for text in texts if "".join(text.split()) not in printed] == []
    wanted = {"In my own words", "With a note.", "Splints", "And more.", "What I saw in 3", "Eilidh Rowan", "12345"}
    assert wanted <= set(texts)
