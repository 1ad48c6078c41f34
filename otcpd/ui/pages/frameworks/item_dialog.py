"""One item of a framework: read, or edited where the framework is one's own, and what it is linked to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.framework_edit import link_items, unlink_items
from otcpd.actions.pathway.framework_items import edit_item, move_item, remove_item, retire_item
from otcpd.domain.changes import Changes
from otcpd.domain.framework import Framework, FrameworkItem, LinkKind
from otcpd.record.record import Record
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.frameworks import parsing, words
from otcpd.ui.pages.frameworks.form_dialog import FormDialog
from otcpd.ui.pages.frameworks.parents import parent_choices
from otcpd.ui.pages.item_chooser import ItemChooser
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST = 150


class ItemDialog(FormDialog):
    """What is edited saves itself. Show it with `open_once`."""

    moved = Signal(str)
    """The item has this code now, or another place."""

    def __init__(self, desk: Desk, framework: Framework, item: FrameworkItem, parent: QWidget) -> None:
        super().__init__(desk, item.label, "", parent)
        self._framework, self._item = framework, item
        self.own = framework.own and not desk.session.read_only
        self.chooser: Standing[PanelDialog] = Standing()
        self.set_sentence(f"{framework.name}, edition {framework.edition}")
        if self.own:
            self._build_fields()
        else:
            self._build_reading()
        self._build_links()
        self.show_form()
        self._fill()
        desk.session.changed.connect(self._on_changed)

    @property
    def item(self) -> FrameworkItem:
        """The item as it is now."""
        return self._item

    def done(self, result: int) -> None:
        if self.own:
            self.label.commit()
            self.code.commit()
            self.level.commit()
        self.desk.session.flush()
        super().done(result)

    # Building

    def _build_fields(self) -> None:
        theme, session = self.desk.theme, self.desk.session
        self.label = ParsedField(theme, parsing.read_name, parsing.shown)
        self.code = ParsedField(theme, parsing.read_code, parsing.shown)
        self.level = ParsedField(theme, parsing.read_level, str)
        self.below = ComboBox(theme)
        self.notes = LongText(theme)
        self._label = FieldBinding(session, self.label, words.ITEM)
        self._code = FieldBinding(session, self.code, words.CODE)
        self._level = FieldBinding(session, self.level, words.LEVEL)
        self._notes = TextBinding(session, self.notes, words.NOTES)
        row = RowOrColumn(theme, gap=14, below=14, at_top=True)
        row.add(FormField(theme, words.CODE, self.code, help_text=words.CODE_HELP), least=_LEAST, takes_rest=True)
        row.add(FormField(theme, words.LEVEL, self.level, optional=True), least=_LEAST)
        self.add(FormField(theme, words.ITEM, self.label))
        self.column.addLayout(row)
        self.add(FormField(theme, words.BELOW, self.below))
        self.add(FormField(theme, words.NOTES, self.notes, optional=True))
        self.up = Button(theme, words.UP, compact=True)
        self.down = Button(theme, words.DOWN, compact=True)
        self.retire = Button(theme, words.RETIRE, compact=True)
        self.remove = Button(theme, words.REMOVE, Kind.DELETE, compact=True)
        self.add_buttons(self.up, self.down, self.retire, self.remove)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.retire.clicked.connect(self._retire)
        self.remove.clicked.connect(self._remove)
        self.below.chosen.connect(self._place)

    def _build_reading(self) -> None:
        theme = self.desk.theme
        item = self._item
        above = self._framework.by_code.get(item.parent)
        facts = [f"Code {item.code}", item.type]
        facts.append("" if item.level is None else f"Level {item.level}")
        facts.append(f"In ‘{above.label}’" if above is not None else "")
        facts.append("Retired: it is offered no more, and stays readable" if item.retired else "")
        self.add(Label(theme, ". ".join(fact for fact in facts if fact) + ".", Role.WHY, "ink2", wrap=True))
        if item.notes:
            self.add(Label(theme, item.notes, Role.BODY, wrap=True))

    def _build_links(self) -> None:
        theme = self.desk.theme
        self.none = Label(theme, words.NO_LINKS, Role.WHY, "ink2", wrap=True)
        self.links = RowList(theme, words.MAPPED, most=5)
        self.kind = ComboBox(theme, list(words.LINKS.items()))
        self.kind.set_value(LinkKind.SAME)
        self.map = Button(theme, f"{words.MAP}…", compact=True)
        self.unmap = Button(theme, words.UNMAP, compact=True)
        self.add(Label(theme, words.MAPPED, Role.LABEL).head(), self.none, self.links)
        if not self.desk.session.read_only:
            self.add(FormField(theme, "A new link says", self.kind))
            self.add_buttons(self.map, self.unmap)
        self.links.chosen.connect(self._show_unmap)
        self.map.clicked.connect(self._choose)
        self.unmap.clicked.connect(self._unmap)

    # What it shows

    def _fill(self) -> None:
        item, framework, session = self._item, self._framework, self.desk.session
        if self.own:
            key, row = ("framework_item", item.id), (framework.id, item.id)
            self._label.bind((*key, "label"), item.label, partial(_save, *row, "label"))
            self._code.bind((*key, "code"), item.code, partial(_save, *row, "code"))
            self._level.bind((*key, "level"), item.level, partial(_save_level, *row))
            self._notes.bind((*key, "notes"), item.notes, partial(_save_typing, *row, "notes"))
            self.below.set_options(parent_choices(framework, item.parent, item.code))
            self.below.set_value(item.parent if item.parent in framework.by_code else "")
            self.retire.setText(words.BRING_BACK if item.retired else words.RETIRE)
        rows = words.link_rows(session.frameworks.now(), framework.ref.item(item.code))
        self.links.show_rows(rows, always_one=False)
        self.links.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._show_unmap()

    def _on_changed(self, changes: Changes) -> None:
        if not (changes.of("framework") or changes.of("framework_link")) or not self.isVisible():
            return
        known = self.desk.session.frameworks.now()
        framework = known.edition(str(self._framework.ref))
        if self._framework.own:
            framework = next((one for one in known.all if one.id == self._framework.id), None)
        items = framework.items if framework is not None else ()
        found = [one for one in items if (one.id or one.code) == (self._item.id or self._item.code)]
        if framework is None or not found:
            self.reject()
            return
        self._framework, self._item = framework, found[0]
        self.title.setText(self._item.label)
        self._fill()

    # What it does

    def _move(self, by: int, _checked: bool = False) -> None:
        if self.desk.session.act(move_item, self._framework.id, self._item.id, by):
            self.desk.announcer.say(self, "Moved up" if by < 0 else "Moved down")
            self.moved.emit(self._item.code)
        else:
            self.desk.announcer.say(self, "It is the first" if by < 0 else "It is the last")

    def _place(self, code: str) -> None:
        if self.desk.session.act(edit_item, self._framework.id, self._item.id, "parent", code):
            self.moved.emit(self._item.code)
        self._fill()

    def _retire(self) -> None:
        on = not self._item.retired
        if self.desk.session.act(_retired, self._framework.id, self._item.id, on):
            self.desk.announcer.say(self, "Retired: it stays readable" if on else "Brought back")

    def _remove(self) -> None:
        session = self.desk.session
        label = self._item.label
        if session.act(remove_item, self._framework.id, self._item.id):
            self.reject()
            self.desk.messages.offer_undo(f"‘{label}’ removed", session.undo, passing=True)

    def _choose(self) -> None:
        chooser = ItemChooser(self.desk, self.desk.session.frameworks.now(), words.MAP, self)
        chooser.picked.connect(self._link)
        self.chooser.open(chooser)

    def _link(self, target: str) -> None:
        source = self._framework.ref.item(self._item.code)
        self.desk.session.act(link_items, source, target, LinkKind(self.kind.value()))
        self.map.setFocus()

    def _unmap(self) -> None:
        key = self.links.chosen_key()
        if not key or key.startswith("\n"):
            return
        taken = self.desk.session.act(unlink_items, key)
        if taken:
            self.desk.announcer.say(self, "The link is taken away")

    def _show_unmap(self, *_: object) -> None:
        key = self.links.chosen_key()
        self.unmap.setVisible(bool(key) and not key.startswith("\n"))


def _save(framework: str, item: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_item(record, framework, item, field, value)


def _save_level(framework: str, item: str, record: Record, value: int | None) -> Changes:
    return edit_item(record, framework, item, "level", value)


def _save_typing(framework: str, item: str, field: str, record: Record, text: str) -> Changes:
    return edit_item(record, framework, item, field, text, typing=True)


def _retired(record: Record, framework: str, item: str, on: bool) -> Changes:
    return retire_item(record, framework, item, on=on)
