"""The ladder to a role as it leaves: what is asked, what the log holds, and titles that others may read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from otcpd.domain.career import RoleAim
from otcpd.domain.dates import long_day
from otcpd.domain.ladder import Ladder, Rung
from otcpd.domain.layers import Layer
from otcpd.portfolio.papers.ladder_content import LadderGroup, LadderLine, LadderPaper
from otcpd.record.ladder_rows import titles_kept_private
from otcpd.record.leaving import Leaving
from otcpd.record.record import Record

MOST_SHOWN = 3
"""So many activities of each stand on paper, the newest: it is to be talked about, not to prove."""


class Told(NamedTuple):
    """A thing asked in words: its group, title, level ("Level 6" or empty) and standing ("Thin")."""

    group: str
    title: str
    level: str
    standing: str
    rung: Rung


def ladder_paper(
    record: Record, aim: RoleAim, ladder: Ladder, told: Sequence[Told], rule: str, *, activities: bool = True
) -> LadderPaper:
    """The document. Why somebody wants the role is hers alone and never in it; what only she may read is left out.
    Without `activities` there are none at all."""
    owner = record.people.owner()
    employers = {one.id: one.name for one in record.people.employers()}
    private = titles_kept_private(record.reader) if activities else frozenset()
    leaving = Leaving(record.reader, Layer.SUPERVISION, "role_aim", "role_expectation")
    groups: dict[str, list[LadderLine]] = {}
    for one in told:
        asked = one.rung.expectation
        if asked.text and not leaving.may("role_expectation", asked.id, "text"):
            continue
        groups.setdefault(one.group, []).append(_line(one, private, activities=activities))
    return LadderPaper(
        name=owner.name,
        registration=owner.registration,
        role=leaving.text("role_aim", aim.id, "title", aim.title),
        employer=employers.get(aim.employer or "", ""),
        by=aim.by,
        prepared=record.clock.today(),
        sentence=ladder.sentence,
        rule=rule,
        groups=tuple(LadderGroup(name, tuple(lines)) for name, lines in groups.items()),
    )


def _in_my_words(why: str) -> str:
    """The window speaks to her, the document speaks for her."""
    return why.replace("your log", "my log").replace("You named", "I named").replace("You marked", "I marked")


def _line(told: Told, private: frozenset[str], *, activities: bool) -> LadderLine:
    shown = [one for one in told.rung.shown if one.id not in private and one.title.strip()] if activities else []
    return LadderLine(
        told.title,
        told.level.removeprefix("Level "),
        told.standing,
        _in_my_words(told.rung.why),
        tuple(f"{one.title}, {long_day(one.day)}" for one in shown[:MOST_SHOWN]),
    )
