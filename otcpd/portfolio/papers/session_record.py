"""The record of a session as a document, and its anonymised version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otcpd.domain.dates import long_day
from otcpd.portfolio.papers.actions_table import carried_actions, new_actions
from otcpd.portfolio.papers.content import PaperNote, PaperTopic, SessionRecordPaper
from otcpd.portfolio.papers.layout import (
    Block,
    Bullets,
    Facts,
    Heading,
    Lead,
    PaperLayout,
    Quiet,
    SignHere,
    Signing,
    Written,
)
from otcpd.portfolio.papers.wording import meeting_facts, meeting_title, own_name, own_number

TITLE = "Supervision record"
ANONYMISED_TITLE = "Supervision record, anonymised"
ANONYMISED_LEAD = "Words in square brackets stand for names. The place and employers are left out."
CONFIDENTIAL = "Confidential, within the limits that we agreed"
OWN_COPY = "My own full copy, with what only I read"
TOPICS_HEADING = "What we talked about"
LEFT_HEADING = "Not talked about yet"
NOTES_HEADING = "Notes"
CASES_HEADING = "Cases, in anonymised form"
DECISIONS_HEADING = "What we decided"
ACTIONS_HEADING = "What we agreed to do"
CARRIED_HEADING = "From sessions before"
OWN_HEADING = "Only for me"
AGREED_HEADING, AGREED_BY_BOTH_HEADING = "Agreed as true", "Agreed by both as true"
NOTHING_RECORDED = "Nothing is recorded yet."


def session_record_layout(content: SessionRecordPaper) -> PaperLayout:
    """The record as blocks; parts with nothing in them are left out."""
    meeting = content.meeting
    day = long_day(meeting.day)
    title = ANONYMISED_TITLE if content.anonymised else TITLE
    who = own_name(meeting.people)
    return PaperLayout(
        title=title,
        subtitle=_subtitle(content),
        name=", ".join(filter(None, (title, day, who))),
        who=who,
        number=own_number(meeting.people),
        about=f"{TITLE}, {day}",
        prepared=content.prepared,
        blocks=(*_front(content), *(tuple(_body(content)) or (Quiet(NOTHING_RECORDED),)), *_end(content)),
    )


def _subtitle(content: SessionRecordPaper) -> str:
    if content.anonymised:
        return f"{meeting_title(content.meeting)}. Evidence of my CPD"
    return f"{meeting_title(content.meeting)}. {OWN_COPY if content.own else CONFIDENTIAL}"


def _front(content: SessionRecordPaper) -> Iterator[Block]:
    people, when = meeting_facts(content.meeting)
    if content.next_on is not None:
        when = (*when, ("Next", long_day(content.next_on)))
    yield Facts(people, when)
    moved = content.meeting.moved_to
    said = (content.meeting.missed, f"Moved to {long_day(moved)}." if moved is not None else "")
    words = " ".join(filter(None, (*said, ANONYMISED_LEAD if content.anonymised else "")))
    if words:
        yield Quiet(words)


def _body(content: SessionRecordPaper) -> Iterator[Block]:
    yield from _topics(TOPICS_HEADING, [topic for topic in content.topics if topic.discussed])
    notes = [note for note in content.notes if note.text.strip()]
    if notes:
        yield Heading(NOTES_HEADING)
        yield from _notes(notes)
    if content.cases.strip():
        yield Heading(CASES_HEADING)
        yield Written(content.cases)
    if content.decisions:
        yield Heading(DECISIONS_HEADING)
        yield Bullets(content.decisions)
    if content.actions:
        yield Heading(ACTIONS_HEADING)
        yield new_actions(content.actions, ACTIONS_HEADING)
    if content.carried:
        yield Heading(CARRIED_HEADING)
        yield carried_actions(content.carried, CARRIED_HEADING)
    yield from _topics(LEFT_HEADING, [topic for topic in content.topics if not topic.discussed])
    own = [note for note in content.own if note.text.strip()]
    if own:
        yield Heading(OWN_HEADING)
        yield from _notes(own)


def _topics(heading: str, topics: Sequence[PaperTopic]) -> Iterator[Block]:
    if topics:
        yield Heading(heading)
        yield Bullets(tuple(map(topic_words, topics)))


def topic_words(topic: PaperTopic) -> str:
    """A topic with the entry of the log that it is about, unless it says so itself."""
    about = topic.about.strip()
    return topic.text if not about or about in topic.text else f"{topic.text} (about: {about})"


def _notes(notes: Sequence[PaperNote]) -> Iterator[Block]:
    for note in notes:
        yield Heading(note.heading, small=True)
        yield Written(note.text)


def _end(content: SessionRecordPaper) -> Iterator[Block]:
    """Who has agreed to the record as true, and lines for those who have not; an anonymised one has no lines."""
    agreed = [line for line in content.agreed if line.on is not None]
    open_lines = [] if content.anonymised else [line for line in content.agreed if line.on is None]
    if not agreed and not open_lines:
        return
    yield Heading(AGREED_BY_BOTH_HEADING if len(agreed) == len(content.agreed) == 2 else AGREED_HEADING)
    if agreed:
        yield Bullets(
            tuple(
                f"{_as(line.name, '' if content.anonymised else line.role)}: agreed on {long_day(line.on)}"
                for line in agreed
                if line.on
            )
        )
    if open_lines:
        yield Lead("By signing we say that this is a true record of our session.")
        yield Signing(tuple(SignHere(_as(line.name, line.role)) for line in open_lines))


def _as(name: str, role: str) -> str:
    return ", ".join(filter(None, (name.strip(), role.strip())))
