"""Words that may point to a person: what is the user's own, and what she decided on. Nothing is ever blocked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from otcpd.catalogue.loading import load_identifier_rules
from otcpd.domain.changes import Changes
from otcpd.domain.identifier_rules import FoundIdentifier, IdentifierWords
from otcpd.domain.identifiers import IdentifierCheck
from otcpd.domain.plain_values import read_json, write_json
from otcpd.domain.pointed_words import PointedWords, TextKey, mark_of, pointed_words
from otcpd.record.decisions import decisions_key
from otcpd.record.gate import Step
from otcpd.record.record import Record
from otcpd.record.settings import setting_id


@cache
def identifier_check() -> IdentifierCheck:
    """The check by the rules of the catalogue. Making it takes tens of milliseconds, once."""
    return IdentifierCheck(load_identifier_rules())


def words_for(pointed: PointedWords) -> IdentifierWords:
    """How what was seen is told to a person."""
    return load_identifier_rules().words[pointed.kind]


def own_details(record: Record) -> tuple[str, ...]:
    """What gives no service user away: the person's own name and numbers, and how she, her employers, and the people
    she works and learns with are reached. Their names do: a profile is to name nobody."""
    owner = record.people.owner()
    texts = (
        owner.contact,
        *(one.name for one in record.people.employers()),
        *chain.from_iterable((one.registration, one.contact) for one in record.people.all()),
    )
    own = (owner.name, owner.registration, owner.audit_number)
    return (*filter(None, own), *_within(tuple(filter(None, texts))))


def decided(record: Record, key: TextKey) -> frozenset[str]:
    """The marks of what she said is fine in one text."""
    found = read_json(record.settings.get(decisions_key(key)) or "[]")
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()


class ToDecide(NamedTuple):
    """What in a text may point to a person: `left` was not said to be fine, `standing` are the marks of all of it."""

    left: tuple[PointedWords, ...]
    standing: frozenset[str]


NOTHING_TO_DECIDE = ToDecide((), frozenset())


def to_decide(record: Record, key: TextKey, seen: Iterable[FoundIdentifier]) -> ToDecide:
    """`seen` is what `IdentifierCheck.look` saw in the text of `key`."""
    found = pointed_words(identifier_check().settle(seen, own_details(record)), key)
    fine = decided(record, key)
    return ToDecide(
        tuple(one for one in found if one.mark not in fine),
        frozenset(one.mark for one in found),
    )


def say_fine(record: Record, key: TextKey, mark: str, standing: Collection[str] = ()) -> Changes:
    """Remembers that one wording in a text is fine. `standing` are the marks of all that stands in it now: decisions on
    words that have gone are given up."""
    # The label stands in the journal: it must not say the words.
    with record.step("Say that words are fine") as step:
        _keep(step, key, {mark, *(decided(record, key) & frozenset(standing))})
    return step.changes


def carry_decisions(record: Record, step: Step, key: TextKey, to: TextKey, text: str) -> None:
    """Within a step: what is fine in a text is fine when it stands elsewhere, in a text that is now `text`."""
    marks = decided(record, key)
    if not marks:
        return
    standing = pointed_words(identifier_check().find(text, own_details(record)), key)
    there = {mark_of(to, one.kind, one.text): one.mark in marks for one in standing}
    _keep(step, to, {mark for mark, fine in there.items() if fine} | (decided(record, to) & there.keys()))


def _keep(step: Step, key: TextKey, marks: Collection[str]) -> None:
    name = decisions_key(key)
    step.put("setting", setting_id(name), {"key": name, "value": write_json(sorted(marks))})


@lru_cache(maxsize=4)
def _within(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers and addresses inside longer details."""
    telling = [text for text in texts if any(sign.isdigit() or sign == "@" for sign in text)]
    return tuple(one.text for text in telling for one in identifier_check().find(text))
