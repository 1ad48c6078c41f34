"""Activities, evidence and people as JSON objects: the stable contract of docs/record-format.md."""

from __future__ import annotations

from datetime import date

from otcpd.domain.activity import Activity
from otcpd.domain.evidence import Evidence
from otcpd.domain.person import Person
from otcpd.record.ids import instant_text

ACTIVITY_FIELDS = (
    *("id", "date", "end_date", "title", "category", "type", "minutes", "protected_minutes", "mandatory", "expires"),
    *("description", "learning", "practice_impact", "service_user_benefit", "reflections", "notes_to_myself", "with"),
    *("post", "tags", "standards", "goals", "evidence", "status", "layers", "created", "modified"),
)
EVIDENCE_FIELDS = ("id", "caption", "name", "kind", "size", "sha256", "used_in", "layer")
PERSON_FIELDS = ("id", "name", "profession", "is_ot", "registration", "employer", "roles")


def activity_object(activity: Activity) -> dict[str, object]:
    """An activity as a JSON object, with the fields of ACTIVITY_FIELDS in their order."""
    values: dict[str, object] = {
        "id": activity.id,
        "date": activity.date.isoformat(),
        "end_date": _day(activity.end_date),
        "title": activity.title,
        "category": activity.category.value if activity.category else None,
        "type": activity.type,
        "minutes": activity.minutes,
        "protected_minutes": activity.protected_minutes,
        "mandatory": activity.mandatory,
        "expires": _day(activity.expires),
        "description": activity.description,
        "learning": activity.learning,
        "practice_impact": activity.practice_impact,
        "service_user_benefit": activity.service_user_benefit,
        "reflections": [{"model": one.model, "answers": dict(one.answers)} for one in activity.reflections],
        "notes_to_myself": activity.notes_to_myself,
        "with": [
            {"person": one.person, "name": one.name, "profession": one.profession, "employer": one.employer}
            for one in activity.companions
        ],
        "post": activity.post,
        "tags": list(activity.tags),
        "standards": list(activity.standards),
        "goals": list(activity.goals),
        "evidence": list(activity.evidence),
        "status": activity.status.value,
        "layers": {field: layer.value for field, layer in activity.layers.items()},
        "created": instant_text(activity.created),
        "modified": instant_text(activity.modified),
    }
    return {field: values[field] for field in ACTIVITY_FIELDS}


def evidence_object(evidence: Evidence) -> dict[str, object]:
    """A piece of evidence as a JSON object, with the fields of EVIDENCE_FIELDS in their order."""
    values: dict[str, object] = {
        "id": evidence.id,
        "caption": evidence.caption,
        "name": evidence.name,
        "kind": evidence.kind.value,
        "size": evidence.size,
        "sha256": evidence.sha256,
        "used_in": list(evidence.used_in),
        "layer": evidence.layer.value,
    }
    return {field: values[field] for field in EVIDENCE_FIELDS}


def person_object(person: Person, employer: str) -> dict[str, object]:
    """Somebody the owner knows, with the fields of PERSON_FIELDS; `employer` is the organisation's name, empty when
    unknown."""
    values: dict[str, object] = {
        "id": person.id,
        "name": person.name,
        "profession": person.profession,
        "is_ot": person.is_ot,
        "registration": person.registration,
        "employer": employer,
        "roles": [role.value for role in person.roles],
    }
    return {field: values[field] for field in PERSON_FIELDS}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
