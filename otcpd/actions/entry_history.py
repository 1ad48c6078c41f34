"""The history of an entry: what was changed when, and bringing an earlier value back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from otcpd.actions.history_words import FIELD_LABELS, IN_BIN, LONG, OFF, HistoryWords, Values, history_words
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import default_layer
from otcpd.record.gate import DELETED, NEW_ROW, Step, StepKind
from otcpd.record.history import Change
from otcpd.record.ids import read_instant
from otcpd.record.record import Record

_HOW = {
    StepKind.UNDO: "by undo or redo",
    StepKind.IMPORT: "by an import",
    StepKind.MERGE: "when two copies were brought together",
    StepKind.MIGRATE: "by an update of the app",
}
_FAR_ENDS = {
    "activity_tag": ("tag", "tag", "name"),
    "activity_companion": ("person", "person", "name"),
    "evidence_use": ("evidence", "evidence", "sha256"),
}
"""For links: the table of what is linked, the column that names it, and what erasing leaves empty there."""
_EMPTY: Mapping[str, str | int] = {
    **dict.fromkeys(("type", *LONG), ""),
    **dict.fromkeys(("protected_minutes", "mandatory", "finished", "bring"), 0),
}
"""What a field holds that says nothing, where that is not NULL."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of an entry, in words.

    `was` and `now` are empty for nothing; `long` texts are compared word by word. `how` says who made it
    if it was not the person herself. `within` is what the label of an answer begins with: the name of the model that
    asks. `erased` is when the value was erased for good. `stands` says that
    the entry says what it `was` now; `can_come_back` that `bring_back` has something to bring back.
    """

    id: str
    at: datetime
    label: str
    was: str
    now: str
    long: bool = False
    how: str = ""
    within: str = ""
    made: bool = False
    """The entry itself came into being."""
    erased: datetime | None = None
    stands: bool = False
    can_come_back: bool = False


@dataclass(frozen=True, slots=True)
class _Moment:
    """A change, or several of one step to one thing, with the row before and after.

    `field` is one of the activity's, or empty for a row that is one thing as a whole.
    """

    change: Change
    field: str
    before: Values
    after: Values


@dataclass(slots=True)
class _Story:
    """The journal of one entry, gone through from the start."""

    moments: dict[tuple[str, str, str], _Moment] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def tell(self, change: Change) -> None:
        """Take in the next change."""
        before = self.rows.get(change.row, {})
        after = json.loads(change.after) if change.field == NEW_ROW else {**before, change.field: change.after}
        self.rows[change.row] = after
        name = change.field if change.table == "activity" else ""
        key = (change.step, change.row, name)
        earlier = self.moments.pop(key, None)
        self.moments[key] = _Moment(change, name, earlier.before if earlier else before, after)


def entry_history(record: Record, activity: str) -> tuple[HistoryLine, ...]:
    """Every change of an activity and what hangs on it, the newest first.

    Raises NotAcceptable for an id that is none.
    """
    record.activities.get(activity)
    words = history_words(record)
    story = _told(record, activity, words)
    erasures = _erasures(story, activity)
    lines = [_line(moment, story, words, erasures) for moment in story.moments.values()]
    return tuple(line for line in reversed(lines) if line.made or line.erased or line.was != line.now)


def bring_back(record: Record, activity: str, line: str) -> Changes:
    """Restores what stood there before the change with this id, as a new step.

    Raises NotAcceptable for what was erased, for an unknown id, for a change that has nothing to bring back, and for
    a value that no longer fits.
    """
    words = history_words(record)
    story = _told(record, activity, words)
    moment = next((one for one in story.moments.values() if _line_id(one) == line), None)
    if moment is None or (moment.change.table == "activity" and not moment.field):
        raise NotAcceptable("This change is not in the history of the activity.", "Nothing was changed.")
    label = words.label(moment.change.table, moment.field, moment.after)
    if moment.change.erased:
        raise NotAcceptable("This was erased for good and cannot come back.", "Nothing was changed.")
    if not _line(moment, story, words, {}).can_come_back:
        raise NotAcceptable("There is nothing to bring back here.", "Nothing was changed.")
    _check(record, activity, moment)
    with record.step(f"Bring back {label[:1].lower()}{label[1:]}") as step:
        _put(step, moment)
    return step.changes


def _told(record: Record, activity: str, words: HistoryWords) -> _Story:
    story = _Story()
    for change in record.history.of_activity(activity):
        if change.table == "reflection_answer" and change.field == NEW_ROW:
            words.names.answer(json.loads(change.after))
        story.tell(change)
    return story


def _line_id(moment: _Moment) -> str:
    return f"{moment.change.id}/{moment.field}"


def _line(
    moment: _Moment, story: _Story, words: HistoryWords, erasures: Mapping[tuple[str, str], datetime]
) -> HistoryLine:
    change, table = moment.change, moment.change.table
    line = HistoryLine(_line_id(moment), change.at, "", "", "", how=_HOW.get(StepKind(change.kind), ""))
    line = replace(line, within=words.names.models.get(change.row, ""))
    if table == "activity" and not moment.field:
        return replace(line, label="Activity added", now=_first_words(moment.after, words), made=True)
    label = words.label(table, moment.field, moment.after)
    if change.erased:
        gone = erasures.get((change.row, moment.field or "text")) or erasures.get((change.row, "")) or change.at
        return replace(line, label=label, erased=gone)
    was, now = (_words(words, moment, values) for values in (moment.before, moment.after))
    stands = _words(words, moment, story.rows[change.row]) == was
    said = (
        bool(was) and was not in (OFF, IN_BIN) and (table, was) != ("portfolio_activity", "No") and table != "erasure"
    )
    long = moment.field in LONG or table == "reflection_answer"
    return replace(
        line, label=label, was=was, now=now, long=long, stands=stands and said, can_come_back=said and not stands
    )


def _words(words: HistoryWords, moment: _Moment, values: Values) -> str:
    said = words.words(moment.change.table, moment.field, values)
    return words.usual_reader(moment.after) if moment.change.table == "layer" and not said else said


def _first_words(values: Values, words: HistoryWords) -> str:
    """What a new activity said, a line for each field that said something."""
    said = ((label, words.words("activity", name, values)) for name, label in FIELD_LABELS.items())
    return "\n".join(f"{label}: {text}" for label, text in said if text and text not in ("No", "In your log"))


def _erasures(story: _Story, activity: str) -> dict[tuple[str, str], datetime]:
    """When texts were erased for good, by row and field; an activity takes its answers with it."""
    found: dict[tuple[str, str], datetime] = {}
    for values in story.rows.values():
        if "reason" in values and "tbl" in values:
            found[(values["row"], values["field"])] = read_instant(values["at"])
    whole = found.get((activity, ""))
    if whole is not None:
        found |= {(row, ""): whole for row in story.rows}
    return found


def _check(record: Record, activity: str, moment: _Moment) -> None:
    """Whether the earlier value still fits; raises NotAcceptable if it does not."""
    table, before = moment.change.table, moment.before
    if table == "activity" and moment.field in ("date", "end_date"):
        current = record.activities.get(activity)
        days = {"date": current.date, "end_date": current.end_date}
        days[moment.field] = date.fromisoformat(before[moment.field]) if before.get(moment.field) else None
        if days["date"] is not None and days["end_date"] is not None:
            check_order(days["date"], days["end_date"])
    post = before.get("post") if table == "activity" and moment.field == "post" else None
    if post and post not in {one.id for one in record.people.posts()}:
        raise NotAcceptable(
            "That post is not in your CPD file any more.", "Nothing was changed.", "Put it back from the bin first."
        )
    if table in _FAR_ENDS:
        far, column, proof = _FAR_ENDS[table]
        left = record.reader.value(f'SELECT {proof} FROM "{far}" WHERE id = ?', (moment.after[column],))
        if not left:
            raise NotAcceptable("This was erased for good and cannot come back.", "Nothing was changed.")


def _put(step: Step, moment: _Moment) -> None:
    table, row, before = moment.change.table, moment.change.row, moment.before
    if table == "activity":
        step.set(table, row, moment.field, before.get(moment.field, _EMPTY.get(moment.field)))
        return
    if table == "layer":
        chosen = before.get("layer") or default_layer(moment.after["tbl"], moment.after["field"])
        step.put(table, row, {"layer": chosen})
        return
    if table == "reflection_answer":
        step.put("reflection", moment.after["reflection"], {})
        step.put(table, row, {"text": before.get("text", "")})
        return
    if not before or before.get(DELETED) is not None:
        step.remove(table, row)
        return
    step.set(table, row, DELETED, None)
    if table in _FAR_ENDS:
        far, column, _proof = _FAR_ENDS[table]
        step.set(far, moment.after[column], DELETED, None)
