"""That nobody can be told from an anonymised record."""

from __future__ import annotations

import re
from dataclasses import astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.papers.anonymising import Keep, anonymised
from otcpd.portfolio.papers.content import PaperAction, PaperNote, PaperTopic, Participant, SigningLine
from otcpd.portfolio.papers.scrubbing import ORDINARY, PARTICLES, Scrubber, Stand
from tests.portfolio.papers.samples import EILIDH, FIONA, GRAHAM, MEETING, own_copy, session_record

SIAN = Participant("Siân Thistle", contact="sian.thistle@example.org")


def texts(value: object) -> list[str]:
    """Every text in a content."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    return []


def scrubbed(text: str, *others: Participant) -> str:
    content = replace(session_record(), notes=(PaperNote("Support", text),))
    return anonymised(content, others).notes[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiona Alder said", "[my supervisor] said"),
        ("FIONA said, alder said: an alder", "[my supervisor] said, alder said: an alder"),
        ("fiona’s view and Fiona's", "[my supervisor]’s view and [my supervisor]'s"),
        ("Fiona M. Alder and Alder, Fiona", "[my supervisor] and [my supervisor], [my supervisor]"),
        ("Mrs Alder, Dr. Fiona\u00a0Alder", "[my supervisor], [my supervisor]"),
        ("Fionas Alderman stays", "Fionas Alderman stays"),
        ("Eilidh to bring it", "[me] to bring it"),
        ("Graham O'Larch Birch, O’Larch-Birch", "[a colleague], [a colleague]"),
        ("Sian, SIÂN and siân", "[a colleague], [a colleague] and [a colleague]"),
        ("Write to x.y@example.org", "Write to [an address]"),
        ("Call (01632) 960-123 or 01632960123", "Call ([a number] or [a number]"),
        ("OT000456, ot 000123, PH012345", "[a registration number], [a registration number], [a registration number]"),
        ("rowan council and ALDER health  board", "[my employer] and [an employer]"),
        ("In Room 2, Alder House", "In [the place]"),
        ("file_Fiona_2.docx", "file_[my supervisor]_2.docx"),
    ],
)
def test_known_people_become_their_role_in_free_text(text: str, expected: str) -> None:
    assert scrubbed(text, GRAHAM, SIAN) == expected


def test_fields_become_roles() -> None:
    content = replace(
        session_record(),
        actions=(PaperAction("Ask", "Fiona Alder"), PaperAction("Write", "Eilidh Rowan"), PaperAction("All do", "All")),
        carried=(PaperAction("Go", "Somebody Else"),),
    )
    made = anonymised(content)
    assert [one.who for one in made.actions] == ["My supervisor", "Me", "All"]
    assert made.carried[0].who == "A colleague"
    assert [(one.name, one.profession, one.is_ot) for one in made.meeting.people] == [
        ("Me", "", True),
        ("My supervisor", "", True),
    ]
    assert [one.name for one in made.agreed] == ["Me", "My supervisor"]
    assert (made.meeting.place, made.meeting.name, made.anonymised) == ("", "", True)


def test_several_of_one_role_are_numbered() -> None:
    group = (EILIDH, Participant("Ash Rowan", "member"), Participant("Fern Birch", "member"))
    content = replace(session_record(), meeting=replace(MEETING, people=group, name="The Thursday group"))
    made = anonymised(replace(content, decisions=("Ash asks the Thursday Group, Fern writes.",)))
    assert [one.name for one in made.meeting.people] == ["Me", "Member 1", "Member 2"]
    assert made.decisions == ("[member 1] asks [our group], [member 2] writes.",)


def test_parts_are_left_out_or_kept_by_choice() -> None:
    made = anonymised(own_copy())
    assert (made.cases, made.own) == ("", ())
    assert anonymised(session_record(), keep=Keep(cases=True)).cases == session_record().cases
    bare = anonymised(session_record(), keep=Keep(topics=False, notes=False, decisions=False, actions=False))
    assert (bare.topics, bare.notes, bare.decisions, bare.actions, bare.carried) == ((), (), (), (), ())


def test_twice_is_as_good_as_once() -> None:
    once = anonymised(session_record(), (GRAHAM,))
    assert Scrubber([Stand("Fiona Alder", "my supervisor")]).text(once.notes[0].text) == once.notes[0].text


NAMES = st.lists(
    st.text(st.sampled_from("abcdefghijklmnoprstuvwyzéöâł'’-"), min_size=2, max_size=10).map(str.title),
    min_size=1,
    max_size=3,
).map(" ".join)
PEOPLE = st.builds(
    Participant,
    name=NAMES,
    role=st.sampled_from(["supervisor", "member", "peer"]),
    registration=st.integers(0, 999999).map(lambda number: f"OT{number:06}"),
    employer=NAMES.map(lambda name: f"{name} Council"),
    contact=NAMES.map(lambda name: f"{re.sub(r'[^a-z]', '', name.lower()) or 'x'}@example.org"),
)


@given(st.lists(PEOPLE, min_size=1, max_size=4), st.lists(PEOPLE, max_size=2), st.data())
def test_no_name_number_employer_or_address_survives(
    people: list[Participant], others: list[Participant], data: st.DataObject
) -> None:
    known = [*people, *others]
    fields = [(one.name, one.registration, one.employer, one.contact, *one.name.split()) for one in known]
    told = [text for of_one in fields for text in of_one]
    words = data.draw(st.lists(st.sampled_from([*told, "and", "went", "to", "the", "ward"]), max_size=30))
    text = data.draw(st.sampled_from([" ", ", ", "\n", " (", "; "])).join(words)
    content = replace(
        session_record(),
        meeting=replace(MEETING, people=(EILIDH, *people), missed=text),
        topics=(PaperTopic(text, text, True),),
        notes=(PaperNote("Support", text),),
        cases=text,
        decisions=(text,),
        actions=(PaperAction(text, people[0].name),),
        carried=(),
        agreed=tuple(SigningLine(one.name, one.role) for one in (EILIDH, *people)),
    )
    left = " | ".join(texts(astuple(anonymised(content, tuple(others), Keep(cases=True)))))
    for one in known:
        for telling in (one.registration, one.contact, one.employer):
            assert telling not in left
        for part in re.split(r"[\s]+", one.name):
            bare = re.sub(r"^\W+|\W+$", "", part)
            tells = len(bare) >= 2 and bare.lower() not in PARTICLES | ORDINARY | {"me", "my", "an", "our"}
            assert not tells or not re.search(rf"(?<![^\W_]){re.escape(bare)}(?![^\W_])", left)


def test_people_of_the_samples_are_not_in_the_printed_record() -> None:
    left = " ".join(texts(astuple(anonymised(session_record(20), (GRAHAM, SIAN), Keep(cases=True)))))
    for one in (EILIDH, FIONA, GRAHAM, SIAN):
        for telling in filter(None, (*one.name.split(), one.registration, one.employer, one.contact)):
            assert telling not in left
