"""Supervision agreements: made, changed, agreed to, ended, renewed. Every version stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from otcpd.actions.days import check_reach
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import TERMS_TEXTS, Agreement, AgreementKind, Mode, SessionState, Terms
from otcpd.record.gate import Step
from otcpd.record.record import Record

_AGREEMENT: Mapping[str, Reader] = {
    "kind": values.one_of(AgreementKind),
    "supervisee": values.person,
    "supervisor": values.maybe_person,
    "supervisor_is_ot": values.switch,
    "name": values.text,
    "ends": values.maybe_day,
    "end_reason": values.text,
}
_TERMS: Mapping[str, Reader] = {
    "start": values.day,
    "every_weeks": values.weeks,
    "weeks_from": values.maybe_weeks,
    "minutes": values.minutes,
    "mode": values.one_of(Mode),
    "protected_supervisee": values.switch,
    "protected_supervisor": values.switch,
    "review_on": values.maybe_day,
    "agreed_on": values.maybe_day,
    **dict.fromkeys(TERMS_TEXTS, values.text),
}


def new_agreement(
    record: Record,
    kind: AgreementKind,
    *,
    supervisee: str | None = None,
    supervisor: str | None = None,
    supervisor_is_ot: bool = False,
    name: str = "",
    members: Iterable[str] = (),
    terms: Mapping[str, FieldValue] | None = None,
    renews: str | None = None,
) -> Changes:
    """Makes an agreement; the owner is the supervisee unless somebody else is named. `terms` may hold any of its
    fields, such as the wording of a template; without a `start` it begins today. How often and how long is that of the
    template of its kind unless it is given.

    Raises NotAcceptable for people or values that cannot be, and where nobody of it is the owner.
    """
    supervisee = supervisee or record.owner
    if supervisee == supervisor:
        raise _same_person()
    if record.owner not in (supervisee, supervisor):
        raise NotAcceptable("You are not in this agreement.", "Nothing was changed.", "Choose yourself for one side.")
    template = load_catalogue().supervision.templates[kind]
    fields: dict[str, FieldValue] = {
        "kind": kind,
        "supervisee": supervisee,
        "supervisor": supervisor,
        "supervisor_is_ot": supervisor_is_ot,
        "name": name,
    }
    first: dict[str, FieldValue] = {
        "start": record.clock.today(),
        "every_weeks": template.every_weeks,
        "weeks_from": template.weeks_from,
        "minutes": template.minutes,
        "mode": Mode.IN_PERSON,
        **(terms or {}),
    }
    _check_weeks(first["weeks_from"], first["every_weeks"])
    row = {name: values.stored(record, _AGREEMENT, name, value, "An agreement") for name, value in fields.items()}
    terms_row = _stored_terms(record, first)
    people = [values.person(record, one) for one in members]
    with record.step("New agreement") as step:
        made = step.insert("agreement", {**row, "renews": renews, "created": step.at, "modified": step.at})
        step.insert("agreement_terms", {**terms_row, "agreement": made})
        for person in people:
            step.link("agreement_member", {"agreement": made, "person": person})
    return step.changes


def edit_agreement(record: Record, agreement: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field that all its versions share. Raises NotAcceptable for what cannot be."""
    current = record.agreements.get(agreement)
    stored = values.stored(record, _AGREEMENT, field, value, "An agreement")
    if field in ("supervisee", "supervisor"):
        other = current.supervisor if field == "supervisee" else current.supervisee
        if stored == other:
            raise _same_person()
    if field == "ends" and isinstance(value, date):
        _check_end(current, value)
    with record.step("Edit agreement", typing=typing) as step:
        step.set("agreement", agreement, field, stored)
    return step.changes


def edit_terms(
    record: Record, agreement: str, terms: str, field: str, value: FieldValue, *, typing: bool = False
) -> Changes:
    """Sets one field of one version. Raises NotAcceptable for what cannot be, and for a version that both have agreed
    to: that one is changed by `change_terms`."""
    current = _terms_of(record.agreements.get(agreement), terms)
    if current.agreed_on is not None and field != "agreed_on":
        raise NotAcceptable(
            f"These terms were agreed on {long_day(current.agreed_on)}.",
            "Nothing was changed.",
            "Choose ‘Change the terms’ to make new ones from a day on.",
        )
    stored = values.stored(record, _TERMS, field, value, "An agreement")
    if field == "every_weeks":
        _check_weeks(current.weeks_from, value)
    elif field == "weeks_from":
        _check_weeks(value, current.every_weeks)
    elif field == "start":
        _check_start(record.agreements.get(agreement), terms, value)
    with record.step("Edit agreement", typing=typing and field in TERMS_TEXTS) as step:
        step.set("agreement_terms", terms, field, stored)
    return step.changes


def set_often(record: Record, agreement: str, terms: str, weeks_from: int | None, every_weeks: int) -> Changes:
    """Sets how often, "every 4 to 6 weeks", in one step. Raises NotAcceptable as `edit_terms` does."""
    current = _terms_of(record.agreements.get(agreement), terms)
    if current.agreed_on is not None:
        edit_terms(record, agreement, terms, "every_weeks", every_weeks)
    _check_weeks(weeks_from, every_weeks)
    with record.step("Edit agreement") as step:
        step.set("agreement_terms", terms, "every_weeks", values.weeks(record, every_weeks))
        step.set("agreement_terms", terms, "weeks_from", values.maybe_weeks(record, weeks_from))
    return step.changes


def agree_to_terms(record: Record, agreement: str, terms: str, day: date | None) -> Changes:
    """Notes the day on which both agreed to (signed) a version; None takes that back."""
    _terms_of(record.agreements.get(agreement), terms)
    label = "Agree to the terms" if day else "Take the agreeing back"
    with record.step(label) as step:
        step.set("agreement_terms", terms, "agreed_on", values.maybe_day(record, day))
    return step.changes


def change_terms(record: Record, agreement: str, start: date) -> Changes:
    """Makes new terms that hold from `start` on and begin as those before them; the earlier ones stay as they are.

    Raises NotAcceptable for a day not after the newest terms began, or after the agreement's end.
    """
    current = record.agreements.get(agreement)
    _check_follows(current, start)
    with record.step("Change the terms") as step:
        _copy_terms(step, agreement, current.newest, start)
    return step.changes


def remove_terms(record: Record, agreement: str, terms: str) -> Changes:
    """Takes a version away, as one made by mistake. Raises NotAcceptable for the only one."""
    current = record.agreements.get(agreement)
    _terms_of(current, terms)
    if len(current.terms) == 1:
        raise NotAcceptable("These are the only terms.", "Nothing was changed.", "Delete the whole agreement instead.")
    with record.step("Remove the terms") as step:
        step.remove("agreement_terms", terms)
    return step.changes


def end_agreement(record: Record, agreement: str, day: date, reason: str = "") -> Changes:
    """Ends an agreement; `day` is its last day. Its sessions and versions stay."""
    current = record.agreements.get(agreement)
    _check_end(current, day)
    with record.step("End the agreement") as step:
        step.set("agreement", agreement, "ends", values.day(record, day))
        step.set("agreement", agreement, "end_reason", reason.strip())
    return step.changes


def go_on(record: Record, agreement: str) -> Changes:
    """Takes the end of an agreement back."""
    record.agreements.get(agreement)
    with record.step("Go on with the agreement") as step:
        step.set("agreement", agreement, "ends", None)
        step.set("agreement", agreement, "end_reason", "")
    return step.changes


def renew_agreement(record: Record, agreement: str, start: date) -> Changes:
    """Makes an agreement that takes the place of one and begins with its terms, not agreed to yet.

    The old one ends the day before, unless it has ended already, and sessions planned from `start` on become those of
    the new one. Raises NotAcceptable for a day before it can begin, and for one that was renewed already.
    """
    current = record.agreements.get(agreement)
    for other in record.agreements.all():
        if other.renews == agreement:
            raise NotAcceptable(
                f"This agreement was renewed from {long_day(other.starts)} on.",
                "Nothing was changed.",
                "Renew the one that took its place.",
            )
    _check_follows(current, start, ended=True)
    row = {
        "kind": current.kind,
        "supervisee": current.supervisee,
        "supervisor": current.supervisor,
        "supervisor_is_ot": current.supervisor_is_ot,
        "name": current.name,
        "renews": current.id,
    }
    sessions = record.sessions.of_agreement(agreement)
    planned = [one.id for one in sessions if one.state is SessionState.PLANNED and one.day >= start]
    with record.step("Renew the agreement") as step:
        if current.ends is None or current.ends >= start:
            step.set("agreement", agreement, "ends", date.fromordinal(start.toordinal() - 1).isoformat())
        made = step.insert("agreement", {**row, "created": step.at, "modified": step.at})
        _copy_terms(step, made, current.newest, start)
        for person in current.members:
            step.link("agreement_member", {"agreement": made, "person": person})
        for session in planned:
            step.set("supervision_session", session, "agreement", made)
    return step.changes


def set_members(record: Record, agreement: str, people: Iterable[str]) -> Changes:
    """Makes these the members of a group. Raises NotAcceptable for somebody who is not in the file."""
    current = set(record.agreements.get(agreement).members)
    wanted = {values.person(record, person) for person in people}
    with record.step("Edit the group") as step:
        for person in sorted(current - wanted):
            step.unlink("agreement_member", {"agreement": agreement, "person": person})
        for person in sorted(wanted - current):
            step.link("agreement_member", {"agreement": agreement, "person": person})
    return step.changes


def delete_agreement(record: Record, agreement: str) -> Changes:
    """Puts an agreement into the bin. Its sessions stay."""
    record.agreements.get(agreement)
    with record.step("Delete agreement") as step:
        step.remove("agreement", agreement)
    return step.changes


def _stored_terms(record: Record, terms: Mapping[str, FieldValue]) -> dict[str, str | int | None]:
    return {name: values.stored(record, _TERMS, name, value, "An agreement") for name, value in terms.items()}


def _copy_terms(step: Step, agreement: str, terms: Terms, start: date) -> str:
    copied = {name: getattr(terms, name) for name in _TERMS if name not in ("start", "agreed_on", "review_on")}
    if terms.review_on is not None and terms.review_on > start:
        copied["review_on"] = terms.review_on.isoformat()
    return step.insert("agreement_terms", {**copied, "agreement": agreement, "start": start.isoformat()})


def _terms_of(agreement: Agreement, terms: str) -> Terms:
    for one in agreement.terms:
        if one.id == terms:
            return one
    raise NotAcceptable("These terms are not in the agreement any more.", "Nothing was changed.")


def _check_weeks(weeks_from: FieldValue, every_weeks: FieldValue) -> None:
    if isinstance(weeks_from, int) and isinstance(every_weeks, int) and weeks_from > every_weeks:
        raise NotAcceptable(
            f"‘Every {weeks_from} to {every_weeks} weeks’ goes backwards.",
            "Nothing was changed.",
            "Give the smaller number first.",
        )


def _check_start(agreement: Agreement, terms: str, value: FieldValue) -> None:
    if isinstance(value, date) and any(one.start == value and one.id != terms for one in agreement.terms):
        raise NotAcceptable(
            f"Other terms begin on {long_day(value)} already.", "Nothing was changed.", "Pick another day."
        )
    if isinstance(value, date) and agreement.ends is not None and value > agreement.ends:
        raise _after_end(agreement.ends)


def _check_follows(agreement: Agreement, start: date, *, ended: bool = False) -> None:
    check_reach(start)
    if start <= agreement.newest.start:
        raise NotAcceptable(
            f"The present terms began on {long_day(agreement.newest.start)}.",
            "Nothing was changed.",
            "Pick a day after that.",
        )
    if agreement.ends is not None and start > agreement.ends and not ended:
        raise _after_end(agreement.ends)


def _check_end(agreement: Agreement, day: date) -> None:
    if day < agreement.starts:
        raise NotAcceptable(
            f"The agreement began on {long_day(agreement.starts)}.", "Nothing was changed.", "Pick a later day."
        )


def _after_end(end: date) -> NotAcceptable:
    return NotAcceptable(f"The agreement ended on {long_day(end)}.", "Nothing was changed.", "Renew it instead.")


def _same_person() -> NotAcceptable:
    return NotAcceptable("Nobody can supervise themselves.", "Nothing was changed.", "Choose two people.")
