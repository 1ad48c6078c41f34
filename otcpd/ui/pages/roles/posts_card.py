"""Posts over time: for whom, how much, where, and how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.posts import check_days, edit_post, held_posts
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.field_labels import POST_LABELS
from otcpd.domain.person import Post
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.roles import words
from otcpd.ui.pages.settings.posts import PostsCard
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.saved_field import SavedField

NO_SETTING = "not_said"
_LINES = ("grade", "locality", "specialisms")


class RolePostsCard(PostsCard):
    """What the settings ask of a post, and everything besides that tells where one has been."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme, today = desk.theme, desk.session.record.clock.today
        self.setting = ComboBox(
            theme, [(NO_SETTING, words.NOT_SAID), *((one.value, text) for one, text in words.SETTINGS.items())]
        )
        self.wte = ParsedField(theme, words.read_wte, words.show_wte, placeholder="0.6")
        self.fixed_until = DateField(theme, self._read_end_of_term, long_day, today)
        self.lines = {name: SavedField(theme) for name in _LINES}
        self.note = LongText(theme)
        self._lay_out()
        session = desk.session
        self._bound = {name: FieldBinding(session, self.lines[name], POST_LABELS[name]) for name in _LINES}
        self._wte = FieldBinding(session, self.wte, POST_LABELS["wte"])
        self._fixed = FieldBinding(session, self.fixed_until, POST_LABELS["fixed_until"])
        self._note = TextBinding(session, self.note, POST_LABELS["note"])
        self.form.addWidget(
            FormField(
                theme,
                POST_LABELS["note"],
                self.note,
                optional=True,
                note_below=PointedOut(desk, self._note),
                parent=self,
            )
        )
        self.setting.chosen.connect(self._on_setting)

    def read(self) -> Sequence[Row]:
        return [Row(one.post.id, one.post.title, words.post_meta(one)) for one in held_posts(self._desk.session.record)]

    def show_form(self, key: str, *, other: bool) -> None:
        super().show_form(key, other=other)
        post = self._post(key)
        self.setting.set_value(post.setting or NO_SETTING)
        for name, binding in self._bound.items():
            binding.bind(("post", key, name), getattr(post, name) or None, partial(_edit_line, key, name))
        self._wte.bind(("post", key, "wte"), post.wte, partial(_edit, key, "wte"))
        self._fixed.bind(("post", key, "fixed_until"), post.fixed_until, partial(_edit, key, "fixed_until"))
        self._note.bind(("post", key, "note"), post.note, partial(_type, key, "note"))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        forms: dict[str, FormField] = {
            name: FormField(theme, POST_LABELS[name], field, optional=True)
            for name, field in (
                ("setting", self.setting),
                ("wte", self.wte),
                ("fixed_until", self.fixed_until),
                *self.lines.items(),
            )
        }
        for pair in (("setting", "fixed_until"), ("grade", "wte"), ("locality", "specialisms")):
            row = RowOrColumn(theme, gap=14, below=12, at_top=True)
            for name in pair:
                self.own_field(forms[name].field)
                row.add(forms[name], least=LEAST_DAY)
            self.form.addLayout(row)

    def _post(self, key: str) -> Post:
        return next(one.post for one in held_posts(self._desk.session.record) if one.post.id == key)

    def _read_end_of_term(self, text: str) -> date:
        day = parse_coming_day(text, self._desk.session.record.clock.today())
        check_days(self._post(self.key).start, day)
        return day

    def _on_setting(self, code: str) -> None:
        self._desk.session.act(edit_post, self.key, "setting", "" if code == NO_SETTING else code)


def _edit(post: str, field: str, record: Record, value: FieldValue) -> Changes:
    return edit_post(record, post, field, value)


def _edit_line(post: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_post(record, post, field, value or "")


def _type(post: str, field: str, record: Record, text: str) -> Changes:
    return edit_post(record, post, field, text, typing=True)
