"""Tags, types and people that stand in templates and saved filters."""

from __future__ import annotations

import json

import pytest

from otcpd.actions import quick_note, templates
from otcpd.actions.activities import new_activity, set_tags, tag_id
from otcpd.actions.own_types import add_type, delete_type, rename_type
from otcpd.actions.people import add_person, edit_person
from otcpd.actions.saved_filters import delete_filter, rename_filter, save_filter, saved_filters
from otcpd.actions.settings import change_setting
from otcpd.actions.tags import delete_tag, rename_tag
from otcpd.actions.undoing import undo
from otcpd.domain.log_filter import LogFilter
from otcpd.domain.quick_note import NoteDraft, Said
from otcpd.record.ids import text_id
from otcpd.record.record import Record
from otcpd.record.settings import LOG_FILTERS, OLD_DRAFT, TEMPLATES
from tests.record.support import sound

NAME = "Mòrag Quixworthy"


def template(record: Record, name: str, draft: NoteDraft) -> None:
    templates.save_template(record, name, quick_note.read_draft(record, draft))


def only(*tags: str, types: tuple[str, ...] = ()) -> LogFilter:
    return LogFilter(tags=frozenset(tags), types=frozenset(types))


@pytest.fixture
def tagged(record: Record) -> Record:
    """A file with a tag and an own type that an activity, a template and filters have."""
    add_type(record, "Kerb walk")
    activity = new_activity(record, title="Walk", type="Kerb walk").new_id
    set_tags(record, activity, ["fals"])
    template(record, "Walk", NoteDraft("Walk #fals", corrected=Said(kind=(None, "Kerb walk"))))
    save_filter(record, "One", only("fals"))
    save_filter(record, "Two", only("fals", "hoists"))
    save_filter(record, "Three", only(types=("Kerb walk", "course")))
    return record


def said(record: Record) -> Said:
    return templates.templates(record)[0].draft.usual


def filters(record: Record) -> dict[str, LogFilter | None]:
    return {one.name: one.only for one in saved_filters(record)}


def test_a_renamed_tag_is_renamed_in_templates_and_filters_in_the_same_step(tagged: Record) -> None:
    before = said(tagged), filters(tagged)
    rename_tag(tagged, "fals", "falls")
    assert said(tagged).tags == ("falls",)
    assert filters(tagged) == {"One": only("falls"), "Two": only("falls", "hoists"), "Three": before[1]["Three"]}
    undo(tagged)
    assert (said(tagged), filters(tagged)) == before
    assert sound(tagged)


def test_a_tag_that_becomes_another_stands_there_once(tagged: Record) -> None:
    rename_tag(tagged, "fals", "hoists")
    assert filters(tagged)["Two"] == only("hoists")
    assert json.loads(tagged.settings.get(LOG_FILTERS) or "")[1]["filter"]["tags"] == ["hoists"]


def test_a_deleted_tag_goes_and_no_filter_gets_wider(tagged: Record) -> None:
    before = filters(tagged)
    delete_tag(tagged, "fals")
    assert not said(tagged).tags
    assert filters(tagged) == {"Two": only("hoists"), "Three": before["Three"]}
    undo(tagged)
    assert filters(tagged) == before


def test_a_renamed_or_deleted_type_is_so_in_templates(tagged: Record) -> None:
    rename_type(tagged, "Kerb walk", "Pavement walk")
    assert said(tagged).kind == (None, "Pavement walk")
    assert filters(tagged)["Three"] == only(types=("Pavement walk", "course"))
    delete_type(tagged, "Pavement walk")
    assert said(tagged).kind == (None, "")
    assert filters(tagged)["Three"] == only(types=("Pavement walk", "course")), "activities keep the word"


def test_renaming_leaves_what_a_newer_version_wrote(tagged: Record) -> None:
    newer = [7, {"name": "X", "draft": {"usual": {"tags": ["fals", 3], "mood": ["fals"]}}, "draft2": "fals"}, {"a": 1}]
    change_setting(tagged, TEMPLATES, json.dumps(newer))
    rename_tag(tagged, "fals", "falls")
    newer[1] = {"name": "X", "draft": {"usual": {"tags": ["falls", 3], "mood": ["fals"]}}, "draft2": "fals"}
    assert json.loads(tagged.settings.get(TEMPLATES) or "") == newer


def left(record: Record) -> bool:
    paths = [one for one in record.path.parent.iterdir() if one.name.startswith(record.path.name)]
    data = b"".join(one.read_bytes() for one in paths).lower()
    return any(part in data for part in (b"quixworthy", "mòrag".encode(), b"m\\u00f2rag"))


def fill(record: Record) -> None:
    """Settings that name her, now and before, also as a newer version might."""
    change_setting(record, OLD_DRAFT, json.dumps({"text": f"Talk with {NAME}"}))
    usual = Said(companions=(NAME, "Iain Birch"), tags=(NAME.lower(), "falls"), kind=(None, f"Visit to {NAME}"))
    for name in (f"With {NAME}", NAME):
        template(record, name, NoteDraft(f"Supervision with {NAME}\nabout {NAME}'s work", corrected=usual))
    templates.rename_template(record, NAME, "Later")
    save_filter(record, NAME, only(NAME.lower(), "falls"))
    save_filter(record, "Just hers", only(NAME.lower()))
    save_filter(record, "Falls", only("falls", types=(f"Visit to {NAME}", "course")))
    rename_filter(record, NAME, "Soon gone")
    delete_filter(record, "Soon gone")
    newer = [{"name": NAME, "filter": {"with": [NAME, "x"]}, "note": f"for {NAME}"}]
    change_setting(record, LOG_FILTERS, json.dumps([*json.loads(record.settings.get(LOG_FILTERS) or ""), *newer]))


def test_an_erased_person_is_in_no_setting_of_now_or_before(record: Record) -> None:
    person = add_person(record, NAME).new_id
    fill(record)
    edit_person(record, person, "name", "Moira Larch")
    assert left(record)
    record.erase(person, None, "a name")
    assert not left(record)
    assert sound(record)
    assert [one.name for one in templates.templates(record)] == ["Later", "With"]
    usual = templates.templates(record)[0].draft.usual
    assert (usual.companions, usual.tags, usual.kind) == (("Iain Birch",), ("falls",), (None, "Visit to"))
    while undo(record):
        assert sound(record)
    assert not left(record)


def test_an_erased_tag_or_type_is_in_no_setting(record: Record) -> None:
    activity = new_activity(record, title="Walk").new_id
    set_tags(record, activity, [NAME])
    add_type(record, NAME)
    fill(record)
    record.erase(tag_id(NAME.lower()), None, "a name")
    before = [entry["filter"] for entry in json.loads(record.settings.get(LOG_FILTERS) or "") if "filter" in entry]
    assert before[0] == {"tags": ["falls"], "types": [f"Visit to {NAME}", "course"]}, "a type is another thing"
    record.erase(text_id("own_type", NAME), None, "a name")
    assert sound(record)
    assert [one.name for one in saved_filters(record)] == ["Falls", "No name"]


def test_a_filter_that_would_get_wider_goes_and_codes_stay(record: Record) -> None:
    activity = new_activity(record, title="Walk").new_id
    set_tags(record, activity, ["formal"])
    save_filter(record, "Course", LogFilter(categories=frozenset({"formal"})))
    save_filter(record, "Tagged", only("formal"))
    record.erase(tag_id("formal"), None, "a slip")
    assert filters(record) == {"Course": LogFilter(categories=frozenset({"formal"}))}
    assert sound(record)


def test_an_old_draft_in_the_file_goes_with_a_title_it_holds(record: Record) -> None:
    activity = new_activity(record, title=f"Visit to {NAME}").new_id
    change_setting(record, OLD_DRAFT, f"Visit to {NAME}")
    record.erase(activity, None, "a name")
    assert not left(record)
    assert sound(record)


def test_settings_that_nobody_can_read_go_whole_if_they_hold_the_name(record: Record) -> None:
    person = add_person(record, NAME).new_id
    for value in ("{" + NAME, json.dumps({"a": NAME}), "[" * 100_000 + NAME):
        change_setting(record, TEMPLATES, value)
    record.erase(person, None, "a name")
    assert record.settings.get(TEMPLATES) == ""
    assert not left(record)
    assert sound(record)
