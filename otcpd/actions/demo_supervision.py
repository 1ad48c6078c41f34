"""Supervision in the sample: who meets whom, and two years of sessions, each at the moment at which it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from otcpd.actions import people as persons
from otcpd.actions.demo_content import read_once
from otcpd.actions.demo_days import Move
from otcpd.actions.demo_making import Making
from otcpd.actions.supervision import agenda, agreements, sessions
from otcpd.catalogue import load_catalogue
from otcpd.domain.person import PersonRole
from otcpd.domain.supervision import TERMS_TEXTS, ActionState, AgreementKind, MissedBy, Mode, SessionState

Event = tuple[datetime, Callable[[], object]]

_DAY = timedelta(days=1)
_PREPARED = 7
"""So many days before a session it is planned and its topics are written down."""
_BOTH = ("supervisee", "supervisor")
_NOTES = ("normative", "formative", "restorative", "cases", "wellbeing", "notes_to_myself")


def supervision_events(making: Making, move: Move) -> Iterator[Event]:
    """All that happens about supervision. People are there once `making` has begun."""
    return _Supervision(making, move).events()


class _Supervision:
    """Agreements and sessions of a sample."""

    def __init__(self, making: Making, move: Move) -> None:
        self._record = making.record
        self._people = making.people
        self._activities = making.activities
        self._move = move
        self._content = move.told(read_once("supervision"))
        self._made: dict[str, str] = {}
        self._sessions: dict[tuple[str, date], str] = {}
        self._actions: dict[tuple[str, date, int], str] = {}

    def events(self) -> Iterator[Event]:
        """All that happens, each agreement by itself."""
        first = min(one["terms"]["start"] for one in self._content["agreements"])
        yield self._moment(first, 9), self._tell_of_people
        for agreement in self._content["agreements"]:
            yield self._moment(agreement["terms"]["start"], 12), partial(self._agree, agreement)
            if "changed" in agreement:
                yield self._moment(agreement["changed"]["agreed_on"], 12), partial(self._change_terms, agreement)
            told = {one["date"]: one for one in agreement.get("told", ())}
            for place, day in enumerate(agreement["held"]):
                yield from self._held(agreement, day, told.get(day) or _in_turn(agreement, place))
            for day in agreement["planned"]:
                yield self._moment(agreement["held"][-1], 18), partial(self._plan, agreement, day, told.get(day, {}))
            yield from self._fallen_through(agreement)

    def _tell_of_people(self) -> None:
        for one in self._content["people"]:
            person = self._people[one["name"]]
            persons.say_whether_ot(self._record, person, one["is_ot"])
            persons.set_roles(self._record, person, [PersonRole(role) for role in one["roles"]])
            for field in ("registration", "contact"):
                if field in one:
                    persons.edit_person(self._record, person, field, one[field])

    def _agree(self, agreement: dict[str, Any]) -> None:
        template = load_catalogue().supervision.templates[agreement["kind"]]
        terms = agreement["terms"]
        fields: dict[str, Any] = {code: entry.text for code, entry in template.texts.items()}
        fields |= {name: value for name, value in terms.items() if name not in ("agreed_on", "mode")}
        fields |= {"mode": Mode(terms["mode"]), "weeks_from": terms.get("weeks_from")}
        fields |= {"start": self._move.plain(terms["start"]), "review_on": self._move.plain(terms["review_on"])}
        made = agreements.new_agreement(
            self._record,
            AgreementKind(agreement["kind"]),
            supervisor=self._people.get(agreement.get("supervisor", "")),
            supervisor_is_ot=agreement["supervisor_is_ot"],
            name=agreement.get("name", ""),
            members=[self._people[name] for name in agreement.get("members", ())],
            terms=fields,
        ).created[0]
        self._made[agreement["key"]] = made
        newest = self._record.agreements.get(made).newest
        agreements.agree_to_terms(self._record, made, newest.id, self._move.plain(terms["agreed_on"]))

    def _change_terms(self, agreement: dict[str, Any]) -> None:
        record, made, changed = self._record, self._made[agreement["key"]], agreement["changed"]
        agreements.change_terms(record, made, self._move.plain(changed["start"]))
        newest = record.agreements.get(made).newest
        for field in TERMS_TEXTS:
            if field in changed:
                agreements.edit_terms(record, made, newest.id, field, changed[field])
        agreements.edit_terms(record, made, newest.id, "review_on", self._move.plain(changed["review_on"]))
        agreements.agree_to_terms(record, made, newest.id, self._move.plain(changed["agreed_on"]))

    def _held(self, agreement: dict[str, Any], day: date, told: dict[str, Any]) -> Iterator[Event]:
        moved = {one["to"] for one in agreement.get("moved", ())}
        if day not in moved:
            yield self._moment(day - _PREPARED * _DAY, 17), partial(self._plan, agreement, day, told)
        yield self._moment(day, 17), partial(self._record_it, agreement, day, told)
        for place, action in enumerate(told.get("actions", ())):
            if "closed" in action:
                yield self._moment(action["closed"], 16), partial(self._close, agreement, day, place, action["closed"])

    def _plan(self, agreement: dict[str, Any], day: date, told: dict[str, Any]) -> None:
        record = self._record
        fields = {"start": agreement["start_time"], "notes_to_myself": told.get("notes_to_myself", "")}
        for key in told.get("bring", ()):
            if key in self._activities:
                sessions.bring_to_supervision(record, self._activities[key], True)
        with record.step("New session") as step:
            made = sessions.add_session(
                record, step, self._move.plain(day), agreement=self._made[agreement["key"]], fields=fields
            )
            for topic in told.get("topics", ()):
                agenda.put_line(record, step, "session_topic", made, topic)
        self._sessions[agreement["key"], day] = made

    def _record_it(self, agreement: dict[str, Any], day: date, told: dict[str, Any]) -> None:
        """All that was written during a session is one step: the sample is made often, and each step costs."""
        record, made = self._record, self._sessions[agreement["key"], day]
        topics = record.sessions.get(made).topics
        with record.step("Record the session") as step:
            sessions.become(step, made, SessionState.HELD)
            for topic in topics:
                step.set("session_topic", topic.id, "discussed_in", made)
            for field in _NOTES:
                if told.get(field):
                    step.set("supervision_session", made, field, told[field])
            for decision in told.get("decisions", ()):
                agenda.put_line(record, step, "session_decision", made, decision)
            for place, action in enumerate(told.get("actions", ())):
                more = {"who": self._people[action["who"]], "due": self._move.plain(action["due"]).isoformat()}
                line = agenda.put_line(record, step, "session_action", made, action["text"], **more)
                self._actions[agreement["key"], day, place] = line
            kept = agreement["terms"].get("protected_supervisee", False)
            step.set("supervision_session", made, "protected_kept", int(kept))
            for side in ("supervisee",) * bool(told.get("agreed_mine")) + _BOTH * bool(told.get("agreed")):
                step.set("supervision_session", made, f"agreed_{side}", self._move.plain(day).isoformat())
        for key in told.get("activities", ()):
            if key in self._activities:
                sessions.link_activity(record, made, self._activities[key])

    def _close(self, agreement: dict[str, Any], day: date, place: int, closed: date) -> None:
        action = self._actions[agreement["key"], day, place]
        agenda.close_action(self._record, action, ActionState.DONE, self._move.plain(closed))

    def _fallen_through(self, agreement: dict[str, Any]) -> Iterator[Event]:
        for one in agreement.get("missed", ()):
            yield self._moment(one["date"] - _PREPARED * _DAY, 17), partial(self._plan, agreement, one["date"], {})
            yield self._moment(one["date"], 17), partial(self._miss, agreement, one)
        for one in agreement.get("moved", ()):
            yield self._moment(one["date"] - _PREPARED * _DAY, 17), partial(self._plan, agreement, one["date"], {})
            yield self._moment(one["date"] - _DAY, 17), partial(self._move_it, agreement, one)

    def _miss(self, agreement: dict[str, Any], one: dict[str, Any]) -> None:
        made = self._sessions[agreement["key"], one["date"]]
        kept = one.get("protected_kept")
        sessions.miss_session(self._record, made, MissedBy(one["missed_by"]), one["reason"], protected_kept=kept)

    def _move_it(self, agreement: dict[str, Any], one: dict[str, Any]) -> None:
        made = self._sessions[agreement["key"], one["date"]]
        to, start = self._move.plain(one["to"]), agreement["start_time"]
        moved = sessions.move_session(self._record, made, to, start, one["reason"])
        self._sessions[agreement["key"], one["to"]] = moved.created[0]

    def _moment(self, day: date, hour: int) -> datetime:
        return datetime.combine(self._move.plain(day), time(hour), UTC)


def _in_turn(agreement: dict[str, Any], place: int) -> dict[str, Any]:
    """What the sessions that nobody tells of take from the lists of their agreement."""
    day = agreement["held"][place]
    topics = agreement["topics"]
    told: dict[str, Any] = {
        name: agreement[name][place % len(agreement[name])] for name in ("normative", "formative", "restorative")
    }
    told["topics"] = [topics[place % len(topics)], topics[(place + 2) % len(topics)]]
    if place % 2 == 0:
        told["decisions"] = [agreement["decisions"][place // 2 % len(agreement["decisions"])]]
    action = agreement["actions"][place % len(agreement["actions"])]
    told["actions"] = [
        {
            "text": action["text"],
            "who": action["who"],
            "due": day + action["days"] * _DAY,
            "closed": day + action["after"] * _DAY,
        }
    ]
    told["agreed"] = True
    return told
