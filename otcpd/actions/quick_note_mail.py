"""An e-mail dropped on the quick note: its subject is the title, its day the date, its sender whom it was done with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from otcpd.actions.looking import LIMITS
from otcpd.actions.quick_note import with_title
from otcpd.background import ReportProgress, Task, task
from otcpd.disk import machine_errors
from otcpd.domain.dates import FIRST_YEAR
from otcpd.domain.quick_note import MOST_TITLE, NoteDraft, Said
from otcpd.domain.words import shortened
from otcpd.exchange.mail_head import HEAD, MailHead, names_of, read_mail_head
from otcpd.record.record import Record

NO_DAY = "The e-mail says no day that can be read, so the note has today’s."
DAY_TO_COME = "The e-mail says a day that is still to come, so the note has today’s."
NO_SUBJECT = "No subject could be read from the e-mail. It will be kept as evidence all the same."


@dataclass(frozen=True, slots=True)
class FromMail:
    """A draft made of an e-mail, and what the person should know of it, in sentences."""

    draft: NoteDraft
    told: str = ""


def is_mail(path: Path) -> bool:
    """Whether the name says that it is an e-mail."""
    return path.suffix.casefold() == ".eml"


def mail_task(path: Path) -> Task:
    """The job for the worker process that reads the head of an e-mail."""
    return task(read_head, path).within(LIMITS)


def read_head(path: Path, progress: ReportProgress) -> MailHead:
    """What `mail_task` does in the worker process. Raises MachineSaidNo for a file that cannot be read."""
    progress(0, 1)
    with machine_errors(path), path.open("rb") as file:
        return read_mail_head(file.read(HEAD))


def draft_of_mail(record: Record, draft: NoteDraft, head: MailHead) -> FromMail:
    """The draft with what the e-mail says, where it has no text of its own; else as it is."""
    if draft.text.strip():
        return FromMail(draft)
    if not head.subject:
        return FromMail(draft, NO_SUBJECT)
    today = record.clock.today()
    known = {person.name.casefold(): person.name for person in record.people.all()}
    sender = [known[name.casefold()] for name in names_of(head.sender) if name.casefold() in known]
    day = head.day if head.day is not None and head.day.year >= FIRST_YEAR and head.day <= today else None
    said = Said(days=(day, None) if day else None, companions=tuple(sender[:1]) or None)
    made = with_title(record, shortened(head.subject, MOST_TITLE), said)
    told = "" if day else DAY_TO_COME if head.day is not None and head.day > today else NO_DAY
    return FromMail(replace(made, files=draft.files), told)
