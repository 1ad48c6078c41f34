"""What the sample tells: read from its resources and moved to the day for which it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from otcpd.actions.activities import FieldValue
from otcpd.actions.demo_days import Move, saturday_by
from otcpd.catalogue import load_catalogue
from otcpd.catalogue.loading import read_file
from otcpd.domain.activity import Category
from otcpd.domain.gaps import GapReason
from otcpd.domain.layers import Layer
from otcpd.exchange.sample_files import SampleFile

_DAY = timedelta(days=1)

_APART = ("key", "with", "tags", "standards", "reflections", "first")
"""What a TOML table of an activity holds besides its plain fields."""


@dataclass(frozen=True, slots=True)
class SampleActivity:
    """An activity and what hangs on it. `first` has what some texts said before they were edited;
    `companions` are names, `reflections` model to prompt to answer."""

    day: date
    fields: Mapping[str, FieldValue]
    key: str = ""
    companions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    reflections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """A file to be made and the keys of the activities it belongs to, with when it was added."""

    key: str
    makes: str
    name: str
    title: str
    lines: tuple[str, ...]
    caption: str
    activities: tuple[str, ...]
    days_after: int
    layer: Layer | None

    def file(self, day: date, person: str) -> SampleFile:
        """What to make, as if it were from `day`."""
        return SampleFile(self.name, self.makes, self.title, self.lines, day, person)


@dataclass(frozen=True, slots=True)
class SamplePost:
    """A post of the owner, and the employer's name."""

    title: str
    employer: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody the owner learns with."""

    name: str
    profession: str
    employer: str


@dataclass(frozen=True, slots=True)
class SampleProfile:
    """The current portfolio: keys of chosen activities, evidence numbers by key, and the two texts."""

    chosen: tuple[str, ...]
    numbers: Mapping[str, int]
    summary: str
    statement: str
    summary_days_before: int
    statement_days_before: int


@dataclass(frozen=True, slots=True)
class Sample:
    """The whole story, at its dates. `current` and `earlier` are the activities of the two cycles, by date."""

    name: str
    registration: str
    employer: str
    sectors: Mapping[str, str]
    posts: tuple[SamplePost, ...]
    people: tuple[SamplePerson, ...]
    own_types: Mapping[str, Category]
    current: tuple[SampleActivity, ...]
    earlier: tuple[SampleActivity, ...]
    binned: tuple[SampleActivity, ...]
    gap_reasons: tuple[GapReason, ...]
    evidence: tuple[SampleEvidence, ...]
    profile: SampleProfile
    move: Move
    """From the days as they are told to those of this sample."""


def read_sample(today: date) -> Sample:
    """The story as it stands on `today`."""
    told_on: date = read_once("activities")["told_on"]
    saturday = saturday_by(today)
    move = Move(saturday - told_on, saturday)
    current, earlier, people, evidence, portfolio = (
        move.told(read_once(name)) for name in ("activities", "earlier", "people", "evidence", "portfolio")
    )
    return Sample(
        name=people["owner"]["name"],
        registration=people["owner"]["registration"],
        employer=people["owner"]["employer"],
        sectors=people["sectors"],
        posts=_posts(people["posts"], move),
        people=tuple(SamplePerson(one["name"], one["profession"], one["employer"]) for one in people["people"]),
        own_types={one["name"]: Category(one["category"]) for one in people["own_types"]},
        current=_activities(current["activities"], move),
        earlier=_activities(earlier["activities"], move),
        binned=_activities(people["binned"], move),
        gap_reasons=tuple(_gap_reason(one, move) for one in people["gap_reasons"]),
        evidence=tuple(_evidence(one) for one in evidence["files"]),
        profile=_profile(portfolio),
        move=move,
    )


@cache
def read_once(name: str) -> Any:
    """One of the sample's resources as TOML gives it, to be read and never changed."""
    return read_file(f"sample/{name}")


def standard_refs(codes: Iterable[str]) -> tuple[str, ...]:
    """ "hcpc_sop:10" as an activity keeps it, with the edition that is in force."""
    catalogue = load_catalogue()
    refs = []
    for code in codes:
        name, number = code.split(":")
        framework = catalogue.framework(name)
        assert framework is not None, name
        refs.append(f"{framework.code}@{framework.edition}:{number}")
    return tuple(refs)


def _activities(entries: Iterable[dict[str, Any]], move: Move) -> tuple[SampleActivity, ...]:
    return tuple(sorted((_activity(entry, move) for entry in entries), key=_day))


def _day(activity: SampleActivity) -> date:
    return activity.day


def _activity(entry: dict[str, Any], move: Move) -> SampleActivity:
    day = move.working(entry["date"])
    fields: dict[str, FieldValue] = {name: value for name, value in entry.items() if name not in _APART}
    fields["date"] = day
    if "end_date" in entry:
        fields["end_date"] = day + (entry["end_date"] - entry["date"])
    if "expires" in entry:
        fields["expires"] = move.plain(entry["expires"])
    if "category" in entry:
        fields["category"] = Category(entry["category"])
    return SampleActivity(
        day=day,
        fields=fields,
        key=entry.get("key", entry["title"]),
        companions=tuple(entry.get("with", ())),
        tags=tuple(entry.get("tags", ())),
        standards=standard_refs(entry.get("standards", ())),
        reflections=entry.get("reflections", {}),
        first=entry.get("first", {}),
    )


def _posts(entries: list[dict[str, Any]], move: Move) -> tuple[SamplePost, ...]:
    starts = [move.plain(entry["start"]).replace(day=1) for entry in entries]
    ends = [start - _DAY for start in starts[1:]]
    return tuple(
        SamplePost(entry["title"], entry["employer"], start, end)
        for entry, start, end in zip(entries, starts, [*ends, None], strict=True)
    )


def _gap_reason(entry: dict[str, Any], move: Move) -> GapReason:
    start, end = move.plain(entry["start"]), move.plain(entry["end"])
    return GapReason("", "", start, end, entry["reason"], entry["note"])


def _evidence(entry: dict[str, Any]) -> SampleEvidence:
    return SampleEvidence(
        key=entry["key"],
        makes=entry["makes"],
        name=entry["name"],
        title=entry["title"],
        lines=tuple(entry["lines"]),
        caption=entry["caption"],
        activities=tuple(entry["activities"]),
        days_after=entry.get("days_after", 0),
        layer=Layer(entry["layer"]) if "layer" in entry else None,
    )


def _profile(content: dict[str, Any]) -> SampleProfile:
    return SampleProfile(
        chosen=tuple(content["chosen"]),
        numbers=content["numbers"],
        summary=content["texts"]["summary"].strip(),
        statement=content["texts"]["statement"].strip(),
        summary_days_before=content["summary_days_before"],
        statement_days_before=content["statement_days_before"],
    )
