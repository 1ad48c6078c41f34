"""The smaller folded sections: tags, protected and mandatory time, post, notes to myself."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.actions import activities, people
from otcpd.actions.activities import FieldValue
from otcpd.actions.reading import day_lengths
from otcpd.domain.activity import Activity
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.person import Post
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.log.basics import save_field
from otcpd.ui.pages.log.section import Section
from otcpd.ui.pages.log.texts import ActivityText
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.chip_input import ChipInput
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.reader_tag import TAG_SPACE
from otcpd.ui.widgets.text_field import TextField


class Tags(Section):
    """Words of one's own to find things by."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chips = ChipInput(desk.theme)
        self.chips.setEnabled(not desk.session.read_only)
        self.chips.changed.connect(self._on_changed)
        self.column.addWidget(FormField(desk.theme, "Tags", self.chips, help_text="Press Enter after each tag."))

    def refresh(self, activity: Activity, *, other: bool) -> None:
        self.chips.set_tags(activity.tags)
        self.chips.set_known(self.desk.session.record.activities.tags())

    def _on_changed(self, tags: list[str]) -> None:
        if self.activity is not None:
            self.desk.session.act(activities.set_tags, self.activity.id, tags)


class Time(Section):
    """Time that the employer gave for it, and whether it must be done again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme, record = desk.theme, desk.session.record
        self.protected = DurationField(theme, self._parse_duration, format_duration)
        self.mandatory = TickBox(theme, "Mandatory training")
        self.expires = DateField(theme, self._parse_day, long_day, record.clock.today)
        self.column.addWidget(
            FormField(
                theme,
                "Protected time",
                self.protected,
                optional=True,
                help_text="How much of it was working time set aside for learning.",
            )
        )
        self.column.addLayout(Overhang(self.mandatory, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))
        self._expires_form = FormField(theme, "Runs out on", self.expires, optional=True)
        self.column.addWidget(self._expires_form)
        self._protected = FieldBinding(desk.session, self.protected, "Protected time")
        self._expires = FieldBinding(desk.session, self.expires, "Runs out on")
        self.mandatory.clicked.connect(self._on_mandatory)
        self.mandatory.setEnabled(not desk.session.read_only)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        minutes = activity.protected_minutes or None
        key = ("activity", activity.id)
        save_minutes = partial(save_field, activity.id, "protected_minutes")
        self._protected.bind((*key, "protected_minutes"), minutes, save_minutes)
        self._expires.bind((*key, "expires"), activity.expires, partial(save_field, activity.id, "expires"))
        self.mandatory.setChecked(activity.mandatory)
        self._expires_form.setVisible(activity.mandatory or activity.expires is not None)

    def commit(self) -> None:
        for field in (self.protected, self.expires):
            if field.line.isModified():
                field.commit()

    def _parse_day(self, text: str) -> dt.date:
        return parse_day(text, self.desk.session.record.clock.today())

    def _set(self, field: str, value: FieldValue) -> None:
        if self.activity is not None:
            self.desk.session.act(activities.edit_activity, self.activity.id, field, value)

    def _parse_duration(self, text: str) -> int:
        return parse_duration(text, day_lengths(self.desk.session.record))

    def _on_mandatory(self, on: bool) -> None:
        self._set("mandatory", on)


class PostSection(Section):
    """The post one held at the time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.post = ComboBox(theme, placeholder="Choose a post")
        self.post.chosen.connect(self._on_chosen)
        self._post_form = FormField(theme, "Post", self.post)
        self.title = TextField(theme, placeholder="Senior occupational therapist")
        self.employer = TextField(theme, placeholder="Council, NHS board, charity")
        self.add = add = Button(theme, "Add the post", compact=True)
        add.clicked.connect(self._on_add)
        self._new = QWidget()
        row = QHBoxLayout(self._new)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(10))
        self.title_form = FormField(theme, "New post", self.title)
        row.addWidget(self.title_form, 1)
        row.addWidget(FormField(theme, "Employer", self.employer), 1)
        self.employer.line.setAccessibleName("Employer of the new post")
        self.column.addWidget(self._post_form)
        self.column.addWidget(self._new)
        self.column.addLayout(Overhang(add))
        self.post.setEnabled(not desk.session.read_only)
        if desk.session.read_only:
            self._new.hide()
            add.hide()

    def refresh(self, activity: Activity, *, other: bool) -> None:
        record = self.desk.session.record
        employers = {employer.id: employer.name for employer in record.people.employers()}
        posts = record.people.posts()
        options = [(post.id, post_words(post, employers)) for post in posts]
        self.post.set_options([*options, ("none", "No post")])
        self.post.set_value(activity.post or "none")
        self._post_form.setVisible(bool(posts))

    def _on_chosen(self, key: str) -> None:
        if self.activity is not None:
            value = None if key == "none" else key
            self.desk.session.act(activities.edit_activity, self.activity.id, "post", value)

    def _on_add(self) -> None:
        title = self.title.text().strip()
        self.title_form.set_problem("" if title else "Give the post a name first.")
        if not title or self.activity is None:
            return
        if self.desk.session.act(people.add_post_to, self.activity.id, title, self.employer.text()) is not None:
            self.title.line.clear()
            self.employer.line.clear()


def post_words(post: Post, employers: dict[str, str]) -> str:
    """ "Senior OT, Rowan Council"."""
    employer = employers.get(post.employer or "", "")
    return f"{post.title}, {employer}" if employer else post.title


class Notes(Section):
    """What nobody else reads."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.text = ActivityText(desk, "notes_to_myself", "Notes to myself")
        self.column.addLayout(Overhang(self.text, fills=True, left=0, right=TAG_SPACE))

    def refresh(self, activity: Activity, *, other: bool) -> None:
        self.text.load(activity)
