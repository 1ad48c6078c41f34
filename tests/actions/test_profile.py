"""The profile of a real file: what goes in, and what never does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import count
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.activities import (
    answer_prompt,
    delete_activity,
    edit_activity,
    new_activity,
    set_layer,
    set_standards,
    set_tags,
)
from otcpd.actions.companions import add_companion
from otcpd.actions.evidence import edit_caption
from otcpd.actions.files import open_to_read
from otcpd.actions.gaps import edit_reason, give_reason
from otcpd.actions.own_types import add_type
from otcpd.actions.people import add_person, add_post, edit_person
from otcpd.actions.portfolio import edit_portfolio, set_period, use_in_statement
from otcpd.actions.profile import profile_content
from otcpd.actions.profile_export import write_profile
from otcpd.actions.profile_plan import ProfilePlan
from otcpd.actions.settings import change_setting
from otcpd.background import Progress
from otcpd.domain.activity import Category
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, may_leave
from otcpd.portfolio.content import GapRow, ProfileContent
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.support import attached, refused, state, written
from tests.portfolio.reading import read_pdf
from tests.ports import FixedClock
from tests.record.support import sound

SECRET = "Quillfeather"
"""Stands in every text that must not leave."""

OPEN = "Heatherbell"
"""Stands in texts that may leave."""

_NUMBERS = count()


def said(content: ProfileContent) -> str:
    """Everything that a content holds, as one text."""
    return json.dumps(asdict(content), default=str, ensure_ascii=False)


def text_for(layer: Layer) -> str:
    return f"{OPEN if may_leave(layer, Layer.REGULATOR) else SECRET} {next(_NUMBERS)}"


def write_texts(record: Record, activity: str, layers: dict[str, Layer]) -> None:
    """Texts of an activity that say by their words whether they may leave."""
    for field, layer in layers.items():
        edit_activity(record, activity, field, text_for(layer))
        set_layer(record, "activity", activity, field, layer)


def write_activity(record: Record, layers: dict[str, Layer], *, title: Layer = Layer.REGULATOR) -> str:
    """An activity in the statement with such texts."""
    made = new_activity(record, date=date(2026, 11, 3), category=Category.FORMAL, minutes=60).new_id
    write_texts(record, made, {**layers, "title": title})
    use_in_statement(record, made, True)
    return made


def hang_secrets_on(record: Record, activity: str) -> None:
    """Everything else of an activity that no regulator may read."""
    answer_prompt(record, activity, "gibbs", "feelings", f"{SECRET} moved me")
    answer_prompt(record, activity, "hcpc_profile", "learning", f"What {SECRET} taught me")
    add_person(record, f"Asha {SECRET}", f"{SECRET} nurse", f"{SECRET} Trust")
    add_companion(record, activity, f"Asha {SECRET}")
    set_tags(record, activity, [SECRET])
    rounds = f"{SECRET} rounds {next(_NUMBERS)}"
    add_type(record, rounds, Category.OTHER)
    edit_activity(record, activity, "type", rounds)
    edit_activity(record, activity, "post", add_post(record, f"{SECRET} ward", f"{SECRET} Trust").created[-1])


def add_files(record: Record, activity: str, folder: Path, caption: Layer) -> str:
    """A file that stays behind with its caption, and one that may leave, whose id is returned.

    No name of a file ever leaves; the words inside one leave with the file.
    """
    number = next(_NUMBERS)
    kept = attached(record, activity, written(folder / f"{SECRET} {number}.txt", f"{SECRET} in person {number}"))
    edit_caption(record, kept.evidence, f"{SECRET} in words")
    set_layer(record, "evidence", kept.evidence, "file", Layer.SUPERVISION)
    shown = attached(record, activity, written(folder / f"{SECRET} too {number}.txt", f"{OPEN} inside {number}"))
    write_caption(record, shown.evidence, caption)
    return shown.evidence


def write_caption(record: Record, evidence: str, layer: Layer) -> None:
    edit_caption(record, evidence, text_for(layer))
    set_layer(record, "evidence", evidence, "caption", layer)


def explain_gap(record: Record, note: Layer) -> None:
    if not record.gap_reasons.all():
        give_reason(record, date(2025, 11, 1), date(2026, 11, 2), "leave")
    (reason,) = record.gap_reasons.all()
    edit_reason(record, reason.id, "note", text_for(note))
    set_layer(record, "gap_reason", reason.id, "note", note)


def write_portfolio(record: Record, layers: dict[str, Layer]) -> None:
    portfolio = record.portfolios.current().id
    for part in ("summary", "statement"):
        edit_portfolio(record, portfolio, part, text_for(layers[part]))
        set_layer(record, "portfolio", portfolio, part, layers[part])


_TEXTS = sorted(field for table, field in DEFAULT_LAYERS if table == "activity" and field not in ("title", "type"))
_ANY_LAYER = st.sampled_from(Layer)
_LAYERS = st.fixed_dictionaries(dict.fromkeys(("caption", "note", "summary", "statement"), _ANY_LAYER))


@pytest.fixture
def hung(record: Record, tmp_path: Path) -> tuple[str, str]:
    """An activity with secrets hanging on it, and a piece of evidence of it that may leave."""
    activity = write_activity(record, {})
    hang_secrets_on(record, activity)
    return activity, add_files(record, activity, tmp_path, Layer.PRIVATE)


@given(texts=st.fixed_dictionaries(dict.fromkeys(["title", *_TEXTS], _ANY_LAYER)), others=_LAYERS)
def test_nothing_of_a_lower_layer_is_in_the_content(
    record: Record, hung: tuple[str, str], texts: dict[str, Layer], others: dict[str, Layer]
) -> None:
    activity, evidence = hung
    write_texts(record, activity, texts)
    write_caption(record, evidence, others["caption"])
    explain_gap(record, others["note"])
    write_portfolio(record, others)
    content = said(profile_content(record))
    assert SECRET.casefold() not in content.casefold()
    entry, portfolio = record.activities.get(activity), record.portfolios.current()
    assert [name for name in _TEXTS if getattr(entry, name) in content] == [], "no profile prints these"
    shown = {entry.title: texts["title"]}
    shown[record.evidence.get(evidence).caption] = others["caption"]
    shown[record.gap_reasons.all()[0].note] = others["note"]
    shown |= {portfolio.summary: others["summary"], portfolio.statement: others["statement"]}
    assert len(shown) == 5
    for text, layer in shown.items():
        assert (text in content) is may_leave(layer, Layer.REGULATOR), text


def test_notes_to_myself_are_in_no_profile_whoever_may_read_them(record: Record) -> None:
    activity = write_activity(record, {})
    edit_activity(record, activity, "notes_to_myself", SECRET)
    set_layer(record, "activity", activity, "notes_to_myself", Layer.REGULATOR)
    assert SECRET not in said(profile_content(record))


def test_the_content_says_who_when_what_and_why(record: Record, tmp_path: Path) -> None:
    edit_person(record, record.owner, "profession", "Occupational therapist")
    first = write_activity(record, dict.fromkeys(_TEXTS, Layer.REGULATOR))
    set_standards(record, first, ["hcpc_cpd@2006:3"])
    second = new_activity(record, title="Webinar", date=date(2026, 7, 1), type="online_learning").new_id
    new_activity(record, title="Before the cycle", date=date(2024, 1, 1))
    one, two = (
        attached(record, where, written(tmp_path / f"{where}.txt", where), "Proof") for where in (second, first)
    )
    give_reason(record, date(2025, 11, 1), date(2026, 6, 30), "parental_leave", "Back in July.")
    content = profile_content(record)
    cover = content.cover
    assert (cover.name, cover.profession, cover.registration) == ("Eilidh Rowan", "Occupational therapist", "OT000123")
    assert (cover.start, cover.end, cover.prepared) == (date(2025, 11, 1), date(2026, 11, 21), date(2026, 11, 21))
    assert [row.title for row in content.activities] == ["Webinar", record.activities.get(first).title]
    assert [row.evidence for row in content.activities] == [(3,), (2,)], "the statement's evidence comes first"
    assert len({one.evidence, two.evidence}) == 2
    gap, between = (row for row in content.dated_list if isinstance(row, GapRow))
    assert (gap.start, gap.end) == (date(2025, 11, 1), date(2026, 6, 30))
    (reason,) = gap.reasons
    assert (reason.reason, reason.note) == ("Maternity, adoption or parental leave", "Back in July.")
    assert between.reasons == ()
    assert (content.summary.limit, content.statement.limit) == (500, 1500)
    assert (content.left_out.before, content.left_out.after) == (1, 0)
    assert len(content.standards) == 5


@pytest.mark.parametrize(
    ("start", "end", "counts"),
    [
        (date(2025, 11, 1), date(2026, 3, 31), (1, 1, 2, 2)),
        (date(2026, 3, 2), date(2027, 1, 31), (2, 0, 2, 2)),
        (date(2027, 1, 1), date(2027, 1, 31), (4, 0, 2, 3)),
    ],
)
def test_what_is_outside_future_or_thrown_away_is_told_apart(
    record: Record, clock: FixedClock, start: date, end: date, counts: tuple[int, ...]
) -> None:
    clock.advance(days=90)
    days = {"early": (2025, 10, 31), "inside": (2026, 3, 1), "late": (2026, 5, 1), "to come": (2027, 1, 1)}
    made = [new_activity(record, title=title, date=date(*day)).new_id for title, day in days.items()]
    made.append(new_activity(record, title="gone", date=date(2025, 1, 1)).new_id)
    for one in made:
        use_in_statement(record, one, True)
    delete_activity(record, made.pop())
    new_activity(record, title="touches", date=date(2025, 10, 1), end_date=date(2026, 3, 2))
    new_activity(record, title="to come, unchosen", date=date(2026, 11, 22))
    clock.advance(days=-90)
    content = profile_content(record, start=start, end=end)
    left = content.left_out
    assert (left.before, left.after, left.future, left.chosen) == counts
    assert len(content.activities) + left.before + left.after + left.future == len(record.activities.all())


def test_collecting_the_content_changes_nothing_and_needs_no_writing(
    record: Record, activity: str, around: Surroundings
) -> None:
    before = state(record)
    with open_to_read(record.path, around) as reading:
        assert profile_content(reading) == profile_content(record)
    assert state(record) == before


# On paper


@pytest.fixture
def secretive(record: Record, tmp_path: Path) -> Record:
    """A file with a secret in every place that has one."""
    hush = {name: (Layer.PRIVATE, Layer.SUPERVISION)[place % 2] for place, name in enumerate(_TEXTS)}
    hushed = write_activity(record, hush, title=Layer.PRIVATE)
    spoken = write_activity(record, dict.fromkeys(set(_TEXTS) - {"notes_to_myself"}, Layer.REGULATOR))
    for one in (hushed, spoken):
        hang_secrets_on(record, one)
        add_files(record, one, tmp_path, Layer.SUPERVISION)
    explain_gap(record, Layer.SUPERVISION)
    write_portfolio(record, {"summary": Layer.REGULATOR, "statement": Layer.SUPERVISION})
    change_setting(record, "signature", SECRET)
    return record


def streams(path: Path) -> Iterator[bytes]:
    """Every stream of a PDF unpacked, and every other object as it is written."""
    with pikepdf.open(path) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                yield item.read_bytes() if item.get("/Subtype") != "/Image" else item.read_raw_bytes()
            yield item.unparse() if not isinstance(item, pikepdf.Stream) else repr(dict(item)).encode()
        yield str(pdf.docinfo).encode()


def test_no_secret_is_in_any_byte_or_word_of_the_pdf(secretive: Record, tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    write_profile(secretive, ProfilePlan(out))
    everything = read_pdf(out).everything
    assert OPEN in everything, "what may leave is there, so the search below would find the rest"
    assert f"{OPEN} inside" in everything
    assert SECRET.casefold() not in everything.casefold()
    forms = [SECRET, SECRET.lower(), SECRET.upper()]
    wanted = [form.encode(code) for form in forms for code in ("ascii", "utf-16-le", "utf-16-be")]
    wanted += [form.encode().hex().encode() for form in forms]
    for data in (out.read_bytes(), *streams(out)):
        assert not any(one in data for one in wanted)
    assert secretive.owner.encode() not in out.read_bytes()
    assert str(secretive.path.parent).encode() not in out.read_bytes()


def test_a_profile_is_written_from_a_file_open_for_reading(
    secretive: Record, tmp_path: Path, around: Surroundings
) -> None:
    out = written(tmp_path / "profile.pdf", "%PDF-1.7 older")
    told: list[Progress] = []
    with open_to_read(secretive.path, around) as reading:
        exported = write_profile(reading, ProfilePlan(out), told.append)
        assert exported.made.content == profile_content(reading)
    reading_back = read_pdf(out)
    for words in ("Eilidh Rowan", "OT000123", "1 November 2025", "21 November 2026", "Summary", "Evidence"):
        assert words in reading_back.everything
    assert told[-1].done == told[-1].total
    assert sound(secretive)


def test_days_and_portfolio_asked_for_are_those_of_the_profile(record: Record, tmp_path: Path, activity: str) -> None:
    portfolio = record.portfolios.current()
    set_period(record, portfolio.id, date(2026, 11, 1), date(2026, 11, 10))
    out = tmp_path / "profile.pdf"
    named = write_profile(record, ProfilePlan(out, portfolio=portfolio.name)).made.content
    assert named.cover.end == date(2026, 11, 10)
    asked = write_profile(record, ProfilePlan(out, date(2026, 11, 4), date(2026, 11, 5))).made.content
    assert (asked.cover.start, asked.cover.end, asked.activities) == (date(2026, 11, 4), date(2026, 11, 5), ())


def test_texts_with_odd_characters_still_make_a_profile(record: Record, tmp_path: Path) -> None:
    odd = "\0 \x07 \x1b[1m <b>&amp; 😀 \u202eright to left\u202c \ufeff \ufffe שלום 中文 " + "x" * 400
    activity = write_activity(record, dict.fromkeys(_TEXTS, Layer.REGULATOR))
    for field in ("title", "description", "learning"):
        edit_activity(record, activity, field, odd)
    edit_portfolio(record, record.portfolios.current().id, "summary", odd)
    edit_person(record, record.owner, "name", "Zoë O’Rowan <b>")
    write_profile(record, ProfilePlan(tmp_path / "profile.pdf"))
    everything = read_pdf(tmp_path / "profile.pdf").everything
    assert "Zoë O’Rowan <b>" in everything
    assert "<b>&amp;" in everything


def test_a_profile_that_cannot_be_is_refused_and_nothing_written(record: Record, tmp_path: Path, activity: str) -> None:
    out = written(tmp_path / "profile.pdf", "older")
    with refused(record, NotAcceptable, "is before the first"):
        write_profile(record, ProfilePlan(out, date(2026, 11, 2), date(2026, 11, 1)))
    with refused(record, NotAcceptable, "There is no portfolio ‘Mine’. Nothing was changed. There is: "):
        write_profile(record, ProfilePlan(out, portfolio="Mine"))
    with refused(record, NotAcceptable, "is your CPD file itself. It has not been changed."):
        write_profile(record, ProfilePlan(record.path))
    with refused(record, MachineSaidNo, "Its folder is not there."):
        write_profile(record, ProfilePlan(tmp_path / "gone" / "profile.pdf"))
    assert out.read_text(encoding="utf-8") == "older"
    assert sound(record)
