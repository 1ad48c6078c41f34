"""Settings: the person's own types of activity, and her tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from otcpd.actions.own_types import (
    OwnType,
    add_type,
    delete_type,
    free_type_name,
    own_types,
    rename_type,
    set_type_category,
)
from otcpd.actions.tags import delete_tag, rename_tag, tag_uses
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.words import tally
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.things_card import ThingsCard
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField, one_line

NO_CATEGORY = "none"


class TypesSection(SettingsSection):
    """Two lists, each with what is chosen below it."""

    HEARS = frozenset({"own_type", "tag", "activity"})

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        self.types = TypesCard(desk)
        self.tags = TagsCard(desk)
        for card in (self.types, self.tags):
            self.column.addWidget(card)

    def refresh(self) -> None:
        self.types.refresh()
        self.tags.refresh()

    def leave(self) -> None:
        self.types.commit()
        self.tags.commit()

    def show_thing(self, rest: str) -> None:
        if rest == "tags":
            self.tags.list.setFocus()
        elif rest == "new" and not self.desk.session.read_only:
            self.types.new.setFocus()


class TypesCard(ThingsCard):
    """Types of one's own, beside those of HCPC's list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Your own types",
            "You have none so far. HCPC’s examples are on the list of types already; add what your work has besides.",
            parent,
        )
        self.name = SavedField(desk.theme, self._read_name, missing=NO_NAME)
        self.category = ComboBox(desk.theme, _categories())
        self.add_field("Name", self.name, help_text="A new name is given to the activities that have this type.")
        self.add_field("Category", self.category, help_text="Activities that have this type already stay as they are.")
        self.add_ways(self.delete_button("Delete this type"))
        self.add_new_line("New type", "Add the type", "Home visit debrief")
        self.name.committed.connect(self._on_name)
        self.category.chosen.connect(self._on_category)

    def read(self) -> Sequence[Row]:
        return [_row(one) for one in own_types(self._desk.session.record)]

    def show_form(self, key: str, *, other: bool) -> None:
        shown = dict(self._desk.session.record.activities.own_types())
        if (other or self.name.value() != key) and not self.keeps_name(key):
            self.name.set_value(key)
        self.category.set_value(shown[key] or NO_CATEGORY)

    def check_new(self, name: str) -> None:
        free_type_name(self._desk.session.record, name)

    def make(self, name: str) -> Changes | None:
        return self._desk.session.act(add_type, name)

    def remove(self, key: str) -> Changes | None:
        return self._desk.session.act(delete_type, key)

    def _read_name(self, text: str) -> str:
        name = one_line(text)
        return name if name.casefold() == self.key.casefold() else free_type_name(self._desk.session.record, name)

    def _on_name(self, name: str | None) -> None:
        if name is not None and name != self.key:
            self.rename(self.name, name, name, rename_type, self.key, name)

    def _on_category(self, code: str) -> None:
        category = None if code == NO_CATEGORY else Category(code)
        self._desk.session.act(set_type_category, self.key, category)


class TagsCard(ThingsCard):
    """Every tag in use."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Tags", "No activity has a tag so far. Tags are added to an activity.", parent)
        self.name = SavedField(desk.theme, one_line, missing=NO_NAME)
        self.add_field(
            "Tag",
            self.name,
            help_text="A new name is given everywhere. With the name of another tag, the two become one.",
        )
        self.add_ways(self.delete_button("Delete this tag"))
        self.name.committed.connect(self._on_name)

    def read(self) -> Sequence[Row]:
        uses = tag_uses(self._desk.session.record)
        return [Row(name, name, tally(count, "activity", "activities")) for name, count in uses.items()]

    def show_form(self, key: str, *, other: bool) -> None:
        if (other or self.name.value() != key) and not self.keeps_name(key):
            self.name.set_value(key)

    def remove(self, key: str) -> Changes | None:
        return self._desk.session.act(delete_tag, key)

    def _on_name(self, name: str | None) -> None:
        if name is not None and name != self.key:
            self.rename(self.name, name, name.lower(), rename_tag, self.key, name)


def _row(one: OwnType) -> Row:
    category = load_catalogue().category_label(one.category) or "No category"
    return Row(one.name, one.name, f"{category}, {tally(one.uses, 'activity', 'activities')}")


def _categories() -> list[tuple[str, str]]:
    entries = load_catalogue().categories.values()
    return [(NO_CATEGORY, "No category"), *((entry.code.value, entry.long) for entry in entries)]
