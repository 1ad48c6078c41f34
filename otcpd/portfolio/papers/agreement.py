"""An agreement on supervision as a document to read and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from otcpd.domain.dates import long_day
from otcpd.portfolio.papers.content import AgreementField, AgreementPaper, AgreementVersion, Participant
from otcpd.portfolio.papers.layout import (
    Block,
    Facts,
    Grid,
    GridColumn,
    Heading,
    Lead,
    PaperLayout,
    Quiet,
    SignHere,
    Signing,
    Written,
)
from otcpd.portfolio.papers.wording import (
    AN_OT,
    NAMELESS,
    NOT_AGREED,
    PREPARED,
    day_words,
    own_name,
    own_number,
    people_facts,
    profession_words,
)
from otcpd.portfolio.wording import NOTHING

TITLE = "Supervision agreement"
BETWEEN_HEADING = "Who agrees"
VERSIONS_HEADING = "Versions of this agreement"
SIGNING_HEADING = "Signed"
SIGNING_LEAD = "By signing we agree to what is written above."
FIRST_VERSION = "The first version"
_MOST_NAMED = 3
"""More people than this are a table only: the block under the title would be all names."""


def agreement_layout(content: AgreementPaper) -> PaperLayout:
    """The agreement as blocks: what holds now, what held before, lines to sign on."""
    what = ", ".join(filter(None, (content.title.strip(), content.name.strip())))
    who = own_name(content.people)
    return PaperLayout(
        title=TITLE,
        subtitle=what,
        name=", ".join(filter(None, (TITLE, what, who))),
        who=who,
        number=own_number(content.people),
        about=f"{TITLE}, version {content.version}",
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: AgreementPaper) -> Iterator[Block]:
    few = content.people if len(content.people) <= _MOST_NAMED else ()
    yield Facts(people_facts(few, full=True) or (("People", str(len(content.people))),), _when(content))
    if content.end_reason.strip():
        yield Quiet(f"Why it ended: {content.end_reason.strip()}")
    if not few:
        yield from _between(content.people)
    for section in content.sections:
        yield from _section(section.heading, section.fields)
    yield from _versions(content.versions)
    if content.signing:
        yield Heading(SIGNING_HEADING)
        yield Lead(SIGNING_LEAD)
        yield Signing(tuple(SignHere(_signer(one.name, one.role), _on(one.on)) for one in content.signing))


def _when(content: AgreementPaper) -> tuple[tuple[str, str], ...]:
    return (
        ("Version", f"{content.version}"),
        ("From", long_day(content.version_from)),
        *((("Began", long_day(content.starts)),) if content.starts != content.version_from else ()),
        *((("Renews", f"that of {long_day(content.renews)}"),) if content.renews is not None else ()),
        *((("Ends", long_day(content.ends)),) if content.ends is not None else ()),
        (PREPARED, long_day(content.prepared)),
    )


def _between(people: Sequence[Participant]) -> Iterator[Block]:
    yield Heading(BETWEEN_HEADING)
    columns = (
        GridColumn("Name", names=True),
        GridColumn("As", 84.0),
        GridColumn("Profession", 126.0),
        GridColumn("Registration", 76.0),
        GridColumn("Employer", 96.0),
    )
    yield Grid(columns, tuple(map(_person_row, people)), BETWEEN_HEADING)


def _person_row(person: Participant) -> tuple[str, ...]:
    profession = " ".join(profession_words(person))
    name = person.name.strip() or NAMELESS
    told = (person.role, AN_OT.removeprefix("an ") if profession == AN_OT else profession)
    return (name, *(text.strip() or NOTHING for text in (*map(_begun, told), person.registration, person.employer)))


def _begun(text: str) -> str:
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}"


def _section(heading: str, fields: Sequence[AgreementField]) -> Iterator[Block]:
    """The short fields as a table, then each long one under its label."""
    short = [one for one in fields if not one.long]
    if not fields:
        return
    yield Heading(heading)
    if short:
        columns = (GridColumn("What", 186.0, names=True), GridColumn("What we agree"))
        yield Grid(columns, tuple((one.label, one.text.strip() or NOT_AGREED) for one in short), heading)
    for one in fields:
        if one.long:
            yield Heading(one.label, small=True)
            yield Written(one.text) if one.text.strip() else Quiet(NOT_AGREED)


def _versions(versions: Sequence[AgreementVersion]) -> Iterator[Block]:
    if len(versions) < 2:
        return
    yield Heading(VERSIONS_HEADING)
    columns = (
        GridColumn("No.", 30.0),
        GridColumn("From", 76.0, names=True),
        GridColumn("Agreed on", 84.0),
        GridColumn("What it changed"),
    )
    yield Grid(columns, tuple(map(_version_row, versions)), VERSIONS_HEADING)


def _version_row(version: AgreementVersion) -> tuple[str, ...]:
    changed = "; ".join(version.changed) or (FIRST_VERSION if version.number == 1 else NOTHING)
    agreed = NOT_AGREED if version.agreed_on is None else day_words(version.agreed_on)
    return str(version.number), day_words(version.start), agreed, changed


def _signer(name: str, role: str) -> str:
    return ", ".join(filter(None, (name.strip() or NAMELESS, role.strip())))


def _on(day: date | None) -> str:
    return "" if day is None else long_day(day)
