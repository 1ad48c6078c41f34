"""The data that a profile carries: all of it is in print, and from it the profile can be made again."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.importing import import_file
from otcpd.actions.profile import profile_content
from otcpd.actions.profile_carried import carried_document
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, default_layer
from otcpd.portfolio.content import LeftOut, ProfileContent
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.record import Record
from tests.exchange.carried import profile_of, write_profile
from tests.exchange.filling import Filler, new_record, stored


def _comparable(content: ProfileContent) -> ProfileContent:
    """What comes back: all but what stayed at home, and the kind and the size of files, which are now pages."""
    rows = tuple(replace(row, id="", kind="", size=None) for row in content.evidence)
    return replace(content, evidence=rows, left_out=LeftOut())


@given(st.data())
def test_a_profile_that_is_imported_is_the_same_profile(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        Filler(record, Path(name), data).fill()
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
        Filler(record, Path(name), data).fill()
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


@given(st.data())
def test_whatever_the_layers_are_nothing_leaves_that_is_not_in_print(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, new_record(Path(name) / "mine.otcpd") as record:
        words = _Words(data)
        _fill(record, words, Path(name))
        content, carried = profile_of(record)
        text = carried.decode()
        assert [word for word in words.kept if word in text] == []
        printed = repr(content)
        everything = [f"q{number}q" for number in range(1000, 1100)]
        assert [word for word in everything if (word in text) != (word in printed)] == []


def test_texts_of_activities_that_the_statement_does_not_use_stay_at_home(tmp_path: Path) -> None:
    with new_record(tmp_path / "mine.otcpd") as record:
        with record.step("Fill") as step:
            step.insert("activity", {**_activity(step.at), "title": "Falls", "learning": "hidden", "minutes": 90})
        portfolio = record.portfolios.current()
        found = json.loads(carried_document(record, profile_content(record, portfolio), portfolio))
    (one,) = found["activities"]
    assert (one["title"], one["minutes"], one["date"]) == ("Falls", 90, date(2026, 3, 12).isoformat())
    assert "hidden" not in str(found)
